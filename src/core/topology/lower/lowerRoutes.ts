import { findService } from '../../aws/findService.ts'
import { rightServiceName } from '../../aws/serviceForms.ts'
import { appendAll } from '../../base/appendAll.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isIp4 } from '../../net/address.ts'
import { type Block, covers, formatBlock } from '../../net/block.ts'
import type { Origin } from '../origin.ts'
import { refuseGatewayEndpoint } from '../refuse/refuseGatewayEndpoint.ts'
import type { Route, RouteTarget, TopologyGap, UnreadBlock, UnreadRoute } from '../topology.ts'
import {
  addGap,
  type Building,
  familyOf,
  isGap,
  type Lower,
  lowerBlock,
  type RouteBuild,
  type TableBuild,
} from './building.ts'
import { noList } from './lowerFilters.ts'
import { lowerTarget } from './lowerTarget.ts'
import { unlistedBlocks } from './unlistedBlocks.ts'

/**
 * Among routes of equal length. Source: VPC guide, route priority: static, then prefix list (the endpoint's own route is one), then propagated;
 * transit gateway guide, route evaluation order: the same, with VPCs before Direct Connect and VPNs.
 */
const PRIORITY: Readonly<Record<Route['source'], number>> = {
  local: 0,
  static: 1,
  'prefix-list': 2,
  endpoint: 2,
  'from-vpc': 3,
  'from-direct-connect': 4,
  'from-vpn-static': 5,
  'from-vpn-bgp': 6,
}

/** Local routes, of every table that there is by now. */
export const lowerLocalRoutes = (building: Building): void => {
  for (const vpc of building.vpcs.values())
    for (const table of vpc.tables as TableBuild[]) {
      building.routes.set(table, localRoutes(table))
      // any table may lack local routes
      appendAll(
        table.unread,
        vpc.unread.map((one) => ({ ...one, target: null, whole: false })),
      )
    }
}

/** Drawn routes, and those that are propagated. */
export const lowerDrawnRoutes: Lower<'route-table'> = (building, tables) => {
  const subnetBlocks = indexSubnetBlocks(building)
  for (const table of tables) {
    const net = building.tables.get(table.id)
    if (!net) continue
    const routes = building.routes.get(net)!
    table.routes.forEach((route, index) => {
      const origin = { construct: table.id, path: ['routes', index] }
      const edge = table.edgeOf !== null
      for (const lowered of lowerRoute(building, net, route, origin, subnetBlocks, edge)) routes.push(lowered)
    })
    appendAll(routes, propagatedRoutes(building, net, table))
    const left = dropReplaced(routes)
    building.routes.set(net, left)
    findRivals(left)
    if (table.edgeOf !== null) attachEdge(building, net, table.edgeOf)
  }
}

/** Routes that gateway endpoints put into the tables they are associated with. */
export const lowerEndpointRoutes: Lower<'gateway-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    // Source: PrivateLink guide: only an endpoint that is available carries traffic
    if (endpoint.state !== 'available') continue
    endpoint.routeTables.forEach((id, index) => {
      const origin = { construct: endpoint.id, path: ['routeTables', index] }
      const net = building.tables.get(id)
      if (!net) addGap(building, 'dangling-reference', origin, `no route table “${id}”`)
      else if (net.vpc.id === endpoint.vpc)
        for (const route of endpointRoutes(building, net, endpoint, origin)) building.routes.get(net)!.push(route)
    })
  }
}

/** Hands all routes to their tables. */
export const fillTables = (building: Building): void => {
  for (const [table, routes] of building.routes) fillTable(table, routes)
  building.routes.clear()
}

/** Puts the routes into the order in which they win. */
export function fillTable(table: RouteListBuild, routes: readonly RouteBuild[]): void {
  const ordered = [...routes].sort((a, b) => b.block.length - a.block.length || PRIORITY[a.source] - PRIORITY[b.source])
  table.routes4 = ordered.filter((route) => isIp4(route.block.base))
  table.routes6 = ordered.filter((route) => !isIp4(route.block.base))
  if (table.routes4.length > MOST_READ_THROUGH) table.index4 = indexRoutes(table.routes4)
}
type RouteListBuild = Pick<TableBuild, 'routes4' | 'routes6' | 'index4'>

/** A drawn route for a whole block of the VPC takes the place of the local one. Source: VPC guide, replacing the target of the local route. */
function dropReplaced(routes: readonly RouteBuild[]): RouteBuild[] {
  const replaced = new Set(
    routes
      .filter(({ source, target }) => source === 'static' && (target.kind !== 'unknown' || target.stands))
      .map(({ label }) => label),
  )
  return routes.filter(({ source, label }) => source !== 'local' || !replaced.has(label))
}

