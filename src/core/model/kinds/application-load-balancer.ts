import { balancerNameField, listenersField, nodesField, ofListenerGroups, schemeField } from './balancerParts.ts'
import type { Definition } from './definition.ts'
import { addressTypeField, groupsField, inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

/** An Application Load Balancer. */
export const applicationLoadBalancer: Definition<'application-load-balancer'> = {
  kind: 'application-load-balancer',
  title: 'Application Load Balancer',
  noun: 'an Application Load Balancer',
  group: 'load-balancing',
  summary:
    'Ends HTTP connections and opens its own to the targets of its listeners, in every zone that it has a node in.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  parent: inVpc,
  container: false,
  references: [ofVpc, ofSubnetRows, ofGroups, ofListenerGroups],
  fields: [
    schemeField,
    nodesField,
    listenersField(['HTTP', 'HTTPS'], { protocol: 'HTTPS', port: 443 }),
    groupsField('They must let its clients in, and let it out to its targets.'),
    addressTypeField,
    balancerNameField,
  ],
  create: (id, name, parent) => ({
    kind: 'application-load-balancer',
    id,
    name,
    vpc: parent,
    scheme: 'internal',
    subnets: [],
    securityGroups: [],
    ipAddressType: 'ipv4',
    dnsName: null,
    listeners: [],
  }),
}
