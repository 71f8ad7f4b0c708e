import { balancerNameField, listenersField, nodesField, ofListenerGroups, schemeField } from './balancerParts.ts'
import type { Construct, Definition } from './definition.ts'
import { addressTypeField, inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

const hasGroups = (construct: Construct) =>
  construct.kind === 'network-load-balancer' && construct.securityGroups !== null

/** A Network Load Balancer. */
export const networkLoadBalancer: Definition<'network-load-balancer'> = {
  kind: 'network-load-balancer',
  title: 'Network Load Balancer',
  noun: 'a Network Load Balancer',
  group: 'load-balancing',
  summary: 'Hands TCP and UDP connections to the targets of its listeners. Endpoint services stand on it.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  parent: inVpc,
  container: false,
  references: [ofVpc, ofSubnetRows, ofGroups, ofListenerGroups],
  fields: [
    schemeField,
    nodesField,
    listenersField(['TCP', 'UDP', 'TLS', 'TCP_UDP'], { protocol: 'TCP', port: 443 }),
    {
      key: 'securityGroups',
      label: 'Security groups',
      input: 'references',
      kinds: ['security-group'],
      optional: true,
      noneLabel: 'None: no group filters its traffic',
      help: 'AWS lets them be changed later only when it was made with some.',
    },
    {
      key: 'enforceInboundRulesOnPrivateLink',
      label: 'Inbound rules also for PrivateLink',
      input: 'boolean',
      when: hasGroups,
      help: 'On: what comes through endpoints must be let in too; the rules see the client’s own address.',
    },
    {
      key: 'crossZone',
      label: 'Cross-zone load balancing',
      input: 'boolean',
      help: 'Off: each node uses the targets of its own zone only.',
    },
    addressTypeField,
    balancerNameField,
  ],
  create: (id, name, parent) => ({
    kind: 'network-load-balancer',
    id,
    name,
    vpc: parent,
    scheme: 'internal',
    subnets: [],
    securityGroups: null,
    enforceInboundRulesOnPrivateLink: true,
    crossZone: false,
    ipAddressType: 'ipv4',
    dnsName: null,
    listeners: [],
  }),
}
