import { formatAddress, isIp4 } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import { type Eni, PROTOCOL, type RouteTarget } from '../../topology/topology.ts'
import { addNote, nameOf, type Walk } from '../walk.ts'
import { type Arrival, forwardPacket, type HandoverInput, routeOrigin, stopAt } from './forwardPacket.ts'
import { passAcl } from './passFilters.ts'
import { recordHandOver } from './recordHandOver.ts'

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
  if (!isIp4(packet.src) || nat.address === null) {
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'unknown',
        to: id,
        how: 'nat-gateway',
        packet,
        decidedBy: route.origin,
        code: 'NOT_MODELLED',
      })
    addNote(walk.gaps, 'NOT_MODELLED', route.origin, {
      message: isIp4(packet.src)
        ? (nat.gaps.address?.message ?? 'the NAT gateway has no address')
        : 'IPv6 through a NAT gateway (NAT64)',
    })
    return null
  }
  // Source: Reachability Analyzer, NGW_REQUIRES_SOURCE_IN_VPC; what a transit gateway brings in counts as the VPC's own (central egress)
  if (
    sender.role !== 'transit-gateway' &&
    !sentInside(walk, sender) &&
    !vpc.blocks.some((block) => contains(block, packet.src))
  )
    return stopAt(walk, packet, 'NGW_REQUIRES_SOURCE_IN_VPC', { construct: id, path: [] })
  // Source: VPC guide, NAT gateway basics: TCP, UDP and ICMP
  if (packet.protocol !== PROTOCOL.tcp && packet.protocol !== PROTOCOL.udp && packet.protocol !== PROTOCOL.icmp)
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
  const arrival = forwardPacket(walk, nat.subnet, { ...packet, src: nat.address }, nat)
  // the route that counts is the one that led to the NAT gateway
  return arrival && { ...arrival, route }
}

/** An appliance or an endpoint of a Gateway Load Balancer that passes on what a transit gateway brought in. */
const sentInside = (walk: Walk, sender: Eni): boolean =>
  walk.topology.transitGateways.has(walk.crossed.at(-1) ?? '') &&
  (sender.role === 'gateway-load-balancer-endpoint' || sender.forwarding === 'routes')
