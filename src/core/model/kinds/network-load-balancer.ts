import * as z from 'zod/mini'
import { allListeners, dnsName, nodes, ofListenerGroups, scheme } from './balancerParts.ts'
import { base, choice, flag, ipAddressType, list, optional, port, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { groupsOf, ofWeighted, weighted } from './listenerRules.ts'
import { occupiedRows } from './occupied.ts'
import { inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

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
      weighted,
    }),
    50,
  ),
  allListeners,
})

/** A Network Load Balancer. */
export const networkLoadBalancer: Sheet<typeof schema> = {
  schema,
  kind: 'network-load-balancer',
  title: 'Network Load Balancer',
  noun: 'a Network Load Balancer',
  group: 'load-balancing',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 10 },
  colour: 'group-vpc',
  imported: 'LoadBalancers',
  reached: 'balancer',
  asked: true,
  detail: ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  asks: () => true,
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups ?? [])
    for (const { protocol, port, ...usual } of listeners)
      for (const to of groupsOf(usual)) yield* line(id, to, 'listener', `${protocol.replace('_', '/')} ${port}`)
  },
  references: [ofVpc, ofSubnetRows, ofGroups, ofListenerGroups, ofWeighted],
  blank: (parent) => ({ vpc: parent }),
}
