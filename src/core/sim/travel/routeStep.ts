import type { ConstructId } from '../../model/kinds/registry.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import { scopeOf } from '../../net/scopeOf.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Route, RouteList, TableNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Evidence, Step } from '../verdict.ts'
import { losingRoutes } from './lookUpRoute.ts'

type RouteStep = Extract<Step, { kind: 'look-up-route' }>
type Table = RouteList & { readonly id: ConstructId | null; readonly main: boolean }

/** What a look-up in a table says in the trace; `refusal` where it ends the packet's way. */
export function routeStep(
  table: Table,
  to: Address,
  route: Route | null,
  outcome: 'matched' | 'ambiguous' | 'no-route' | 'blackhole',
  of?: 'gateway' | 'transit-gateway' | 'on-premises',
  refusal?: { readonly code: Code; readonly decidedBy: Origin },
): RouteStep {
  const rule: Evidence['rule'] = !route
    ? 'no-match'
    : route.source === 'local'
      ? 'local-route'
      : route.source === 'endpoint'
        ? 'endpoint-route'
        : undefined
  const considered = route
    ? losingRoutes(table, to, route).flatMap((loser) => loser.origin ?? [])
    : [...table.routes4, ...table.routes6].flatMap((loser) => loser.origin ?? [])
  return {
    kind: 'look-up-route',
    outcome,
    code: refusal?.code ?? null,
    detail: {
      table: table.id,
      main: table.main,
      ...(of ? { of } : {}),
      destination: formatAddress(to),
      matched: route?.label ?? null,
      target: !route ? null : 'id' in route.target ? route.target.id : route.target.kind,
    },
    evidence: { decidedBy: refusal?.decidedBy ?? route?.origin ?? null, ...(rule ? { rule } : {}), considered },
  }
}

/** The same where no route of the table is asked, or none can be told. */
export const unroutedStep = (
  table: Table,
  to: Address,
  outcome: 'not-routed' | 'ambiguous',
  evidence: Omit<Evidence, 'considered'>,
): RouteStep => ({
  kind: 'look-up-route',
  outcome,
  code: null,
  detail: { table: table.id, main: table.main, destination: formatAddress(to), matched: null, target: null },
  evidence: { ...evidence, considered: [] },
})

/** Where a table stands in the design; the main table that nobody has drawn is a matter of its VPC, and an on-premises network has none: there it is whether it has the internet, for what lies there. */
export function originOfTable({ id, vpc }: TableNet, to: Address | null = null): Origin {
  if (vpc.site === 'on-premises')
    return { construct: vpc.id, path: to !== null && scopeOf(to) === 'public' ? ['internetAccess'] : [] }
  return id === null ? { construct: vpc.id, path: ['mainRouteTable'] } : { construct: id, path: ['routes'] }
}

/** Origin of the route, or of its table's list for local routes. */
export const originOfRoute = (table: TableNet, route: Route): Origin => route.origin ?? originOfTable(table)
