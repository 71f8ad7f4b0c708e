import { formatAddress, isIp4 } from '../../../net/address.ts'
import { scopeOf } from '../../../net/special.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Eni, RouteTarget, SubnetNet, TableNet } from '../../../topology/topology.ts'
import { nameOf, type Walk } from '../../walk.ts'
import { type Arrival, findEni, type HandoverInput, routeOrigin } from '../forwardPacket.ts'
import { lookUpRoute } from '../lookUpRoute.ts'
import type { Packet } from '../packet.ts'
import { dropAt, loseAt, recordHandOver } from '../recordHandOver.ts'
import { enterFromInternet } from './enterFromInternet.ts'

/** An internet gateway needs a public address on the interface that the packet comes from, and puts it in the place of the private one. Source: VPC guide, internet gateways. */
export function passInternetGateway(
  walk: Walk,
  { subnet, vpc, table, packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'internet-gateway' }>>,
): Arrival | null {
  const { id } = route.target
  const refuse = (code: Parameters<typeof dropAt>[4], decidedBy: Origin | null) =>
    dropAt(walk, id, 'internet-gateway', packet, code, decidedBy)
  walk.recorder?.atHop(id, nameOf(walk, id))
  if (route.target.vpc?.id !== vpc.id) return refuse('BAD_STATE_ATTACHMENT', routeOrigin(table, route))
  const scope = scopeOf(packet.dst)
  if (scope !== 'public')
    return refuse(
      scope === 'rfc6598'
        ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
        : 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
      routeOrigin(table, route),
    )
  // appliances pass packets on as they are: whose public address counts is told by the source
  const owner = findEni(vpc, packet.src) ?? sender
  if (isIp4(packet.dst) && owner.publicAddress === null && owner.gaps.publicAddress)
    return loseAt(walk, id, 'internet-gateway', packet, owner.gaps.publicAddress)
  if (isIp4(packet.dst) && owner.publicAddress === null) {
    refuse('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', publicFieldOf(owner))
    if (walk.sessions.length === 0) walk.path ??= 'internet-gateway'
    return null
  }
  const aside = turnsAside(walk, vpc.edges.get(id), packet)
  if (aside) return refuse('INGRESS_RTB_TRAFFIC_REDIRECTION', aside)
  const blocked = blockedAccess(owner, walk.leg === 'request' ? 'egress' : 'reply', subnet)
  if (blocked) return refuse('VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  if (walk.leg === 'request') walk.via.push(id)
  if (!isIp4(packet.dst) || owner.role !== 'nat') walk.path = 'internet-gateway'
  else walk.path = 'nat-gateway'
  const outside: Packet = isIp4(packet.dst) ? { ...packet, src: owner.publicAddress! } : packet
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
  return meetOutside(walk, {
    kind: 'outside',
    packet: outside,
    gateway: 'internet-gateway',
    gatewayId: id,
    sender: owner,
    route,
  })
}

/**
 * The route of the gateway's own table that leads what comes back by an appliance which has not seen this packet.
 * Source: Reachability Analyzer, INGRESS_RTB_TRAFFIC_REDIRECTION.
 */
function turnsAside(walk: Walk, edge: TableNet | undefined, { src }: Packet): Origin | null {
  const route = edge ? lookUpRoute(edge, src) : null
  if (route?.target.kind === 'network-interface') {
    const { eni } = route.target
    return walk.visited.some(({ at }) => at === eni) ? null : route.origin
  }
  // on the way back an endpoint's own memory says whether it was passed
  if (route?.target.kind !== 'gateway-load-balancer-endpoint' || walk.leg === 'reply') return null
  const { eni } = route.target
  return walk.sessions.some((one) => one.kind === 'inspection' && one.eni === eni) ? null : route.origin
}

/** Where the design would give an interface its public address. */
export const publicFieldOf = ({ origin, role }: Eni): Origin =>
  role === 'client' || role === 'nat' ? { construct: origin.construct, path: [...origin.path, 'publicIp'] } : origin

/** IPv6 out, and nothing in but the answers. Source: VPC guide, egress-only internet gateways. */
export function passEgressOnlyInternetGateway(
  walk: Walk,
  {
    subnet,
    vpc,
    table,
    packet,
    sender,
    route,
  }: HandoverInput<Extract<RouteTarget, { kind: 'egress-only-internet-gateway' }>>,
): Arrival | null {
  const { id } = route.target
  const how = 'egress-only-internet-gateway'
  if (route.target.vpc?.id !== vpc.id)
    return dropAt(walk, id, how, packet, 'BAD_STATE_ATTACHMENT', routeOrigin(table, route))
  if (isIp4(packet.dst)) return dropAt(walk, id, how, packet, 'PROTOCOL_RESTRICTION', routeOrigin(table, route))
  // Source: AWS PrivateLink guide, Gateway Load Balancer endpoints: what comes out of one is dropped here
  if (sender.role === 'gateway-load-balancer-endpoint')
    return dropAt(walk, id, how, packet, 'PROTOCOL_RESTRICTION', routeOrigin(table, route))
  // an answer to something that came in elsewhere is none that it remembers
  if (walk.leg === 'reply') return dropAt(walk, id, how, packet, 'REPLY_LEAVES_ELSEWHERE', routeOrigin(table, route))
  const blocked = subnet?.publicAccess?.lets === 'nothing' ? subnet.publicAccess.origin : null
  if (blocked) return dropAt(walk, id, how, packet, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  const owner = findEni(vpc, packet.src) ?? sender
  walk.recorder?.atHop(id, nameOf(walk, id))
  walk.via.push(id)
  walk.path = how
  if (walk.recorder)
    recordHandOver(walk, { outcome: 'forwarded', to: id, how, packet, decidedBy: route.origin, code: null })
  return meetOutside(walk, { kind: 'outside', packet, gateway: how, gatewayId: id, sender: owner, route })
}

/** The internet leads back into AWS where somebody drawn has the address. */
export function meetOutside(walk: Walk, outside: Extract<Arrival, { kind: 'outside' }>): Arrival | null {
  const { packet, route } = outside
  const inside = findPublicOwner(walk, packet)
  if (!inside) return outside
  return enterFromInternet(walk, inside, packet, route) ?? null
}

const findPublicOwner = (walk: Walk, packet: Packet): Eni | undefined => {
  if (typeof packet.dst === 'number') return walk.topology.publicAt.get(packet.dst)
  for (const vpc of walk.topology.vpcs.values()) {
    const eni = findEni(vpc, packet.dst)
    if (eni) return eni
  }
  return undefined
}

/** The setting of VPC Block Public Access that stops this traffic; null where none does. Source: VPC guide, Block Public Access. */
export function blockedAccess(eni: Eni, way: 'egress' | 'ingress' | 'reply', passed: SubnetNet | null): Origin | null {
  const access = (eni.subnet.virtual ? passed : eni.subnet)?.publicAccess ?? null
  if (access === null) return null
  if (access.lets === 'nothing') return access.origin
  // what a NAT gateway opens is let out, and its answers in
  if (eni.role === 'nat' && way === 'egress') return null
  return access.lets === 'egress' && way === 'egress' ? null : access.origin
}
