import { isIp4 } from '../../net/address.ts'
import { isOnLink } from '../../topology/isOnLink.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Route, SubnetNet, TableNet, UnreadRoute } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import { arriveAt } from './arrival.ts'
import { takeHop } from './circles.ts'
import { passAcl } from './filters/passFilters.ts'
import { findEni } from './findEni.ts'
import { findListedRoute, findUnreadRoute, lookUpRoute, rivalRoute } from './lookUpRoute.ts'
import type { Follow, Forward, Next } from './next.ts'
import { nobodyHas } from './nobodyHas.ts'
import type { Packet } from './packet.ts'
import { goTo, stop } from './place.ts'
import { originOfRoute, originOfTable, routeStep, unroutedStep } from './routeStep.ts'
import { stations } from './stations/stations.ts'
import { addAmbiguity, addBlocker, addTopologyGap, assumeListed, GAP_CODES } from './tell.ts'
import type { Walk } from './walk.ts'

/** A packet leaves an interface of a subnet: to a neighbour as it is, else past the subnet's ACL to where its table leads. */
export function forward(walk: Walk, { subnet, packet, sender }: Forward): Next {
  goTo(walk, subnet.id)
  if (!takeHop(walk)) return stop(walk, packet, 'FORWARDING_LOOP', { construct: subnet.id, path: [] })
  const { table, vpc } = subnet
  if (isOnLink(subnet, packet.dst)) {
    walk.told.recorder?.step(
      unroutedStep(table, packet.dst, 'not-routed', { decidedBy: blockOf(subnet, packet), rule: 'aws-rule' }),
    )
    const eni = findEni(vpc, packet.dst)
    return eni ? arriveAt(eni, packet, subnet, null) : nobodyHas(walk, vpc, packet, blockOf(subnet, packet))
  }
  passAcl(walk, subnet, 'egress', packet)
  let route = lookUpRoute(table, packet.dst)
  if (table.unread.length > 0) {
    const listed = findListedRoute(table, packet.dst, route, walk.asked)
    const unread = findUnreadRoute(table, packet.dst, listed ?? route, walk.asked)
    if (unread) return loseWay(walk, table, packet, unread)
    if (listed) assumeListed(walk, listed)
    route = listed ?? route
  }
  if (!route) return refuseRoute(walk, table, packet, 'no-route', 'NO_ROUTE_TO_DESTINATION', null)
  return follow(walk, { kind: 'follow', subnet, vpc, table, packet, sender, route })
}

/** Hands the packet over to where the route leads. */
export function follow(walk: Walk, hop: Follow): Next {
  const { table, packet, route } = hop
  const rival = rivalRoute(table, packet.dst, route)
  if (route.target.kind === 'blackhole' && !rival)
    return refuseRoute(walk, table, packet, 'blackhole', 'BAD_STATE_ROUTE', route)
  if (rival) addAmbiguity(walk, route.origin, rival.label)
  if (walk.carried.leg === 'reply') notePast(walk, hop)
  walk.told.recorder?.step(routeStep(table, packet.dst, route, rival ? 'ambiguous' : 'matched', placeOf(hop)))
  if (route.target.kind === 'blackhole') return null
  // the table is exhaustive over target kinds, which the compiler cannot see through the index
  return (stations[route.target.kind] as (walk: Walk, hop: Follow) => Next)(walk, hop)
}

/** The first route of its VPC that leads an answer past the endpoint that saw the request. */
function notePast({ carried }: Walk, { vpc, subnet, table, route }: Follow): void {
  const { sessions, pastInspection } = carried
  const top = sessions.at(-1)
  if (pastInspection || top?.kind !== 'inspection' || top.eni.subnet.vpc !== vpc || top.eni.subnet === subnet) return
  if (!('eni' in route.target) || route.target.eni !== top.eni) carried.pastInspection = originOfRoute(table, route)
}

const placeOf = ({ subnet, vpc }: Follow) =>
  subnet === null ? 'gateway' : vpc.site === 'on-premises' ? 'on-premises' : undefined

/** Traffic inside one subnet is not routed, and no network ACL sees it. Source: VPC guide, network ACLs. */
const blockOf = ({ id }: SubnetNet, { dst }: Packet): Origin => ({
  construct: id,
  path: [isIp4(dst) ? 'cidr' : 'ipv6Cidr'],
})

/** The packet's way hangs on a route, or a table, that cannot be read. */
function loseWay(walk: Walk, table: TableNet, packet: Packet, { gap }: UnreadRoute): null {
  const step = unroutedStep(table, packet.dst, 'ambiguous', { decidedBy: gap.at })
  walk.told.recorder?.step({ ...step, code: GAP_CODES[gap.code] })
  addTopologyGap(walk, gap)
  return null
}

function refuseRoute(
  walk: Walk,
  table: TableNet,
  packet: Packet,
  outcome: 'no-route' | 'blackhole',
  code: Code,
  route: Route | null,
): null {
  const decidedBy = route?.origin ?? originOfTable(table, packet.dst)
  const of = table.vpc.site === 'on-premises' ? 'on-premises' : undefined
  walk.told.recorder?.step(routeStep(table, packet.dst, route, outcome, of, { code, decidedBy }))
  addBlocker(walk, code, decidedBy)
  return null
}
