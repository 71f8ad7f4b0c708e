import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { NAT64 } from '../../../net/nat64.ts'
import { scopeOf } from '../../../net/scopeOf.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Eni, TableNet, VpcNet } from '../../../topology/topology.ts'
import type { ArrivalAt } from '../arrival.ts'
import { findEni } from '../findEni.ts'
import { findUnreadBlock, lookUpRoute } from '../lookUpRoute.ts'
import type { FollowTo, Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { drop, enter, lose, type Place, pass, placeAt, say, sayTranslated } from '../place.ts'
import { originOfRoute } from '../routeStep.ts'
import { namePath, namePathFirst, passThrough } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { enterFromInternet } from './enterFromInternet.ts'
import { MTU, noteSize } from './noteSize.ts'
import { blockedAccess, publicFieldOf } from './publicAccess.ts'
import { restrictMail } from './restrictMail.ts'

/** An internet gateway needs a public address on the interface that the packet comes from, and puts it in the place of the private one. Source: VPC guide, internet gateways. */
export function passInternetGateway(
  walk: Walk,
  { subnet, vpc, table, packet, sender, route }: FollowTo<'internet-gateway'>,
): Next {
  const { id } = route.target
  const place = placeAt(walk, id, 'internet-gateway', packet)
  enter(place)
  if (route.target.vpc?.id !== vpc.id) return drop(place, 'BAD_STATE_ATTACHMENT', originOfRoute(table, route))
  const scope = scopeOf(packet.dst)
  if (scope !== 'public')
    return drop(
      place,
      scope === 'rfc6598'
        ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
        : 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
      originOfRoute(table, route),
    )
  if (isForNat64(packet)) return drop(place, 'NAT64_NEEDS_NAT_GATEWAY', originOfRoute(table, route))
  // appliances pass packets on as they are: whose public address counts is told by the source
  const owner = findEni(vpc, packet.src) ?? sender
  if (!isIp4(packet.dst) && !isOwnAddress(place, vpc, originOfRoute(table, route))) return null
  if (isIp4(packet.dst) && owner.publicAddress === null) {
    if (owner.gaps.publicAddress) return lose(place, owner.gaps.publicAddress)
    drop(place, 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', publicFieldOf(owner))
    if (walk.carried.sessions.length === 0) namePathFirst(walk, 'internet-gateway')
    return null
  }
  const aside = turnsAside(walk, vpc.edges.get(id), packet)
  if (aside) return drop(place, 'INGRESS_RTB_TRAFFIC_REDIRECTION', aside)
  const blocked = blockedAccess(owner, walk.carried.leg === 'request' ? 'egress' : 'reply', subnet)
  if (blocked) return drop(place, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  noteSize(place, MTU.internet)
  restrictMail(place, owner)
  passThrough(walk, id)
  namePath(walk, isIp4(packet.dst) && owner.role === 'nat' ? 'nat-gateway' : 'internet-gateway')
  const outside = isIp4(packet.dst) ? { ...packet, src: owner.publicAddress! } : packet
  if (outside === packet) say(place, 'forwarded', route.origin)
  else sayTranslated(place, route.origin, 'source', packet.src, outside.src)
  return meetOutside(walk, {
    kind: 'outside',
    packet: outside,
    gateway: 'internet-gateway',
    gatewayId: id,
    sender: owner,
    route,
  })
}

/** Source: VPC guide, DNS64 and NAT64: a NAT gateway translates, and nothing else does. */
const isForNat64 = ({ dst }: Packet): boolean => contains(NAT64, dst)

/**
 * Whether an IPv6 packet comes from a public address of the gateway's own VPC, which is where answers go. Says why not.
 * Source: VPC guide, egress-only internet gateways; whitepaper on multi-VPC networks, centralised egress for IPv6.
 */
function isOwnAddress(place: Place, vpc: VpcNet, decidedBy: Origin): boolean {
  const { src } = place.packet
  const eni = findEni(vpc, src)
  if (eni === undefined && !vpc.blocks.some((block) => contains(block, src))) {
    const unread = findUnreadBlock(vpc.unread, src)
    if (unread) lose(place, unread.gap)
    else drop(place, 'IGW_REQUIRES_SOURCE_IN_VPC', decidedBy)
    return false
  }
  // Source: VPC guide, IPv6 addressing: private IPv6 addresses are not routed on the internet
  if (scopeOf(src) === 'public') return true
  drop(place, 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', eni ? publicFieldOf(eni, true) : decidedBy)
  return false
}

/**
 * The route of the gateway's own table that leads what comes back by an appliance which has not seen this packet.
 * Source: Reachability Analyzer, INGRESS_RTB_TRAFFIC_REDIRECTION.
 */
function turnsAside({ carried, told }: Walk, edge: TableNet | undefined, { src }: Packet): Origin | null {
  const route = edge ? lookUpRoute(edge, src) : null
  if (route?.target.kind === 'network-interface') {
    const { eni } = route.target
    return carried.visited.some(({ at }) => at === eni) ? null : route.origin
  }
  // on the way back an endpoint's own memory says whether it was passed
  if (route?.target.kind !== 'gateway-load-balancer-endpoint' || carried.leg === 'reply') return null
  const { id, eni } = route.target
  // what stateless rules pass leaves no memory behind, and they judge the answer too
  const firewall = eni.inspection?.firewall
  if (firewall && (told.via.includes(id) || firewall.stateless.length > 0 || firewall.statelessDefault !== 'forward'))
    return null
  return carried.sessions.some((one) => one.kind === 'inspection' && one.eni === eni) ? null : route.origin
}

/** IPv6 out, and nothing in but the answers. Source: VPC guide, egress-only internet gateways. */
export function passEgressOnlyInternetGateway(
  walk: Walk,
  { subnet, vpc, table, packet, sender, route }: FollowTo<'egress-only-internet-gateway'>,
): Next {
  const { id } = route.target
  const how = 'egress-only-internet-gateway'
  const place = placeAt(walk, id, how, packet)
  if (route.target.vpc?.id !== vpc.id) return drop(place, 'BAD_STATE_ATTACHMENT', originOfRoute(table, route))
  if (isIp4(packet.dst)) return drop(place, 'PROTOCOL_RESTRICTION', originOfRoute(table, route))
  if (isForNat64(packet)) return drop(place, 'NAT64_NEEDS_NAT_GATEWAY', originOfRoute(table, route))
  // Source: AWS PrivateLink guide, Gateway Load Balancer endpoints: what comes out of one is dropped here
  if (sender.role === 'gateway-load-balancer-endpoint')
    return drop(place, 'PROTOCOL_RESTRICTION', originOfRoute(table, route))
  // an answer to something that came in elsewhere is none that it remembers
  if (walk.carried.leg === 'reply') return drop(place, 'REPLY_LEAVES_ELSEWHERE', originOfRoute(table, route))
  const blocked = subnet?.publicAccess?.lets === 'nothing' ? subnet.publicAccess.origin : null
  if (blocked) return drop(place, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  const owner = findEni(vpc, packet.src) ?? sender
  if (!isOwnAddress(place, vpc, originOfRoute(table, route))) return null
  noteSize(place, MTU.internet)
  restrictMail(place, owner)
  namePath(walk, how)
  pass(place, route.origin)
  return meetOutside(walk, { kind: 'outside', packet, gateway: how, gatewayId: id, sender: owner, route })
}

/** The internet leads back into AWS where somebody drawn has the address. */
export function meetOutside(walk: Walk, outside: ArrivalAt<'outside'>): Next {
  const { packet, route } = outside
  const inside = findPublicOwner(walk, packet)
  return inside ? enterFromInternet(walk, inside, packet, route) : outside
}

const findPublicOwner = ({ topology }: Walk, { dst }: Packet): Eni | undefined => {
  if (typeof dst === 'number') return topology.publicAt.get(dst)
  for (const vpc of topology.vpcs.values()) {
    const eni = findEni(vpc, dst)
    if (eni) return eni
  }
  return undefined
}
