import { contains } from '../../../net/block.ts'
import type { RouteTarget } from '../../../topology/topology.ts'
import type { Walk } from '../../walk.ts'
import { type Arrival, findEni, type HandoverInput, stopAt } from '../forwardPacket.ts'
import { dropAt, loseAt, passAt } from '../recordHandOver.ts'

/**
 * A peering connection carries what one of its VPCs sends to an address of the other, and nothing through either of them:
 * no gateway, endpoint or connection of the far side can be used. Source: VPC peering guide, limitations.
 */
export function passPeering(
  walk: Walk,
  { subnet, vpc, packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'peering' }>>,
): Arrival | null {
  const { id, peering } = route.target
  const { requester, accepter, active, gap } = peering
  const drop = (code: Parameters<typeof dropAt>[4], path: readonly (string | number)[]) =>
    dropAt(walk, id, 'peering', packet, code, { construct: id, path })
  if (!active) return drop('BAD_STATE', ['state'])
  if (gap) return loseAt(walk, id, 'peering', packet, gap)
  if (requester?.id !== vpc.id && accepter?.id !== vpc.id)
    return dropAt(walk, id, 'peering', packet, 'BAD_STATE_ROUTE', route.origin)
  const other = requester?.id === vpc.id ? accepter! : requester!
  if (!other.blocks.some((block) => contains(block, packet.dst)))
    return drop('PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', ['accepter'])
  // what came from elsewhere is not passed on
  if (!vpc.blocks.some((block) => contains(block, packet.src)))
    return drop('PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', ['requester'])
  walk.path = 'peering'
  walk.crossed.push(id)
  passAt(walk, id, 'peering', packet, route.origin)
  const eni = findEni(other, packet.dst)
  return eni
    ? { kind: 'interface', eni, packet, from: subnet, route }
    : stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: other.id, path: ['cidrs'] })
}
