import * as z from 'zod/mini'
import { base, flag, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count } from './detailParts.ts'
import { inSubnets, line } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { inVpc, ofSubnetRows, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('gateway-load-balancer'),
  vpc: reference,
  subnets: list(z.strictObject({ subnet: reference, privateIp: optional(typedText) }), 20),
  crossZone: flag(false),
  targetGroup: optional(reference),
})

/** A Gateway Load Balancer: hands whole packets to appliances over GENEVE. */
export const gatewayLoadBalancer: Sheet<typeof schema> = {
  schema,
  kind: 'gateway-load-balancer',
  title: 'Gateway Load Balancer',
  noun: 'a Gateway Load Balancer',
  group: 'load-balancing',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 12 },
  colour: 'group-vpc',
  imported: 'LoadBalancers',
  reached: null,
  detail: ({ subnets }) => count(subnets.length, 'node'),
  asks: () => true,
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, subnets, targetGroup }) {
    yield* inSubnets(id, subnets, 'node')
    yield* line(id, targetGroup, 'listener', 'all packets')
  },
  references: [ofVpc, ofSubnetRows, { path: 'targetGroup', kinds: ['target-group'], onDelete: 'clear' }],
  blank: (parent) => ({ vpc: parent }),
}
