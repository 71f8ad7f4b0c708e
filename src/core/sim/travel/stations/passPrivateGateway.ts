import { largest } from '../../../base/largest.ts'
import { type Address, isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { NAT64 } from '../../../net/nat64.ts'
import { scopeOf } from '../../../net/scopeOf.ts'
import type { LinkNet, PrivateGatewayNet, UnreadBlock } from '../../../topology/topology.ts'
import { findEni } from '../findEni.ts'
import { findUnreadBlock } from '../lookUpRoute.ts'
import type { FollowTo, Next } from '../next.ts'
import { nobodyHas } from '../nobodyHas.ts'
import type { Packet } from '../packet.ts'
import { cannotTell, drop, lose, nameOf, pass, placeAt, stop } from '../place.ts'
import { addAmbiguity, namePath, passLinkOf } from '../tell.ts'
import { crossJoin, openSession, type Walk } from '../walk.ts'
import { enterByEdge } from './enterFromInternet.ts'
import { enterOnPremises, refuseLink } from './enterOnPremises.ts'
import { MTU, mtuOfLink, noteSize } from './noteSize.ts'
import { meetOutside } from './passInternetGateway.ts'

/** A virtual private gateway takes what its VPC sends to a network behind one of its links: Direct Connect first, then VPNs. Source: VPN guide, route priority; Reachability Analyzer, VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS. */
export function passVirtualPrivateGateway(
  walk: Walk,
  { vpc, packet, route }: FollowTo<'virtual-private-gateway'>,
): Next {
  const { id, gateway } = route.target
  const place = placeAt(walk, id, 'vpn', packet)
  if (gateway.gap) return lose(place, gateway.gap)
  if (gateway.vpc?.id !== vpc.id) return drop(place, 'BAD_STATE_ATTACHMENT', route.origin)
  if (!vpc.blocks.some((block) => contains(block, packet.src))) {
    const own = findUnreadBlock(vpc.unread, packet.src)
    return own
      ? lose(place, own.gap)
      : drop(place, 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', { construct: id, path: ['vpc'] })
  }
  const chosen = chooseLink(gateway, packet, null)
  const unread = findUnreadLink(gateway, packet, chosen?.link ?? null)
  if (unread) return lose(place, unread.gap)
  if (!chosen) return drop(place, 'LINK_HAS_NO_ROUTE', { construct: id, path: [] })
  const { link, rival } = chosen
  pass({ ...place, how: link.kind }, route.origin)
  if (rival) addAmbiguity(walk, { construct: link.id, path: ['routes'] }, nameOf(walk, rival.id))
  if (!link.up) return refuseLink(walk, link, packet, 'BAD_STATE_VPN')
  namePath(walk, link.kind)
  crossJoin(walk, id)
  return enterOnPremises(walk, link, packet, route)
}

const RANK: Readonly<Record<LinkNet['source'], number>> = {
  'from-direct-connect': 0,
  'from-vpn-static': 1,
  'from-vpn-bgp': 2,
}

/** The link with the longest block that holds the destination; among equals one that is up, then by kind. `rival`: another that is as good and leads to another network. */
function chooseLink(
  { links }: PrivateGatewayNet,
  packet: Packet,
  except: LinkNet | null,
): { readonly link: LinkNet; readonly rival: LinkNet | null } | null {
  const fitting = links.flatMap((link) => {
    if (link === except) return []
    const lengths = link.blocks.filter((block) => contains(block, packet.dst)).map(({ length }) => length)
    return lengths.length > 0 ? [{ link, length: largest(lengths) }] : []
  })
  fitting.sort(
    (a, b) => Number(b.link.up) - Number(a.link.up) || b.length - a.length || RANK[a.link.source] - RANK[b.link.source],
  )
  const [first, second] = fitting
  if (!first) return null
  const isTie =
    second !== undefined &&
    second.length === first.length &&
    second.link.up === first.link.up &&
    second.link.source === first.link.source &&
    second.link.network !== first.link.network
  return { link: first.link, rival: isTie ? second.link : null }
}

/** What of another link that is up cannot be read and may lead elsewhere than the chosen one, but not away from a network that is known to have the address. */
function findUnreadLink({ links }: PrivateGatewayNet, { dst }: Packet, chosen: LinkNet | null): UnreadBlock | null {
  if (chosen?.up && holds(chosen, dst)) return null
  const others = links.filter((one) => one.up && !(chosen?.up && one.network === chosen.network))
  return findUnreadBlock(
    others.flatMap(({ unread }) => unread),
    dst,
  )
}

/** From an on-premises network over a link into AWS: to its VPC, or by a transit gateway's table. */
export function passLink(walk: Walk, { packet, route }: FollowTo<'link'>): Next {
  const { link, id } = route.target
  const place = placeAt(walk, id, link.kind, packet)
  if (!link.up) return refuseLink(walk, link, packet, link.attachment ? 'TGW_BAD_STATE_VPN' : 'BAD_STATE_VPN')
  if (link.doubt) return lose(place, link.doubt)
  noteSize(place, mtuOfLink(link, route))
  // AWS learns the way back from what the link announces: a source outside of it has none, which the reply shows
  namePath(walk, link.kind)
  passLinkOf(walk, link)
  pass(place, route.origin)
  if (link.attachment) {
    walk.carried.zone = null
    return { kind: 'cross', attachment: link.attachment, packet }
  }
  const gateway = link.privateGateway
  if (!gateway)
    return link.gatewayGap
      ? lose(place, link.gatewayGap)
      : drop(place, 'BAD_STATE_ATTACHMENT', { construct: id, path: ['gateway'] })
  const { vpc } = gateway
  crossJoin(walk, gateway.id)
  pass({ ...place, id: gateway.id }, null)
  const isOwn = vpc?.blocks.some((block) => contains(block, packet.dst))
  // Source: Site-to-Site VPN guide, VPN CloudHub: sites whose routes are learned meet at the gateway
  const found = isOwn || !isLearned(link) ? null : chooseLink(gateway, packet, link)
  const site = found && isLearned(found.link) ? found.link : null
  const eni = vpc ? findEni(vpc, packet.dst) : undefined
  const unread = isOwn || (eni && !site) ? null : findUnreadBehind(gateway, packet, site, link)
  if (unread) return lose({ ...place, id: gateway.id }, unread.gap)
  if (site) return enterOnPremises(walk, site, packet, route)
  if (!vpc) return stop(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: gateway.id, path: [] })
  return eni
    ? enterByEdge(walk, vpc, gateway.edge, packet, eni, route)
    : nobodyHas(walk, vpc, packet, { construct: vpc.id, path: [isIp4(packet.dst) ? 'cidrs' : 'ipv6Cidrs'] })
}

/** What of the VPC, or of the other sites that the gateway's links learn of, cannot be read and may hold the address. */
function findUnreadBehind(
  { vpc, links, gap }: PrivateGatewayNet,
  { dst }: Packet,
  site: LinkNet | null,
  from: LinkNet,
): UnreadBlock | null {
  if (site && holds(site, dst)) return null
  const others = isLearned(from) ? links.filter((one) => one !== from && one !== site && one.up && isLearned(one)) : []
  const own = vpc?.unread ?? (gap ? [{ family: null, gap }] : [])
  return findUnreadBlock([...own, ...others.flatMap(({ unread }) => unread)], dst)
}

const isLearned = ({ source }: LinkNet): boolean => source !== 'from-vpn-static'
const holds = ({ network }: LinkNet, address: Address): boolean =>
  network?.blocks.some((block) => contains(block, address)) ?? false

/** The network's own way to the internet, behind a public address that stands for it. */
export function passOwnInternet(walk: Walk, { packet, sender, route }: FollowTo<'own-internet'>): Next {
  const { id } = route.target
  if (scopeOf(packet.dst) !== 'public')
    return stop(walk, packet, 'NO_ROUTE_TO_DESTINATION', { construct: id, path: ['cidrs'] })
  const place = placeAt(walk, id, 'own-internet', packet)
  if (contains(NAT64, packet.dst))
    return cannotTell(place, route.origin, `whether ${nameOf(walk, id)} translates 64:ff9b::/96 itself (NAT64)`)
  noteSize(place, MTU.internet)
  namePath(walk, 'own-internet')
  pass(place, route.origin)
  openSession(walk, { kind: 'own-internet', eni: sender, before: packet })
  const outside = isIp4(packet.src) ? { ...packet, src: PUBLIC_STAND_IN } : packet
  return meetOutside(walk, { kind: 'outside', packet: outside, gateway: 'own-internet', gatewayId: id, sender, route })
}

/** 192.0.2.1 of RFC 5737 stands for the public address of networks outside AWS: nobody has it. */
const PUBLIC_STAND_IN = 0xc0000201
