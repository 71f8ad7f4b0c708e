import type { ConstructId } from '../../model/kinds/registry.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import type { Route, RouteList } from '../../topology/topology.ts'
import type { Evidence } from '../verdict.ts'
import { losingRoutes } from './lookUpRoute.ts'

/** What a look-up in a table says in the trace. */
export function routeStep(
  table: RouteList & { readonly id: ConstructId | null; readonly main: boolean },
  to: Address,
  route: Route | null,
  outcome: 'matched' | 'ambiguous' | 'no-route' | 'blackhole',
  of?: 'gateway' | 'transit-gateway' | 'on-premises',
) {
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
    kind: 'look-up-route' as const,
    outcome,
    code: null,
    detail: {
      table: table.id,
      main: table.main,
      ...(of ? { of } : {}),
      destination: formatAddress(to),
      matched: route?.label ?? null,
      target: !route ? null : 'id' in route.target ? route.target.id : route.target.kind,
    },
    evidence: { decidedBy: route?.origin ?? null, ...(rule ? { rule } : {}), considered },
  }
}
