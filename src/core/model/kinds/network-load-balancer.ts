import * as z from 'zod/mini'
import {
  balancerNameField,
  dnsName,
  listenersField,
  nodes,
  nodesField,
  ofListenerGroups,
  scheme,
  schemeField,
} from './balancerParts.ts'
import { base, choice, flag, ipAddressType, list, optional, port, reference } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { addressTypeField, inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('network-load-balancer'),
  vpc: reference,
  scheme,
  subnets: nodes,
  /** null = made without any, which cannot be changed later: no group filters its traffic. */
  securityGroups: optional(z.array(reference).check(z.maxLength(16))),
  /** Whether the groups' inbound rules also apply to what comes through AWS PrivateLink; they then see the client's own address. */
  enforceInboundRulesOnPrivateLink: flag(true),
  crossZone: flag(false),
  ipAddressType,
  dnsName,
  listeners: list(
    z.strictObject({
      protocol: choice(['TCP', 'UDP', 'TLS', 'TCP_UDP'], 'TCP'),
      port,
      /** null = a listener without a target group. */
      targetGroup: optional(reference),
    }),
    50,
  ),
})

type Own = Told<typeof schema>
const hasGroups = (construct: Own) => construct.securityGroups !== null

/** A Network Load Balancer. */
export const networkLoadBalancer: Sheet<typeof schema> = {
  schema,
  kind: 'network-load-balancer',
  title: 'Network Load Balancer',
  noun: 'a Network Load Balancer',
  group: 'load-balancing',
  summary: 'Hands TCP and UDP connections to the targets of its listeners. Endpoint services stand on it.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 10 },
  colour: 'group-vpc',
  imported: 'LoadBalancers',
  detail: ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups ?? [])
    for (const { protocol, port, targetGroup } of listeners)
      yield* line(id, targetGroup, 'listener', `${protocol.replace('_', '/')} ${port}`)
  },
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
