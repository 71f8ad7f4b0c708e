import type { Origin } from '../../../topology/origin.ts'
import { PROTOCOL, type RouteTarget } from '../../../topology/topology.ts'
import { nameOf, type Walk } from '../../walk.ts'
import type { Arrival, HandoverInput } from '../forwardPacket.ts'
import { isIcmp } from '../packet.ts'
import { dropAt, recordHandOver } from '../recordHandOver.ts'

/** A gateway endpoint takes TCP and ping to its service, from interfaces of its VPC alone. Source: Reachability Analyzer, VPCE_GATEWAY_PROTOCOL_RESTRICTION. */
export function passGatewayEndpoint(
  walk: Walk,
  { packet, sender, route }: HandoverInput<Extract<RouteTarget, { kind: 'gateway-endpoint' }>>,
): Arrival | null {
  const { id } = route.target
  walk.recorder?.atHop(id, nameOf(walk, id))
  if (walk.leg === 'request') walk.via.push(id)
  walk.path = 'gateway-endpoint'
  const decidedBy: Origin = { construct: id, path: ['service'] }
  if (packet.protocol !== PROTOCOL.tcp && !isIcmp(packet.protocol))
    return dropAt(walk, id, 'gateway-endpoint', packet, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', decidedBy)
  // Source: PrivateLink guide: traffic of peered VPCs, VPNs, Direct Connect and transit gateways cannot use it
  if (sender.role === 'transit-gateway')
    return dropAt(walk, id, 'gateway-endpoint', packet, 'VPCE_GATEWAY_FROM_ELSEWHERE', decidedBy)
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
