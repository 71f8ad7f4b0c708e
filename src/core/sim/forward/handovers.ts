import { formatAddress, isIp4 } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import { scopeOf } from '../../net/special.ts'
import type { Origin } from '../../topology/origin.ts'
import { type Eni, PROTOCOL, type RouteTarget, type VpcNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Step } from '../verdict.ts'
import { addBlocker, addNote, addTopologyGap, GAP_CODES, nameOf, type Walk } from '../walk.ts'
import { type Arrival, findEni, forwardPacket, type HandoverInput, routeOrigin, stopAt } from './forwardPacket.ts'
import { isIcmp, type Packet } from './packet.ts'
import { passAcl } from './passFilters.ts'

type Handover<K extends RouteTarget['kind']> = (
  walk: Walk,
  input: HandoverInput<Extract<RouteTarget, { kind: K }>>,
) => Arrival | null

/** What happens at each kind of route target: the packet reaches an interface, goes on from another place, or is refused there. */
export const handovers: { readonly [K in RouteTarget['kind']]: Handover<K> } = {
  local: handOverLocally,
  'internet-gateway': passInternetGateway,
  'nat-gateway': passNatGateway,
  'gateway-endpoint': passGatewayEndpoint,
  // lookups that find a blackhole are refused before a hand-over; a table built by hand could still lead here
  blackhole: (walk, { packet, route }) => stopAt(walk, packet, 'BAD_STATE_ROUTE', route.origin),
  unknown: (walk, { packet, route }) => {
    const code = GAP_CODES[route.target.code]
    if (walk.recorder)
      recordHandOver(walk, { outcome: 'unknown', to: null, how: 'nobody', packet, decidedBy: route.origin, code })
    addNote(walk.gaps, code, route.origin, { message: route.target.why })
    return null
  },
}

function handOverLocally(walk: Walk, { subnet, packet, route }: HandoverInput): Arrival | null {
  const eni = findEni(subnet.vpc, packet.dst)
  return eni
    ? { kind: 'interface', eni, packet, from: subnet, route }
    : stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: subnet.vpc.id, path: ['cidrs'] })
}

function passInternetGateway(
  walk: Walk,
  { subnet, packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'internet-gateway' }>>,
): Arrival | null {
  const { id } = route.target
  walk.recorder?.atHop(id, nameOf(walk, id))
  const refuse = (code: Code, decidedBy: Origin | null) => {
    if (walk.recorder)
      recordHandOver(walk, { outcome: 'dropped', to: id, how: 'internet-gateway', packet, decidedBy, code })
    addBlocker(walk, code, decidedBy)
  }
  if (route.target.vpc?.id !== subnet.vpc.id) {
    refuse('BAD_STATE_ATTACHMENT', routeOrigin(subnet.table, route))
    return null
  }
  const scope = scopeOf(packet.dst)
  if (scope !== 'public') {
    const code =
      scope === 'rfc6598'
        ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
        : 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
    refuse(code, routeOrigin(subnet.table, route))
    return null
  }
  if (isIp4(packet.dst) && sender.publicAddress === null && sender.gaps.publicAddress) {
    const gap = sender.gaps.publicAddress
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'unknown',
        to: id,
        how: 'internet-gateway',
        packet,
        decidedBy: gap.at,
        code: GAP_CODES[gap.code],
      })
    addTopologyGap(walk, gap)
    return null
  }
  if (isIp4(packet.dst) && sender.publicAddress === null) {
    // Source: VPC guide, internet gateways: IPv4 needs a public address mapped to the sending interface
    refuse('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', {
      construct: sender.origin.construct,
      path: [...sender.origin.path, 'publicIp'],
    })
    if (walk.translations.length === 0) walk.path ??= 'internet-gateway'
    return null
  }
  walk.via.push(id)
  walk.path = walk.translations.length > 0 ? 'nat-gateway' : 'internet-gateway'
  const outside: Packet = isIp4(packet.dst) ? { ...packet, src: sender.publicAddress! } : packet
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: outside === packet ? 'forwarded' : 'translated',
      to: id,
      how: 'internet-gateway',
      packet,
      decidedBy: route.origin,
      code: null,
      ...(outside === packet
        ? {}
        : { rewrites: { what: 'source' as const, from: formatAddress(packet.src), to: formatAddress(outside.src) } }),
    })
  const inside = findPublicOwner(walk, packet)
  if (!inside) return { kind: 'outside', packet: outside, gateway: 'internet-gateway', gatewayId: id, sender, route }
  return enterFromInternet(walk, inside, outside, route)
}

const findPublicOwner = (walk: Walk, packet: Packet): Eni | undefined => {
  if (typeof packet.dst === 'number') return walk.topology.publicAt.get(packet.dst)
  for (const vpc of walk.topology.vpcs.values()) {
    const eni = findEni(vpc, packet.dst)
    if (eni) return eni
  }
  return undefined
}

