import { isIp4 } from '../../../net/address.ts'
import type { TableNet } from '../../../topology/topology.ts'
import { isTooLarge } from '../balance/isTooLarge.ts'
import { meetAppliance } from '../balance/meetAppliance.ts'
import { takeHop } from '../circles.ts'
import { crossEdge } from '../filters/passFilters.ts'
import { detour, type FollowTo, forwardFrom, type Next } from '../next.ts'
import { cannotTell, drop, lose, pass, placeAt } from '../place.ts'
import { originOfRoute } from '../routeStep.ts'
import { namePathFirst } from '../tell.ts'
import { closeSession, openSession, type Walk } from '../walk.ts'

const HOW = 'gateway-load-balancer-endpoint'

/**
 * A route to an endpoint of a Gateway Load Balancer: the packet goes to an appliance behind it and comes out of the endpoint again as it was.
 * What the appliance does not see in both directions it drops. Source: AWS PrivateLink guide, Gateway Load Balancer endpoints; Gateway Load Balancer guide.
 */
export function passInspection(walk: Walk, { subnet, vpc, table, packet, route }: FollowTo<typeof HOW>): Next {
  const { id, eni } = route.target
  const { inspection } = eni
  const place = placeAt(walk, id, HOW, packet)
  const origin = originOfRoute(table, route)
  if (eni.subnet.vpc !== vpc) return drop(place, 'BAD_STATE_ROUTE', origin)
  // Source: VPC guide, gateway route tables: that of a virtual private gateway cannot lead here
  if (subnet === null && isOfPrivateGateway(walk, table)) return drop(place, 'BAD_STATE_ROUTE', origin)
  // its own subnet's table leads back to it, over and over
  if (subnet?.id === eni.subnet.id || !takeHop(walk)) return drop(place, 'FORWARDING_LOOP', origin)
  crossEdge(walk, eni.subnet, 'ingress', packet)
  if (!inspection) return cannotTell(place, route.origin, 'an endpoint without anything behind it')
  if (inspection.state !== 'available')
    return drop(place, 'VPCE_STATE_NOT_AVAILABLE', { construct: id, path: ['state'] })
  // Source: AWS PrivateLink guide, IP address types: IPv6 passes dual-stack endpoints alone
  if (!isIp4(packet.dst) && eni.address6 === null)
    return eni.gaps.address6
      ? lose(place, eni.gaps.address6)
      : drop(place, 'PROTOCOL_RESTRICTION', { construct: id, path: ['ipAddressType'] })
  if (isTooLarge(packet)) return drop(place, 'VPCE_PACKET_TOO_LARGE', { construct: id, path: [] })
  namePathFirst(walk, HOW)
  pass(place, route.origin)
  return detour(meetAppliance(place, inspection), (reached) => {
    if (!reached) return null
    if (walk.carried.leg === 'request') openSession(walk, { kind: 'inspection', eni })
    else {
      const top = walk.carried.sessions.at(-1)
      // another endpoint's appliances, or none, have seen the request
      if (top?.kind !== 'inspection' || top.eni !== eni) return drop(place, 'REPLY_LEAVES_ELSEWHERE', origin)
      closeSession(walk)
    }
    return forwardFrom(eni, packet)
  })
}

function isOfPrivateGateway({ topology }: Walk, { id }: TableNet): boolean {
  const { constructs } = topology.design
  const table = id === null ? undefined : constructs[id]
  const gateway = table?.kind === 'route-table' && table.edgeOf !== null ? constructs[table.edgeOf] : undefined
  return gateway?.kind === 'virtual-private-gateway'
}
