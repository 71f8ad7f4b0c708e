import { type Address, isIp4 } from '../../net/address.ts'
import { contains, mask32 } from '../../net/block.ts'
import type {
  AttachmentNet,
  Route,
  RouteList,
  RouteTarget,
  UnreadBlock,
  UnreadRoute,
  VpcNet,
} from '../../topology/topology.ts'
import { type Asked, inList } from '../inList.ts'

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

/**
 * A route that cannot be read and might win: not against a local route, not where it leads to the winner's target, and, where it is only announced,
 * not against one that leads to a network which is known to have the address.
 */
export function findUnreadRoute(
  table: RouteList,
  to: Address,
  winner: Route | null,
  asked: Asked | null,
): UnreadRoute | null {
  const family = isIp4(to) ? 4 : 6
  for (const one of table.unread) {
    if (one.whole) return one
    if (one.family !== null && one.family !== family) continue
    if (winner?.target.kind === 'local') continue
    if (one.within && !contains(one.within, to)) continue
    if (one.list && inList(one.list, to, asked) === 'no') continue
    if (one.block && (!contains(one.block, to) || (winner && winner.block.length > one.block.length))) continue
    if (winner && one.announced && isHeld(winner.target, to)) continue
    if (!winner || one.target === null || one.target !== targetKey(winner)) return one
  }
  return null
}

/** The route for a list of AWS's that is taken to hold an address of its service, where no other is as specific; null where none is there. */
export function findListedRoute(
  table: RouteList,
  to: Address,
  winner: Route | null,
  asked: Asked | null,
): Route | null {
  if (!asked?.service || (winner && winner.block.length > 0)) return null
  for (const { list } of table.unread) if (list?.route && inList(list, to, asked) === 'yes') return list.route
  return null
}

/** Whether what a route leads to is known to have the address. */
const isHeld = (target: RouteTarget, to: Address): boolean =>
  target.kind === 'gateway-endpoint' ||
  networksBehind(target, to).some((network) => network?.blocks.some((block) => contains(block, to)))

type Behind = readonly (VpcNet | null | undefined)[]

function networksBehind(target: RouteTarget, to: Address): Behind {
  switch (target.kind) {
    case 'attachment': {
      const { vpc, link, peer } = target.attachment
      return peer ? behindTable(peer, to) : [vpc, link?.network]
    }
    case 'transit-gateway':
      return [...target.gateway.attachments.values()].flatMap((one) => behindTable(one, to))
    case 'peering':
      return [target.peering.requester, target.peering.accepter]
    case 'virtual-private-gateway':
      return target.gateway.links.map(({ network }) => network)
    case 'link': {
      const { attachment, privateGateway } = target.link
      if (attachment) return behindTable(attachment, to)
      return [privateGateway?.vpc, ...(privateGateway?.links ?? []).map(({ network }) => network)]
    }
    default:
      return []
  }
}

/** The network to which the table of a transit gateway leads what comes in by an attachment. */
function behindTable({ table }: AttachmentNet, to: Address): Behind {
  const target = table && lookUpRoute(table, to)?.target
  return target?.kind === 'attachment' ? [target.attachment.vpc, target.attachment.link?.network] : []
}

/** What of a network's or a link's blocks cannot be read and may hold the address. */
export const findUnreadBlock = (blocks: readonly UnreadBlock[], address: Address): UnreadBlock | null =>
  blocks.find(
    ({ family, within }) =>
      (family === null || family === (isIp4(address) ? 4 : 6)) && (within === undefined || contains(within, address)),
  ) ?? null
