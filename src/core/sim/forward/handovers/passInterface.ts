import { formatAddress, isIp4 } from '../../../net/address.ts'
import type { Eni, RouteTarget } from '../../../topology/topology.ts'
import { nameOf, type Walk } from '../../walk.ts'
import { passAcl, passGroups, rememberGroups } from '../filters/passFilters.ts'
import { type Arrival, forwardPacket, type HandoverInput, routeOrigin, visit } from '../forwardPacket.ts'
import { cannotTellAt, dropAt, recordHandOver } from '../recordHandOver.ts'

/**
 * A route to an instance or its interface: what is not addressed to it gets in only with the source/destination check off,
 * past its groups, and what then becomes of it is up to the system behind it. Source: VPC guide, middlebox appliances and NAT instances.
 */
export function passInterface(
  walk: Walk,
  { subnet, vpc, table, packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'network-interface' }>>,
): Arrival | null {
  const { id, eni } = route.target
  const drop = (code: Parameters<typeof dropAt>[4], decidedBy: Parameters<typeof dropAt>[5]) =>
    dropAt(walk, id, 'appliance', packet, code, decidedBy)
  if (eni.subnet.vpc.id !== vpc.id) return drop('BAD_STATE_ROUTE', routeOrigin(table, route))
  if (!visit(walk, eni, packet)) return drop('FORWARDING_LOOP', routeOrigin(table, route))
  if (subnet?.id !== eni.subnet.id) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', packet)
  }
  walk.recorder?.atHop(id, nameOf(walk, id))
  const own = isIp4(packet.dst) ? packet.dst === eni.address : false
  if (own) return { kind: 'interface', eni, packet, from: eni.subnet, route }
  const known = walk.leg === 'reply' && walk.passed.includes(eni)
  if (known) rememberGroups(walk, eni, 'ingress', packet)
  else passGroups(walk, eni, 'ingress', packet)
  if (eni.sourceDestCheck)
    return drop('ENI_SOURCE_DEST_CHECK_RESTRICTION', {
      construct: id,
      path: [...eni.origin.path, 'sourceDestCheck'],
    })
  const decidedBy = { construct: id, path: ['forwarding'] }
  if (eni.forwarding === 'unknown')
    return cannotTellAt(
      walk,
      id,
      'appliance',
      packet,
      decidedBy,
      `what ${nameOf(walk, id)} does with packets that are not its own is not said`,
    )
  if (eni.forwarding === 'none') return drop('APPLIANCE_DOES_NOT_FORWARD', decidedBy)
  if (hasOtherSides(walk, eni))
    return cannotTellAt(
      walk,
      id,
      'appliance',
      packet,
      { construct: id, path: ['interfaces'] },
      `from which of its interfaces ${nameOf(walk, id)} passes packets on`,
    )
  if (walk.leg === 'request') {
    walk.passed.push(eni)
    walk.via.push(id)
  }
  const translates = eni.forwarding === 'translates' && isIp4(packet.src) && eni.address !== null
  const onward = translates ? { ...packet, src: eni.address! } : packet
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: translates ? 'translated' : 'forwarded',
      to: id,
      how: 'appliance',
      packet,
      decidedBy,
      code: null,
      ...(translates
        ? { rewrites: { what: 'source' as const, from: formatAddress(packet.src), to: formatAddress(onward.src) } }
        : {}),
    })
  if (translates) walk.sessions.push({ kind: 'nat', eni, before: packet })
  if (known) rememberGroups(walk, eni, 'egress', onward)
  else passGroups(walk, eni, 'egress', onward)
  return forwardPacket(walk, eni.subnet, onward, eni)
}

/** Whether it has interfaces in other subnets: the routes of its own system are no part of a design. */
const hasOtherSides = (walk: Walk, { owner, subnet }: Eni): boolean =>
  walk.topology.enisOf.get(owner)?.some((one) => one.subnet !== subnet) ?? false
