import { append } from '../../../base/append.ts'
import { isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { NAT64 } from '../../../net/nat64.ts'
import type { Eni } from '../../../topology/topology.ts'
import { arriveAt } from '../arrival.ts'
import { visit } from '../circles.ts'
import { comeInto, passGroups, rememberGroups } from '../filters/passFilters.ts'
import { type FollowTo, forwardFrom, type Next } from '../next.ts'
import { cannotTell, drop, enter, nameOf, placeAt, say, sayTranslated } from '../place.ts'
import { originOfRoute } from '../routeStep.ts'
import { assume, passThrough } from '../tell.ts'
import { openSession, type Walk } from '../walk.ts'

/**
 * A route to an instance or its interface: what is not addressed to it gets in only with the source/destination check off,
 * past its groups, and what then becomes of it is up to the system behind it. Source: VPC guide, middlebox appliances and NAT instances.
 */
export function passInterface(walk: Walk, { subnet, vpc, table, packet, route }: FollowTo<'network-interface'>): Next {
  const { id, eni } = route.target
  const { carried } = walk
  const place = placeAt(walk, id, 'appliance', packet)
  if (eni.subnet.vpc.id !== vpc.id) return drop(place, 'BAD_STATE_ROUTE', originOfRoute(table, route))
  if (!visit(walk, eni, packet)) return drop(place, 'FORWARDING_LOOP', originOfRoute(table, route))
  comeInto(walk, eni.subnet, subnet, packet)
  enter(place)
  if (isIp4(packet.dst) && packet.dst === eni.address) return arriveAt(eni, packet, eni.subnet, route)
  const known = carried.leg === 'reply' && carried.passed.includes(eni)
  const passOwnGroups = known ? rememberGroups : passGroups
  passOwnGroups(walk, eni, 'ingress', packet)
  if (eni.sourceDestCheck)
    return drop(place, 'ENI_SOURCE_DEST_CHECK_RESTRICTION', {
      construct: id,
      path: [...eni.origin.path, 'sourceDestCheck'],
    })
  const decidedBy = { construct: id, path: ['forwarding'] }
  if (eni.forwarding === 'unknown') {
    const message = `what ${nameOf(walk, id)} does with packets that are not its own is not said`
    return cannotTell(place, decidedBy, message)
  }
  if (eni.forwarding === 'none') return drop(place, 'APPLIANCE_DOES_NOT_FORWARD', decidedBy)
  if (hasOtherSides(walk, eni)) {
    const message = `from which of its interfaces ${nameOf(walk, id)} passes packets on`
    return cannotTell(place, { construct: id, path: ['interfaces'] }, message)
  }
  // Source: VPC guide, DNS64 and NAT64, names NAT gateways alone; systems of one's own may do the same
  if (eni.forwarding === 'translates' && contains(NAT64, packet.dst))
    return cannotTell(place, decidedBy, `whether ${nameOf(walk, id)} translates 64:ff9b::/96 (NAT64)`)
  if (carried.leg === 'request') carried.passed = append(carried.passed, eni)
  passThrough(walk, id)
  const own = isIp4(packet.src) ? eni.address : eni.address6
  if (eni.forwarding !== 'translates' || own === null) {
    say(place, 'forwarded', decidedBy)
    passOwnGroups(walk, eni, 'egress', packet)
    return forwardFrom(eni, packet)
  }
  if (!isIp4(packet.src)) assume(walk, 'ASSUMED_TRANSLATES_IPV6', decidedBy)
  sayTranslated(place, decidedBy, 'source', packet.src, own)
  openSession(walk, { kind: 'nat', eni, before: packet })
  const onward = { ...packet, src: own }
  passOwnGroups(walk, eni, 'egress', onward)
  return forwardFrom(eni, onward)
}

/** Whether it has interfaces in other subnets: the routes of its own system are no part of a design. */
const hasOtherSides = (walk: Walk, { owner, subnet }: Eni): boolean =>
  walk.topology.enisOf.get(owner)?.some((one) => one.subnet !== subnet) ?? false
