import { type Address, isIp4 } from '../../net/address.ts'
import { contains, mask32 } from '../../net/block.ts'
import type { Route, RouteList, UnreadRoute } from '../../topology/topology.ts'

/** The route that wins for `to`: the longest prefix, then the kind of route (tables are kept in that order). null = no route. Source: VPC guide, route priority. */
export function lookUpRoute(table: RouteList, to: Address): Route | null {
  if (table.index4 !== null && isIp4(to)) return lookUpIndex(table.index4, to)
  const routes = isIp4(to) ? table.routes4 : table.routes6
  for (let i = 0; i < routes.length; i++) if (contains(routes[i]!.block, to)) return routes[i]!
  return null
}

function lookUpIndex(index: NonNullable<RouteList['index4']>, to: number): Route | null {
  for (const { length, at } of index) {
    const route = at.get((to & mask32(length)) >>> 0)
    if (route) return route
  }
  return null
}

/** The routes that match `to` and lost against `winner`, in the order of their priority. */
export function losingRoutes(table: RouteList, to: Address, winner: Route): readonly Route[] {
  const routes = isIp4(to) ? table.routes4 : table.routes6
  return routes.filter((route) => route !== winner && contains(route.block, to))
}

/**
 * Another route that nobody can rank below the winner: one for the very same block, or one of another prefix list, since AWS takes either
 * where lists overlap and lead to different targets. Source: VPC guide, route priority and prefix lists.
 */
export function rivalRoute(table: RouteList, to: Address, winner: Route): Route | null {
  if (winner.rival !== null) return winner.rival
  if (!isOfList(winner)) return null
  const routes = isIp4(to) ? table.routes4 : table.routes6
  for (const route of routes)
    if (isOfList(route) && contains(route.block, to) && targetKey(route) !== targetKey(winner)) return route
  return null
}

const isOfList = ({ source }: Route): boolean => source === 'prefix-list' || source === 'endpoint'

const targetKey = ({ target }: Route): string => ('id' in target ? target.id : target.kind)

/** A route that cannot be read and might win: not against a local route, and not where it leads to the winner's target. */
export function findUnreadRoute(table: RouteList, to: Address, winner: Route | null): UnreadRoute | null {
  const family = isIp4(to) ? 4 : 6
  for (const one of table.unread) {
    if (one.whole) return one
    if (one.family !== null && one.family !== family) continue
    if (winner?.target.kind === 'local') continue
    if (!winner || one.target === null || one.target !== targetKey(winner)) return one
  }
  return null
}