/** What virtual private gateways put into the table. A local route wins against all of them, so those within the VPC are left out. Source: VPN guide, route priority. */
function propagatedRoutes(
  building: Building,
  net: TableBuild,
  { id, propagatingGateways }: ConstructOf<'route-table'>,
): RouteBuild[] {
  return propagatingGateways.flatMap((gatewayId, index) => {
    const origin = { construct: id, path: ['propagatingGateways', index] }
    const gateway = building.privateGateways.get(gatewayId)
    if (!gateway) {
      const gap = addGap(building, 'dangling-reference', origin, `no virtual private gateway “${gatewayId}”`)
      net.unread.push({ family: null, target: null, whole: false, gap })
      return []
    }
    if (gateway.gap) net.unread.push({ family: null, target: gatewayId, whole: false, gap: gateway.gap })
    if (gateway.vpc?.id !== net.vpc.id) return []
    const target: RouteTarget = { kind: 'virtual-private-gateway', id: gatewayId, gateway }
    const links = gateway.links.filter(({ up }) => up)
    for (const { unread } of links) appendAll(net.unread, announcedUnread(unread, gatewayId))
    return links.flatMap(({ blocks, source }) =>
      blocks
        .filter((block) => !net.vpc.blocks.some((own) => covers(own, block)))
        .map((block) => ({ block, target, origin, source, label: formatBlock(block), rival: null })),
    )
  })
}

/** Blocks that cannot be read and that lead to `target` wherever they are announced. */
export const announcedUnread = (blocks: readonly UnreadBlock[], target: string): UnreadRoute[] =>
  blocks.map((block) => ({ ...block, target, whole: false, announced: true }))

function attachEdge(building: Building, net: TableBuild, gatewayId: string): void {
  const gateway = building.privateGateways.get(gatewayId)
  if (gateway) gateway.edge ??= net
  else {
    const vpc = building.vpcs.get(net.vpc.id)!
    if (!vpc.edges.has(gatewayId)) vpc.edges.set(gatewayId, net)
  }
}

/** Up to so many routes it is quicker to read the table through than to look in an index. */
const MOST_READ_THROUGH = 64

/** The routes, which are in the order in which they win, by length and base. */
export function indexRoutes(
  routes: readonly Route[],
): { readonly length: number; readonly at: ReadonlyMap<number, Route> }[] {
  const index: { length: number; at: Map<number, Route> }[] = []
  for (const route of routes) {
    const { base, length } = route.block
    if (!isIp4(base)) continue
    if (index.at(-1)?.length !== length) index.push({ length, at: new Map() })
    const { at } = index.at(-1)!
    if (!at.has(base)) at.set(base, route)
  }
  return index
}

/** `vpc block` of every subnet, for the one rule that asks for whole subnets. */
function indexSubnetBlocks(building: Building): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { vpc, block, block6 } of building.subnets.values())
    for (const one of [block, block6]) if (one) found.add(`${vpc.id} ${formatBlock(one)}`)
  return found
}

/** Two static routes for one block: AWS refuses the second, so which of them is meant cannot be told. Nor can it where two VPCs of a transit gateway have the same block. */
export function findRivals(routes: readonly RouteBuild[]): void {
  const first = new Map<string, RouteBuild>()
  for (const route of routes) {
    if (route.source === 'local' || route.source === 'prefix-list' || route.source === 'endpoint') continue
    const key = `${route.source} ${formatBlock(route.block)}`
    const known = first.get(key)
    if (!known) first.set(key, route)
    else if (!sameTarget(known.target, route.target)) {
      known.rival ??= route
      route.rival ??= known
    }
  }
}

/** Two links to one network are two ways to the same place. */
const networkOf = (target: RouteTarget) => (target.kind === 'attachment' ? target.attachment.link?.network : undefined)

const sameTarget = (a: RouteTarget, b: RouteTarget): boolean =>
  (networkOf(a) !== undefined && networkOf(a) !== null && networkOf(a) === networkOf(b)) || isSame(a, b)

const isSame = (a: RouteTarget, b: RouteTarget): boolean =>
  a.kind === b.kind &&
  ('id' in a ? a.id : null) === ('id' in b ? b.id : null) &&
  ('eni' in a ? a.eni : null) === ('eni' in b ? b.eni : null)

const localRoutes = (table: TableBuild): Route[] =>
  table.vpc.blocks.map((block) => ({
    block,
    target: { kind: 'local' },
    origin: null,
    source: 'local',
    label: formatBlock(block),
    rival: null,
  }))

export interface DrawnRoute {
  readonly destination: { readonly cidr: string } | { readonly prefixList: string }
  readonly target: string
  readonly interface?: number | undefined
}

function lowerRoute(
  building: Building,
  table: TableBuild,
  route: DrawnRoute,
  origin: Origin,
  subnetBlocks: ReadonlySet<string>,
  edge: boolean,
): readonly RouteBuild[] {
  const target = (block: Block) => lowerTarget(building, table, route, block, subnetBlocks, edge)
  return expandRoute(building, table, table.vpc.regionCode, route, origin, target)
}

