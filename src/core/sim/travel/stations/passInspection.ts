import { isIp4 } from '../../../net/address.ts'
import type { TableNet } from '../../../topology/topology.ts'
import { isTooLarge } from '../balance/isTooLarge.ts'
import { meetAppliance } from '../balance/meetAppliance.ts'
import { takeHop } from '../circles.ts'
import { dropOneSided, wayOfRequest, wayThrough } from '../dropOneSided.ts'
import { crossEdge } from '../filters/passFilters.ts'
import { passFirewall, passFirewallBack } from '../filters/passFirewall.ts'
import { detour, type FollowTo, forwardFrom, type Next } from '../next.ts'
import { cannotTell, drop, lose, pass, placeAt } from '../place.ts'
import { originOfRoute } from '../routeStep.ts'
import { namePathFirst, passThrough } from '../tell.ts'
import { closeSession, openSession, type Walk } from '../walk.ts'

const HOW = 'gateway-load-balancer-endpoint'

/**
 * A route to an endpoint of a Gateway Load Balancer or of a Network Firewall: the packet goes to what is behind it and comes out of the endpoint
 * again as it was. What an appliance, or a firewall's stateful engine, does not see in both directions it drops. Source: AWS PrivateLink guide, Gateway Load Balancer endpoints; Gateway Load Balancer guide; Network Firewall guide, asymmetric routing.
 */
export function passInspection(walk: Walk, { subnet, vpc, table, packet, route }: FollowTo<typeof HOW>): Next {
  const { id, eni } = route.target
  const { inspection } = eni
  const firewall = inspection?.firewall ?? null
  const how = firewall ? 'network-firewall' : HOW
  const place = placeAt(walk, id, how, packet)
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
  namePathFirst(walk, how)
  const onward = forwardFrom(eni, packet)
  if (firewall) {
    passThrough(walk, id)
    if (walk.carried.leg === 'reply') return passFirewallBack(place, eni, firewall, origin) && onward
    passFirewall(place, eni, firewall, origin)
    return onward
  }
  pass(place, route.origin)
  return detour(meetAppliance(place, inspection), (reached) => {
    if (!reached) return null
    if (walk.carried.leg === 'request') openSession(walk, { kind: 'inspection', eni, route: origin, later: null })
    else {
      const top = walk.carried.sessions.at(-1)
      // another endpoint's appliances, or none, have seen the request
      if (top?.kind !== 'inspection' || top.eni !== eni)
        return dropOneSided(place, { request: wayOfRequest(top), reply: wayThrough(eni, origin) }, origin)
      closeSession(walk)
    }
    return onward
  })
}

function isOfPrivateGateway({ topology }: Walk, { id }: TableNet): boolean {
  const { constructs } = topology.design
  const table = id === null ? undefined : constructs[id]
  const gateway = table?.kind === 'route-table' && table.edgeOf !== null ? constructs[table.edgeOf] : undefined
  return gateway?.kind === 'virtual-private-gateway'
}
