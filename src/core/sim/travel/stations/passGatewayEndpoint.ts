import type { Origin } from '../../../topology/origin.ts'
import { PROTOCOL } from '../../../topology/topology.ts'
import type { FollowTo, Next } from '../next.ts'
import { isIcmp } from '../packet.ts'
import { cannotTell, drop, enter, pass, placeAt } from '../place.ts'
import { namePath, passThrough } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { MTU, noteSize } from './noteSize.ts'

/** A gateway endpoint takes TCP and ping to its service, from interfaces of its VPC alone. Source: Reachability Analyzer, VPCE_GATEWAY_PROTOCOL_RESTRICTION. */
export function passGatewayEndpoint(walk: Walk, { packet, sender, route }: FollowTo<'gateway-endpoint'>): Next {
  const { id } = route.target
  const place = placeAt(walk, id, 'gateway-endpoint', packet)
  enter(place)
  passThrough(walk, id)
  namePath(walk, 'gateway-endpoint')
  const decidedBy: Origin = { construct: id, path: ['service'] }
  if (packet.protocol !== PROTOCOL.tcp && !isIcmp(packet.protocol))
    return drop(place, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', decidedBy)
  // Source: PrivateLink guide: traffic of peered VPCs, VPNs, Direct Connect and transit gateways cannot use it
  if (sender.role === 'transit-gateway') return drop(place, 'VPCE_GATEWAY_FROM_ELSEWHERE', decidedBy)
  const { refusal } = route.target
  if (refusal) return cannotTell(place, refusal.at, refusal.message, 'AWS_REFUSES')
  noteSize(place, MTU.gatewayEndpoint)
  pass(place, route.origin)
  return { kind: 'outside', packet, gateway: 'gateway-endpoint', gatewayId: id, sender, route }
}