/** The internet gateway of the owner's VPC maps the public address to the interface; without a gateway nothing comes in. */
export function enterFromInternet(walk: Walk, eni: Eni, packet: Packet, route: Arrival['route']): Arrival | null {
  const vpc: VpcNet = eni.subnet.vpc
  const gateway = vpc.gateways[0]
  if (gateway === undefined) return stopAt(walk, packet, 'BAD_STATE_ATTACHMENT', { construct: vpc.id, path: [] })
  walk.recorder?.atHop(gateway, nameOf(walk, gateway))
  if (walk.via.at(-1) !== gateway) walk.via.push(gateway)
  walk.path ??= 'internet-gateway'
  const inside = isIp4(packet.dst) && eni.address !== null ? { ...packet, dst: eni.address } : packet
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: inside === packet ? 'forwarded' : 'translated',
      to: gateway,
      how: 'internet-gateway',
      packet,
      decidedBy: {
        construct: eni.origin.construct,
        path: [...eni.origin.path, isIp4(packet.dst) ? 'publicIp' : 'ipv6'],
      },
      code: null,
      ...(inside === packet
        ? {}
        : {
            rewrites: { what: 'destination' as const, from: formatAddress(packet.dst), to: formatAddress(inside.dst) },
          }),
    })
  return { kind: 'interface', eni, packet: inside, from: null, route }
}

function passNatGateway(
  walk: Walk,
  { subnet, packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'nat-gateway' }>>,
): Arrival | null {
  const { id, eni: nat } = route.target
  if (nat.subnet.vpc.id !== subnet.vpc.id) {
    walk.recorder?.atHop(id, nameOf(walk, id))
    return stopAt(walk, packet, 'BAD_STATE_ROUTE', routeOrigin(subnet.table, route))
  }
  if (walk.translations.slice(walk.remembered).some((one) => one.nat === nat))
    return stopAt(walk, packet, 'FORWARDING_LOOP', routeOrigin(subnet.table, route))
  if (nat.subnet.id !== subnet.id) {
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
  if (!subnet.vpc.blocks.some((block) => contains(block, packet.src)))
    return stopAt(walk, packet, 'NGW_REQUIRES_SOURCE_IN_VPC', { construct: id, path: [] })
  // Source: VPC guide, NAT gateway basics: TCP, UDP and ICMP
  if (packet.protocol !== PROTOCOL.tcp && packet.protocol !== PROTOCOL.udp && packet.protocol !== PROTOCOL.icmp)
    return stopAt(walk, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: [] })
  walk.via.push(id)
  walk.path = 'nat-gateway'
  walk.translations.push({ nat, before: packet, sender })
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

function passGatewayEndpoint(
  walk: Walk,
  { packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'gateway-endpoint' }>>,
): Arrival | null {
  const { id } = route.target
  walk.recorder?.atHop(id, nameOf(walk, id))
  walk.via.push(id)
  walk.path = 'gateway-endpoint'
  // Source: Reachability Analyzer, VPCE_GATEWAY_PROTOCOL_RESTRICTION: TCP and ICMP echo
  const refused = packet.protocol !== PROTOCOL.tcp && packet.protocol !== PROTOCOL.icmp
  const decidedBy: Origin = { construct: id, path: ['service'] }
  if (refused) {
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'dropped',
        to: id,
        how: 'gateway-endpoint',
        packet,
        decidedBy,
        code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
      })
    addBlocker(walk, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', decidedBy)
    return null
  }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'forwarded',
      to: id,
      how: 'gateway-endpoint',
      packet,
      decidedBy: route.origin,
      code: null,
    })
  return { kind: 'outside', packet, gateway: 'gateway-endpoint', gatewayId: id, sender, route }
}

type HandOverStep = Extract<Step, { kind: 'hand-over' }>
/** What a hand-over step says. */
export interface HandOverWords {
  readonly outcome: HandOverStep['outcome']
  readonly to: HandOverStep['detail']['to']
  readonly how: HandOverStep['detail']['how']
  readonly packet: Packet
  readonly decidedBy: Origin | null
  readonly code: Code | null
  readonly rewrites?: NonNullable<HandOverStep['detail']['rewrites']>
}

/** Writes a hand-over step, where anyone keeps a trace. */
export function recordHandOver(
  walk: Walk,
  { outcome, to, how, packet, decidedBy, code, rewrites }: HandOverWords,
): void {
  walk.recorder?.step({
    kind: 'hand-over',
    outcome,
    code,
    detail: {
      to,
      how,
      ...(rewrites ? { rewrites } : {}),
      address: formatAddress(packet.dst),
      port: isIcmp(packet.protocol) ? null : packet.ports.from,
    },
    evidence: { decidedBy, considered: [] },
  })
}
