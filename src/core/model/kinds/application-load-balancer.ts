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
import { base, choice, ipAddressType, list, optional, port, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { addressTypeField, groupsField, inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('application-load-balancer'),
  vpc: reference,
  scheme,
  subnets: nodes,
  securityGroups: list(reference, 16),
  ipAddressType,
  dnsName,
  listeners: list(
    z.strictObject({ protocol: choice(['HTTP', 'HTTPS'], 'HTTPS'), port, targetGroup: optional(reference) }),
    50,
  ),
})

/** An Application Load Balancer: it ends the client's connection and opens one of its own; always balances across zones. */
export const applicationLoadBalancer: Sheet<typeof schema> = {
  schema,
  kind: 'application-load-balancer',
  title: 'Application Load Balancer',
  noun: 'an Application Load Balancer',
  group: 'load-balancing',
  summary:
    'Ends HTTP connections and opens its own to the targets of its listeners, in every zone that it has a node in.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 11 },
  colour: 'group-vpc',
  imported: 'LoadBalancers',
  detail: ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups)
    for (const { protocol, port, targetGroup } of listeners)
      yield* line(id, targetGroup, 'listener', `${protocol} ${port}`)
  },
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