/** A drawn route as one for each block of its destination; what cannot be read goes to the table's unread ones. */
export function expandRoute(
  building: Building,
  table: { unread: UnreadRoute[] },
  region: string,
  { destination, target: to }: DrawnRoute,
  origin: Origin,
  target: (block: Block) => RouteTarget,
): readonly RouteBuild[] {
  const unread = (family: 4 | 6 | null, gap: TopologyGap) => {
    table.unread.push({ family, target: to, whole: false, gap })
    return []
  }
  if ('cidr' in destination) {
    const block = lowerBlock(building, destination.cidr, origin)
    if (isGap(block)) return unread(familyOf(destination.cidr), block)
    return [{ block, target: target(block), origin, source: 'static', label: formatBlock(block), rival: null }]
  }
  const list = building.readPrefixList(destination.prefixList, region)
  if (!list) {
    const gap = addGap(building, 'dangling-reference', origin, noList(destination.prefixList, region))
    const unlisted = unlistedBlocks(building, destination.prefixList, region)
    if (!unlisted) return unread(null, gap)
    const block = ANYWHERE[unlisted.family]
    const label = destination.prefixList
    const route: Route = { block, target: target(block), origin, source: 'prefix-list', label, rival: null }
    table.unread.push({ family: unlisted.family, target: to, whole: false, list: { ...unlisted, route }, gap })
    return []
  }
  if (list.gap) unread(null, list.gap)
  const name = building.design.constructs[destination.prefixList]?.name ?? destination.prefixList
  return list.blocks.map((block) => ({
    block,
    target: target(block),
    origin,
    source: 'prefix-list',
    label: `${name} (${formatBlock(block)})`,
    rival: null,
  }))
}

/** A list that cannot be read has blocks somewhere in here. */
const ANYWHERE: Readonly<Record<4 | 6, Block>> = { 4: { base: 0, length: 0 }, 6: { base: [0, 0, 0, 0], length: 0 } }

/** One route for each block of the service's prefix list; the console shows them as one. */
function endpointRoutes(
  building: Building,
  table: TableBuild,
  endpoint: ConstructOf<'gateway-endpoint'>,
  origin: Origin,
): Route[] {
  const found = findService(building.catalogue, endpoint.service)
  const region = found?.region ?? table.vpc.regionCode
  // AWS associates a table with an endpoint of its own Region only; a list of another Region never gets in
  if (region !== table.vpc.regionCode || rightServiceName(endpoint.service, 'gateway') !== endpoint.service) return []
  const list = building.readPrefixList(endpoint.service, region)
  const unread = (gap: TopologyGap) => table.unread.push({ family: 4, target: endpoint.id, whole: false, gap })
  const { id, service } = endpoint
  const target = { kind: 'gateway-endpoint', id, service, refusal: refuseGatewayEndpoint(endpoint) } as const
  if (!list) {
    const at = { construct: endpoint.id, path: ['service'] }
    const gap = addGap(building, 'not-modelled', at, `the addresses of “${endpoint.service}” are not known`)
    const unlisted = unlistedBlocks(building, endpoint.service, region)
    // a service without gateway endpoints has no list, and AWS refuses the endpoint
    const isOffered = found?.entry.types.includes('gateway') ?? false
    const label = endpoint.service
    const route: Route = { block: ANYWHERE[4], target, origin, source: 'endpoint', label, rival: null }
    if (!unlisted) unread(gap)
    else
      table.unread.push({
        family: 4,
        target: endpoint.id,
        whole: false,
        list: { ...unlisted, route: isOffered ? route : null },
        gap,
      })
    return []
  }
  if (list.gap) unread(list.gap)
  // Source: PrivateLink guide: endpoints for S3 may carry IPv4, IPv6 or both, those for DynamoDB IPv4 only
  const type = endpoint.service.endsWith('.s3') ? endpoint.ipAddressType : 'ipv4'
  const ipv6 = type === 'ipv4' ? null : building.readPrefixList(ipv6ListOf(endpoint.service), region)
  if (ipv6?.gap) unread(ipv6.gap)
  const blocks = [...list.blocks, ...(ipv6?.blocks ?? [])].filter(
    (block) => type === 'dualstack' || isIp4(block.base) === (type === 'ipv4'),
  )
  return blocks.map((block) => ({
    block,
    target,
    origin,
    source: 'endpoint',
    label: `${endpoint.service} (${formatBlock(block)})`,
    rival: null,
  }))
}

/** The list of a service's IPv6 addresses: `com.amazonaws.us-east-1.ipv6.s3`. Source: VPC guide, AWS-managed prefix lists. */
const ipv6ListOf = (service: string): string => service.replace(/\.(\w+)$/, '.ipv6.$1')
