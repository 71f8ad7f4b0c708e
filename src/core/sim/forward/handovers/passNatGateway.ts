import { formatAddress, isIp4 } from '../../../net/address.ts'
import { blockOf, contains } from '../../../net/block.ts'
import { type Eni, PROTOCOL, type RouteTarget } from '../../../topology/topology.ts'
import { nameOf, type Walk } from '../../walk.ts'
import { passAcl } from '../filters/passFilters.ts'
import { type Arrival, forwardPacket, type HandoverInput, routeOrigin, stopAt } from '../forwardPacket.ts'
import type { Packet } from '../packet.ts'
import { dropAt, loseAt, recordHandOver } from '../recordHandOver.ts'

/** A NAT gateway rewrites the source and sends on by the table of its own subnet. Source: VPC guide, NAT gateway basics. */
export function passNatGateway(
  walk: Walk,
  input: HandoverInput<Extract<RouteTarget, { kind: 'nat-gateway' }>>,
): Arrival | null {
  return translate(walk, input, input.route.target.eni)
}

/** The node of the sender's zone takes the packet; a zone that the gateway does not cover has none. Source: Reachability Analyzer, REGIONAL_NGW_ROUTE_AZ_RESTRICTION. */
export function passRegionalNatGateway(
  walk: Walk,
  input: HandoverInput<Extract<RouteTarget, { kind: 'regional-nat-gateway' }>>,
): Arrival | null {
  const { id, nat } = input.route.target
  const node = nat.nodes.get(input.subnet?.zoneName ?? '')
  if (node) return translate(walk, input, node)
  walk.recorder?.atHop(id, nameOf(walk, id))
  return nat.vpc.id === input.vpc.id
    ? stopAt(walk, input.packet, 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION', { construct: id, path: ['zones'] })
    : stopAt(walk, input.packet, 'BAD_STATE_ROUTE', routeOrigin(input.table, input.route))
}

function translate(walk: Walk, { subnet, vpc, table, packet, sender, route }: HandoverInput, nat: Eni): Arrival | null {
  const id = nat.owner
  if (nat.subnet.vpc.id !== vpc.id) {
    walk.recorder?.atHop(id, nameOf(walk, id))
    return stopAt(walk, packet, 'BAD_STATE_ROUTE', routeOrigin(table, route))
  }
  if (walk.sessions.slice(walk.remembered).some((one) => one.eni === nat))
    return stopAt(walk, packet, 'FORWARDING_LOOP', routeOrigin(table, route))
  if (nat.subnet.id !== subnet?.id) {
    walk.recorder?.atHop(nat.subnet.id, nameOf(walk, nat.subnet.id))
    passAcl(walk, nat.subnet, 'ingress', packet)
  }
  walk.recorder?.atHop(id, nameOf(walk, id))
  // an answer to something that it never saw opens no session
  if (walk.leg === 'reply')
    return dropAt(walk, id, 'nat-gateway', packet, 'REPLY_LEAVES_ELSEWHERE', routeOrigin(table, route))
  const four = toIp4(packet)
  if (!four) return stopAt(walk, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  if (nat.address === null)
    return loseAt(
      walk,
      id,
      'nat-gateway',
      packet,
      nat.gaps.address ?? { code: 'invalid-value', at: nat.origin, message: 'the NAT gateway has no address' },
    )
  // Source: Reachability Analyzer, NGW_REQUIRES_SOURCE_IN_VPC; what a transit gateway brings in counts as the VPC's own (central egress)
  if (
    sender.role !== 'transit-gateway' &&
    !sentInside(walk, sender) &&
    !vpc.blocks.some((block) => contains(block, packet.src))
  )
    return stopAt(walk, packet, 'NGW_REQUIRES_SOURCE_IN_VPC', { construct: id, path: [] })
  // Source: VPC guide, NAT gateway basics: TCP, UDP and ICMP
  if (four.protocol !== PROTOCOL.tcp && four.protocol !== PROTOCOL.udp && four.protocol !== PROTOCOL.icmp)
    return stopAt(walk, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  if (walk.leg === 'request') walk.via.push(id)
  walk.path = 'nat-gateway'
  walk.sessions.push({ kind: 'nat', eni: nat, before: packet })
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'translated',
      to: id,
      how: 'nat-gateway',
      packet,
      decidedBy: route.origin,
      code: null,
      rewrites: { what: 'source', from: formatAddress(packet.src), to: formatAddress(nat.address) },
    })
  const arrival = forwardPacket(walk, nat.subnet, { ...four, src: nat.address }, nat)
  // the route that counts is the one that led to the NAT gateway
  return arrival && { ...arrival, route }
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
const NAT64 = blockOf('64:ff9b::/96')!

/** An appliance or an endpoint of a Gateway Load Balancer that passes on what a transit gateway brought in. */
const sentInside = (walk: Walk, sender: Eni): boolean =>
  walk.topology.transitGateways.has(walk.crossed.at(-1) ?? '') &&
  (sender.role === 'gateway-load-balancer-endpoint' || sender.forwarding === 'routes')
