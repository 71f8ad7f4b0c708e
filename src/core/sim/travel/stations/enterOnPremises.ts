import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { scopeOf } from '../../../net/scopeOf.ts'
import type { LinkNet, Route } from '../../../topology/topology.ts'
import { arriveAt } from '../arrival.ts'
import { findEni } from '../findEni.ts'
import { findUnreadBlock } from '../lookUpRoute.ts'
import type { Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { cannotTell, drop, lose, nameOf, pass, placeAt, stop } from '../place.ts'
import { namePath, passLinkOf } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { mtuOfLink, noteSize } from './noteSize.ts'
import { standInFor } from './standInFor.ts'

/** Over the link into the network behind it. */
export function enterOnPremises(walk: Walk, link: LinkNet, packet: Packet, route: Route): Next {
  const { network, id, kind: how } = link
  const place = placeAt(walk, id, how, packet)
  if (!link.up) return refuseLink(walk, link, packet, 'TGW_BAD_STATE_VPN')
  if (link.doubt) return lose(place, link.doubt)
  if (!network) return lose(place, link.gap!)
  // Source: Site-to-Site VPN guide: a virtual private gateway carries IPv4 only
  if (link.privateGateway && !isIp4(packet.dst)) return drop(place, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  noteSize(place, mtuOfLink(link, route))
  namePath(walk, how)
  passLinkOf(walk, link)
  pass(place, route.origin)
  const eni = findEni(network, packet.dst)
  if (eni) return arriveAt(eni, packet, null, route)
  if (network.blocks.some((block) => contains(block, packet.dst))) return standInFor(network, packet, null, route)
  const unread = findUnreadBlock(network.unread, packet.dst)
  if (unread) return lose(placeAt(walk, network.id, how, packet), unread.gap)
  const internet = network.only?.table.routes4.find(({ target }) => target.kind === 'own-internet')
  if (!internet || scopeOf(packet.dst) !== 'public')
    return stop(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: network.id, path: ['cidrs'] })
  const message = `whether ${nameOf(walk, network.id)} leads the traffic of others to the internet`
  return cannotTell(placeAt(walk, network.id, how, packet), internet.origin, message)
}

/** A link that is down. */
export const refuseLink = (
  walk: Walk,
  { id, kind }: LinkNet,
  packet: Packet,
  code: 'BAD_STATE_VPN' | 'TGW_BAD_STATE_VPN',
): null =>
  drop(placeAt(walk, id, kind, packet), kind === 'vpn' ? code : 'BAD_STATE', { construct: id, path: ['state'] })
