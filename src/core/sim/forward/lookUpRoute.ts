import { type Address, isIp4 } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import type { Route, TableNet } from '../../topology/topology.ts'

/** The route that wins for `to`: the longest prefix, then the kind of route (tables are kept in that order). null = no route. Source: VPC guide, route priority. */
export function lookUpRoute(table: TableNet, to: Address): Route | null {
  const routes = isIp4(to) ? table.routes4 : table.routes6
  for (let i = 0; i < routes.length; i++) if (contains(routes[i]!.block, to)) return routes[i]!
  return null
}

/** The routes that match `to` and lost against `winner`, in the order of their priority. */
export function losingRoutes(table: TableNet, to: Address, winner: Route): readonly Route[] {
  const routes = isIp4(to) ? table.routes4 : table.routes6
  return routes.filter((route) => route !== winner && contains(route.block, to))
}

/** Another prefix-list route that is as good as the winner but leads elsewhere: AWS then picks one, nobody can say which. */
export function rivalRoute(table: TableNet, to: Address, winner: Route): Route | null {
  if (winner.source !== 'prefix-list' && winner.source !== 'endpoint') return null
  const routes = isIp4(to) ? table.routes4 : table.routes6
  for (const route of routes) {
    if (route === winner || route.block.length !== winner.block.length || !contains(route.block, to)) continue
    if (route.source === winner.source || route.source === 'prefix-list' || route.source === 'endpoint')
      if (JSON.stringify(targetKey(route)) !== JSON.stringify(targetKey(winner))) return route
  }
  return null
}

const targetKey = (route: Route): readonly (string | null)[] => [
  route.target.kind,
  'id' in route.target ? route.target.id : null,
]
