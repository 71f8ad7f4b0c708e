import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { scopeOf } from '../../../net/special.ts'
import type { LinkNet, PrivateGatewayNet, Route, RouteTarget } from '../../../topology/topology.ts'
import { addNote, nameOf, type Walk } from '../../walk.ts'
import { type Arrival, findEni, type HandoverInput, stopAt } from '../forwardPacket.ts'
import type { Packet } from '../packet.ts'
import { cannotTellAt, dropAt, loseAt, passAt } from '../recordHandOver.ts'
import { enterByEdge } from './enterFromInternet.ts'
import { meetOutside } from './passInternetGateway.ts'
import { crossTransitGateway } from './passTransitGateway.ts'
import { standInFor } from './standInFor.ts'

const HOW = { vpn: 'vpn', 'direct-connect': 'direct-connect' } as const

/** A virtual private gateway takes what its VPC sends to a network behind one of its links: Direct Connect first, then VPNs. Source: VPN guide, route priority; Reachability Analyzer, VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS. */
export function passVirtualPrivateGateway(
  walk: Walk,
  { vpc, packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'virtual-private-gateway' }>>,
): Arrival | null {
  const { id, gateway } = route.target
  if (gateway.vpc?.id !== vpc.id) return dropAt(walk, id, 'vpn', packet, 'BAD_STATE_ATTACHMENT', route.origin)
  if (!vpc.blocks.some((block) => contains(block, packet.src)))
    return dropAt(walk, id, 'vpn', packet, 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', { construct: id, path: ['vpc'] })
  const chosen = chooseLink(gateway, packet, null)
  if (!chosen) return dropAt(walk, id, 'vpn', packet, 'LINK_HAS_NO_ROUTE', { construct: id, path: [] })
  const { link, rival } = chosen
  const how = HOW[link.kind]
  passAt(walk, id, how, packet, route.origin)
  if (rival) {
    addNote(walk.gaps, 'AMBIGUOUS_ROUTE', { construct: link.id, path: ['routes'] }, { other: nameOf(walk, rival.id) })
    walk.astray = true
  }
  if (!link.up) return refuseLink(walk, link, packet, 'BAD_STATE_VPN')
  walk.path = how
  walk.crossed.push(id)
  return enterOnPremises(walk, link, packet, route)
}

const refuseLink = (walk: Walk, link: LinkNet, packet: Packet, code: 'BAD_STATE_VPN' | 'TGW_BAD_STATE_VPN'): null =>
  dropAt(walk, link.id, HOW[link.kind], packet, link.kind === 'vpn' ? code : 'BAD_STATE', {
    construct: link.id,
    path: ['state'],
  })

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
    return lengths.length > 0 ? [{ link, length: Math.max(...lengths) }] : []
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

/** Over the link into the network behind it. */
export function enterOnPremises(walk: Walk, link: LinkNet, packet: Packet, route: Route): Arrival | null {
  const { network, id } = link
  const how = HOW[link.kind]
  if (!link.up) return refuseLink(walk, link, packet, 'TGW_BAD_STATE_VPN')
  if (!network) return loseAt(walk, id, how, packet, link.gap!)
  // Source: Site-to-Site VPN guide: a virtual private gateway carries IPv4 only
  if (link.privateGateway && !isIp4(packet.dst))
    return dropAt(walk, id, how, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  walk.path = how
  passAt(walk, id, how, packet, route.origin)
  const eni = findEni(network, packet.dst)
  if (eni) return { kind: 'interface', eni, packet, from: null, route }
  if (network.blocks.some((block) => contains(block, packet.dst))) return standInFor(network, packet, null, route)
  const internet = network.only?.table.routes4.find(({ target }) => target.kind === 'own-internet')
  return internet && scopeOf(packet.dst) === 'public'
    ? cannotTellAt(
        walk,
        network.id,
        how,
        packet,
        internet.origin,
        `whether ${nameOf(walk, network.id)} leads the traffic of others to the internet`,
      )
    : stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: network.id, path: ['cidrs'] })
}

/** From an on-premises network over a link into AWS: to its VPC, or by a transit gateway's table. */
export function passLink(
  walk: Walk,
  { packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'link' }>>,
): Arrival | null {
  const { link, id } = route.target
  const how = HOW[link.kind]
  if (!link.up) return refuseLink(walk, link, packet, link.attachment ? 'TGW_BAD_STATE_VPN' : 'BAD_STATE_VPN')
  // AWS learns the way back from what the link announces: a source outside of it has none, which the reply shows
  walk.path = how
  passAt(walk, id, how, packet, route.origin)
  if (link.attachment) {
    walk.zone = null
    return crossTransitGateway(walk, link.attachment, packet)
  }
  const gateway = link.privateGateway
  if (!gateway?.vpc) return dropAt(walk, id, how, packet, 'BAD_STATE_ATTACHMENT', { construct: id, path: ['gateway'] })
  walk.crossed.push(gateway.id)
  passAt(walk, gateway.id, how, packet, null)
  const site = gateway.vpc.blocks.some((block) => contains(block, packet.dst))
    ? null
    : chooseLink(gateway, packet, link)
  // Source: Site-to-Site VPN guide, VPN CloudHub: sites whose routes are learned meet at the gateway
  if (site && site.link.source !== 'from-vpn-static' && link.source !== 'from-vpn-static')
    return enterOnPremises(walk, site.link, packet, route)
  const eni = findEni(gateway.vpc, packet.dst)
  return eni
    ? enterByEdge(walk, gateway.vpc, gateway.edge, packet, eni, route)
    : stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: gateway.vpc.id, path: ['cidrs'] })
}

/** The network's own way to the internet, behind a public address that stands for it. */
export function passOwnInternet(
  walk: Walk,
  { packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'own-internet' }>>,
): Arrival | null {
  const { id } = route.target
  if (scopeOf(packet.dst) !== 'public')
    return stopAt(walk, packet, 'NO_ROUTE_TO_DESTINATION', { construct: id, path: ['cidrs'] })
  walk.path = 'own-internet'
  passAt(walk, id, 'own-internet', packet, route.origin)
  walk.sessions.push({ kind: 'own-internet', eni: sender, before: packet })
  const outside = isIp4(packet.src) ? { ...packet, src: PUBLIC_STAND_IN } : packet
  return meetOutside(walk, { kind: 'outside', packet: outside, gateway: 'own-internet', gatewayId: id, sender, route })
}

/** 192.0.2.1 of RFC 5737 stands for the public address of networks outside AWS: nobody has it. */
const PUBLIC_STAND_IN = 0xc0000201
