import { append } from '../../../base/append.ts'
import { isIp4 } from '../../../net/address.ts'
import type { Eni, Route, TableNet, VpcNet } from '../../../topology/topology.ts'
import { arriveAt } from '../arrival.ts'
import { findUnreadRoute, lookUpRoute } from '../lookUpRoute.ts'
import type { Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { drop, enter, type Place, placeAt, say, sayTranslated, stop } from '../place.ts'
import { addTopologyGap, namePathFirst, passThrough } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { MTU, noteSize } from './noteSize.ts'
import { blockedAccess, publicFieldOf } from './publicAccess.ts'

/** The internet gateway of the owner's VPC maps the public address to the interface; without a gateway nothing comes in. */
export function enterFromInternet(walk: Walk, eni: Eni, packet: Packet, route: Route | null): Next {
  const { vpc } = eni.subnet
  const { carried } = walk
  const gateway = vpc.gateways[0]
  if (gateway === undefined) return stop(walk, packet, 'BAD_STATE_ATTACHMENT', { construct: vpc.id, path: [] })
  const place = placeAt(walk, gateway, 'internet-gateway', packet)
  enter(place)
  passThrough(walk, gateway)
  namePathFirst(walk, 'internet-gateway')
  const blocked = blockedAccess(eni, 'ingress', null)
  if (blocked && carried.leg === 'request') return drop(place, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  noteSize(place, MTU.internet)
  const inside = isIp4(packet.dst) && eni.address !== null ? { ...packet, dst: eni.address } : packet
  if (walk.told.recorder) sayMapping(place, eni, inside)
  if (carried.leg === 'request') carried.mapped = append(carried.mapped, eni)
  const edge = vpc.edges.get(gateway) ?? null
  const appliance = edge && isIp4(inside.dst) ? lookUpRoute(edge, inside.dst)?.target : undefined
  // Source: VPC guide, gateway route tables: the appliance's interface must have a public address
  if (appliance?.kind === 'network-interface' && appliance.eni.publicAddress === null)
    return drop({ ...place, packet: inside }, 'INGRESS_RTB_NO_PUBLIC_IP', publicFieldOf(appliance.eni))
  const top = carried.leg === 'reply' ? carried.sessions.at(-1) : undefined
  if (top?.kind === 'inspection' && top.eni.subnet.vpc === vpc && !edge)
    carried.pastInspection = { construct: gateway, path: [] }
  return enterByEdge(walk, vpc, edge, inside, eni, route)
}

function sayMapping(place: Place, eni: Eni, inside: Packet): void {
  const { packet } = place
  const mapped = publicFieldOf(eni, !isIp4(packet.dst))
  if (inside === packet) say(place, 'forwarded', mapped)
  else sayTranslated(place, mapped, 'destination', packet.dst, inside.dst)
}

/** What comes in by a gateway goes straight to its interface, unless the gateway's own table sends it by an appliance. Source: VPC guide, gateway route tables. */
export function enterByEdge(
  walk: Walk,
  vpc: VpcNet,
  edge: TableNet | null,
  packet: Packet,
  eni: Eni,
  route: Route | null,
): Next {
  const direct = arriveAt(eni, packet, null, route)
  if (!edge) return direct
  const found = lookUpRoute(edge, packet.dst)
  const unread = edge.unread.length > 0 ? findUnreadRoute(edge, packet.dst, found, null) : null
  if (unread) {
    addTopologyGap(walk, unread.gap)
    walk.carried.astray = true
    return direct
  }
  if (!found || found.target.kind === 'local') return direct
  return { kind: 'follow', subnet: null, vpc, table: edge, packet, sender: eni, route: found }
}
