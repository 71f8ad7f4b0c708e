import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { arriveAt } from '../arrival.ts'
import { findEni } from '../findEni.ts'
import { findUnreadBlock } from '../lookUpRoute.ts'
import type { FollowTo, Next } from '../next.ts'
import { nobodyHas } from '../nobodyHas.ts'
import { drop, lose, pass, placeAt } from '../place.ts'
import { namePath } from '../tell.ts'
import { crossJoin, type Walk } from '../walk.ts'
import { mtuOfPeering, noteSize } from './noteSize.ts'

/**
 * A peering connection carries what one of its VPCs sends to an address of the other, and nothing through either of them:
 * no gateway, endpoint or connection of the far side can be used. Source: VPC peering guide, limitations.
 */
export function passPeering(walk: Walk, { subnet, vpc, packet, route }: FollowTo<'peering'>): Next {
  const { id, peering } = route.target
  const { requester, accepter, active, gap } = peering
  const place = placeAt(walk, id, 'peering', packet)
  if (!active) return drop(place, 'BAD_STATE', { construct: id, path: ['state'] })
  if (gap) return lose(place, gap)
  if (requester?.id !== vpc.id && accepter?.id !== vpc.id) return drop(place, 'BAD_STATE_ROUTE', route.origin)
  const other = requester?.id === vpc.id ? accepter! : requester!
  // what came from elsewhere is not passed on
  for (const [network, address, side] of [
    [other, packet.dst, 'accepter'],
    [vpc, packet.src, 'requester'],
  ] as const) {
    if (network.blocks.some((block) => contains(block, address))) continue
    const unread = findUnreadBlock(network.unread, address)
    return unread
      ? lose(place, unread.gap)
      : drop(place, 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', { construct: id, path: [side] })
  }
  noteSize(place, mtuOfPeering(peering))
  namePath(walk, 'peering')
  crossJoin(walk, id)
  pass(place, route.origin)
  const eni = findEni(other, packet.dst)
  return eni
    ? arriveAt(eni, packet, subnet, route)
    : nobodyHas(walk, other, packet, { construct: other.id, path: [isIp4(packet.dst) ? 'cidrs' : 'ipv6Cidrs'] })
}
