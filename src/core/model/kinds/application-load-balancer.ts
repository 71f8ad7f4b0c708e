import * as z from 'zod/mini'
import { allListeners, dnsName, nodes, ofListenerGroups, scheme } from './balancerParts.ts'
import { base, choice, ipAddressType, list, port, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { groupsOf, listenerRules, ofListenerRules, ruleAction } from './listenerRules.ts'
import { occupiedRows } from './occupied.ts'
import { inVpc, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('application-load-balancer'),
  vpc: reference,
  scheme,
  subnets: nodes,
  securityGroups: list(reference, 16),
  ipAddressType,
  dnsName,
  listeners: list(
    z.strictObject({ protocol: choice(['HTTP', 'HTTPS'], 'HTTPS'), port, ...ruleAction, rules: listenerRules }),
    50,
  ),
  allListeners,
})

/** An Application Load Balancer: it ends the client's connection and opens one of its own; always balances across zones. */
export const applicationLoadBalancer: Sheet<typeof schema> = {
  schema,
  kind: 'application-load-balancer',
  title: 'Application Load Balancer',
  noun: 'an Application Load Balancer',
  group: 'load-balancing',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 11 },
  colour: 'group-vpc',
  imported: 'LoadBalancers',
  reached: 'balancer',
  asked: true,
  detail: ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  asks: () => true,
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups)
    for (const { protocol, port, rules = [], ...usual } of listeners) {
      const name = `${protocol} ${port}`
      for (const to of groupsOf(usual)) yield* line(id, to, 'listener', name)
      for (const rule of rules)
        for (const to of groupsOf(rule)) yield* line(id, to, 'listener', `${name}, rule ${rule.priority}`)
    }
  },
  references: [ofVpc, ofSubnetRows, ofGroups, ofListenerGroups, ...ofListenerRules],
  blank: (parent) => ({ vpc: parent }),
}
