import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { NAT64 } from '../../../net/nat64.ts'
import { type Eni, PROTOCOL } from '../../../topology/topology.ts'
import { comeInto } from '../filters/passFilters.ts'
import { findUnreadBlock } from '../lookUpRoute.ts'
import { type Follow, type FollowTo, forwardFrom, type Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { drop, enter, goTo, lose, placeAt, sayTranslated, stop } from '../place.ts'
import { originOfRoute } from '../routeStep.ts'
import { namePath, passThrough } from '../tell.ts'
import { openSession, type Walk } from '../walk.ts'
import { MTU, noteSize } from './noteSize.ts'

/** A NAT gateway rewrites the source and sends on by the table of its own subnet. Source: VPC guide, NAT gateway basics. */
export const passNatGateway = (walk: Walk, hop: FollowTo<'nat-gateway'>): Next =>
  translate(walk, hop, hop.route.target.eni)

/** The node of the sender's zone takes the packet; a zone that the gateway does not cover has none. Source: Reachability Analyzer, REGIONAL_NGW_ROUTE_AZ_RESTRICTION. */
export function passRegionalNatGateway(walk: Walk, hop: FollowTo<'regional-nat-gateway'>): Next {
  const { id, nat } = hop.route.target
  const node = nat.nodes.get(hop.subnet?.zoneName ?? '')
  if (node) return translate(walk, hop, node)
  goTo(walk, id)
  return nat.vpc.id === hop.vpc.id
    ? stop(walk, hop.packet, 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION', { construct: id, path: ['zones'] })
    : stop(walk, hop.packet, 'BAD_STATE_ROUTE', originOfRoute(hop.table, hop.route))
}

function translate(walk: Walk, { subnet, vpc, table, packet, sender, route }: Follow, nat: Eni): Next {
  const id = nat.owner
  const { carried } = walk
  const place = placeAt(walk, id, 'nat-gateway', packet)
  if (nat.subnet.vpc.id !== vpc.id) {
    enter(place)
    return stop(walk, packet, 'BAD_STATE_ROUTE', originOfRoute(table, route))
  }
  if (carried.sessions.slice(carried.remembered).some((one) => one.eni === nat))
    return stop(walk, packet, 'FORWARDING_LOOP', originOfRoute(table, route))
  comeInto(walk, nat.subnet, subnet, packet)
  enter(place)
  // an answer to something that it never saw opens no session
  if (carried.leg === 'reply') return drop(place, 'REPLY_LEAVES_ELSEWHERE', originOfRoute(table, route))
  const four = toIp4(packet)
  if (!four) return stop(walk, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  if (nat.address === null)
    return lose(
      place,
      nat.gaps.address ?? { code: 'invalid-value', at: nat.origin, message: 'the NAT gateway has no address' },
    )
  // Source: Reachability Analyzer, NGW_REQUIRES_SOURCE_IN_VPC; what a transit gateway brings in counts as the VPC's own (central egress)
  if (
    sender.role !== 'transit-gateway' &&
    !sentInside(walk, sender) &&
    !vpc.blocks.some((block) => contains(block, packet.src))
  ) {
    const unread = findUnreadBlock(vpc.unread, packet.src)
    return unread
      ? lose(place, unread.gap)
      : stop(walk, packet, 'NGW_REQUIRES_SOURCE_IN_VPC', { construct: id, path: [] })
  }
  // Source: VPC guide, NAT gateway basics: TCP, UDP and ICMP
  if (four.protocol !== PROTOCOL.tcp && four.protocol !== PROTOCOL.udp && four.protocol !== PROTOCOL.icmp)
    return stop(walk, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  noteSize(place, MTU.nat)
  passThrough(walk, id)
  namePath(walk, 'nat-gateway')
  openSession(walk, { kind: 'nat', eni: nat, before: packet })
  sayTranslated(place, route.origin, 'source', packet.src, nat.address)
  return forwardFrom(nat, { ...four, src: nat.address })
}

/** The packet in IPv4: as it is, or an IPv6 one for an address of 64:ff9b::/96, which holds the IPv4 address that is meant (NAT64); null = no NAT gateway takes it. Source: VPC guide, DNS64 and NAT64. */
function toIp4(packet: Packet): Packet | null {
  if (isIp4(packet.src) && isIp4(packet.dst)) return packet
  if (isIp4(packet.dst) || isIp4(packet.src) || !contains(NAT64, packet.dst)) return null
  const icmp = packet.protocol === PROTOCOL.icmpv6
  return {
    ...packet,
    src: 0,
    dst: packet.dst[3],
    protocol: icmp ? PROTOCOL.icmp : packet.protocol,
    icmpType: packet.icmpType === 128 ? 8 : 0,
  }
}

/** An appliance or an endpoint of a Gateway Load Balancer that passes on what a transit gateway brought in. */
const sentInside = ({ topology, carried }: Walk, sender: Eni): boolean =>
  topology.transitGateways.has(carried.crossed.at(-1) ?? '') &&
  (sender.role === 'gateway-load-balancer-endpoint' || sender.forwarding === 'routes')
