import type { RouteTarget } from '../../topology/topology.ts'
import type { Walk } from '../walk.ts'
import type { Arrival, HandoverInput } from './forwardPacket.ts'
import { cannotTellAt } from './recordHandOver.ts'

/** An endpoint of a Gateway Load Balancer as a hop. */
export const passInspection = (
  walk: Walk,
  { packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'gateway-load-balancer-endpoint' }>>,
): Arrival | null =>
  cannotTellAt(walk, route.target.id, 'gateway-load-balancer-endpoint', packet, route.origin, 'inspection')
