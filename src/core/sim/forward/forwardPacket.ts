import type { ConstructId } from '../../model/kinds/registry.ts'
import { type Address, formatAddress, isIp4, sameAddress } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Eni, Route, SubnetNet, TableNet, UnreadRoute, VpcNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import { addBlocker, addNote, addTopologyGap, GAP_CODES, nameOf, type Walk } from '../walk.ts'
import { passAcl } from './filters/passFilters.ts'
import { handovers } from './handovers/handovers.ts'
import { findUnreadRoute, lookUpRoute, rivalRoute } from './lookUpRoute.ts'
import { isIcmp, type Packet } from './packet.ts'
import { routeStep } from './routeStep.ts'

/** Where a packet ended up before anyone looked at it: at an interface, or outside with its source as the outside sees it. */
export type Arrival =
  | {
      readonly kind: 'interface'
      readonly eni: Eni
      readonly packet: Packet
      /** The subnet it came from; null = by a gateway or a link. */
      readonly from: SubnetNet | null
      /** The last route that was followed. */
      readonly route: Route | null
    }
  | {
      readonly kind: 'outside'
      readonly packet: Packet
      readonly gateway: 'internet-gateway' | 'egress-only-internet-gateway' | 'gateway-endpoint' | 'own-internet'
      readonly gatewayId: ConstructId
      /** The interface that sent it, to which the answer comes back. */
      readonly sender: Eni
      readonly route: Route | null
    }

/** A forwarding loop is given up after this many subnets, gateways and appliances. Source: Network Manager's route analysis gives up after 64. */
const MOST_HOPS = 64

/** Counts one more place; false when the packet must be going in circles. */
export const takeHop = (walk: Walk): boolean => ++walk.hops <= MOST_HOPS

/** Notes that the packet has come to `at`; false when it has been there before as it is now. */
export function visit(walk: Walk, at: object, packet: Packet): boolean {
  for (const one of walk.visited)
    if (one.at === at && sameAddress(one.packet.src, packet.src) && sameAddress(one.packet.dst, packet.dst))
      return false
  walk.visited.push({ at, packet })
  return true
}

/** Forwards a packet that leaves `sender` (an interface of `subnet`) until it reaches an interface or leaves the VPC; null when nothing can take it further. */
export function forwardPacket(walk: Walk, subnet: SubnetNet, packet: Packet, sender: Eni): Arrival | null {
  walk.recorder?.atHop(subnet.id, nameOf(walk, subnet.id))
  if (!takeHop(walk)) return stopAt(walk, packet, 'FORWARDING_LOOP', { construct: subnet.id, path: [] })
  if (isOnLink(subnet, packet.dst)) {
    walk.recorder?.step({
      kind: 'look-up-route',
      outcome: 'not-routed',
      code: null,
      detail: {
        table: subnet.table.id,
        main: subnet.table.main,
        destination: formatAddress(packet.dst),
        matched: null,
        target: null,
      },
      evidence: { decidedBy: { construct: subnet.id, path: ['cidr'] }, rule: 'aws-rule', considered: [] },
    })
    const eni = findEni(subnet.vpc, packet.dst)
    return eni
      ? { kind: 'interface', eni, packet, from: subnet, route: null }
      : stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: subnet.id, path: ['cidr'] })
  }
  passAcl(walk, subnet, 'egress', packet)
  const route = lookUpRoute(subnet.table, packet.dst)
  if (subnet.table.unread.length > 0) {
    const unread = findUnreadRoute(subnet.table, packet.dst, route)
    if (unread) return loseWay(walk, subnet.table, packet, unread)
  }
  if (!route) return refuseRoute(walk, subnet.table, packet, 'no-route', 'NO_ROUTE_TO_DESTINATION', null)
  return followRoute(walk, { subnet, vpc: subnet.vpc, table: subnet.table, packet, sender, route })
}

export interface HandoverInput<Target = Route['target']> {
  /** The subnet that the packet leaves; null where a gateway's own table was asked. */
  readonly subnet: SubnetNet | null
  readonly vpc: VpcNet
  readonly table: TableNet
  readonly packet: Packet
  readonly sender: Eni
  readonly route: Route & { readonly target: Target }
}

/** Hands the packet over to where the route leads. */
export function followRoute(walk: Walk, input: HandoverInput): Arrival | null {
  const { table, packet, route } = input
  const rival = rivalRoute(table, packet.dst, route)
  if (route.target.kind === 'blackhole' && !rival)
    return refuseRoute(walk, table, packet, 'blackhole', 'BAD_STATE_ROUTE', route)
  if (rival) {
    addNote(walk.gaps, 'AMBIGUOUS_ROUTE', route.origin, { other: rival.label })
    walk.astray = true
  }
  if (walk.recorder)
    walk.recorder.step(routeStep(table, packet.dst, route, rival ? 'ambiguous' : 'matched', placeOf(input)))
  if (route.target.kind === 'blackhole') return null
  // the table is exhaustive over target kinds, which the compiler cannot see through the index
  return (handovers[route.target.kind] as (walk: Walk, hop: HandoverInput) => Arrival | null)(walk, input)
}

const placeOf = ({ subnet, vpc }: HandoverInput) =>
  subnet === null ? 'gateway' : vpc.site === 'on-premises' ? 'on-premises' : undefined

/** Traffic inside one subnet is not routed, and no network ACL sees it. Source: VPC guide, network ACLs. */
const isOnLink = (subnet: SubnetNet, to: Address): boolean => {
  const block = isIp4(to) ? subnet.block : subnet.block6
  return block !== null && contains(block, to)
}

export const findEni = (vpc: VpcNet, address: Address): Eni | undefined =>
  typeof address === 'number' ? vpc.eniAt.get(address) : vpc.eniAt6.get(formatAddress(address))

/** Records that nothing takes the packet at this place. */
export function stopAt(walk: Walk, packet: Packet, code: Code, decidedBy: Origin | null): null {
  walk.recorder?.step({
    kind: 'hand-over',
    outcome: 'dropped',
    code,
    detail: {
      to: decidedBy?.construct ?? null,
      how: 'nobody',
      address: formatAddress(packet.dst),
      port: isIcmp(packet.protocol) ? null : packet.ports.from,
    },
    evidence: { decidedBy, considered: [] },
  })
  addBlocker(walk, code, decidedBy)
  return null
}

const tableOrigin = (table: TableNet): Origin =>
  table.id === null ? { construct: table.vpc.id, path: ['mainRouteTable'] } : { construct: table.id, path: ['routes'] }

/** Origin of the route, or of its table's list for local routes. */
export const routeOrigin = (table: TableNet, route: Route): Origin => route.origin ?? tableOrigin(table)

/** The packet's way hangs on a route, or a table, that cannot be read. */
function loseWay(walk: Walk, table: TableNet, packet: Packet, { gap }: UnreadRoute): null {
  if (walk.recorder)
    walk.recorder.step({
      kind: 'look-up-route',
      outcome: 'ambiguous',
      code: GAP_CODES[gap.code],
      detail: {
        table: table.id,
        main: table.main,
        destination: formatAddress(packet.dst),
        matched: null,
        target: null,
      },
      evidence: { decidedBy: gap.at, considered: [] },
    })
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
  const decidedBy = route?.origin ?? tableOrigin(table)
  if (walk.recorder) {
    const of = table.vpc.site === 'on-premises' ? 'on-premises' : undefined
    const step = routeStep(table, packet.dst, route, outcome, of)
    walk.recorder.step({ ...step, code, evidence: { ...step.evidence, decidedBy } })
  }
  addBlocker(walk, code, decidedBy)
  return null
}
