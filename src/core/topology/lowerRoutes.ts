import { findService } from '../aws/index.ts'
import { isIp4 } from '../net/address.ts'
import { type Block, covers, formatBlock } from '../net/block.ts'
import { addGap, type Building, familyOf, isGap, lowerBlock, type TableBuild } from './building.ts'
import { noList } from './lowerFilters.ts'
import type { Origin } from './origin.ts'
import type { Route, RouteTarget, TopologyGap } from './topology.ts'

/** Among routes of equal length. Source: VPC guide, route priority: static, then prefix list (the endpoint's own route is one). */
const PRIORITY: Readonly<Record<Route['source'], number>> = { local: 0, static: 1, 'prefix-list': 2, endpoint: 2 }

type RouteBuild = { -readonly [K in keyof Route]: Route[K] }

/** Local routes, the drawn ones, and those that gateway endpoints put into the tables they are associated with. */
export function lowerRoutes(building: Building): void {
  const drawn = new Map<TableBuild, RouteBuild[]>()
  const tables = [...building.vpcs.values()].flatMap((vpc) => vpc.tables as TableBuild[])
  for (const table of tables) {
    drawn.set(table, localRoutes(table))
    table.unread.push(...building.vpcs.get(table.vpc.id)!.unread)
  }
  const subnetBlocks = indexSubnetBlocks(building)
  for (const table of building.byKind['route-table']) {
    const net = building.tables.get(table.id)
    if (!net) continue
    const routes = drawn.get(net)!
    table.routes.forEach((route, index) => {
      const origin = { construct: table.id, path: ['routes', index] }
      for (const lowered of lowerRoute(building, net, route, origin, subnetBlocks)) routes.push(lowered)
    })
    findRivals(routes)
  }
  for (const endpoint of building.byKind['gateway-endpoint'])
    endpoint.routeTables.forEach((id, index) => {
      const origin = { construct: endpoint.id, path: ['routeTables', index] }
      const net = building.tables.get(id)
      if (!net) addGap(building, 'dangling-reference', origin, `no route table “${id}”`)
      else if (net.vpc.id === endpoint.vpc)
        for (const route of endpointRoutes(building, net, endpoint, origin)) drawn.get(net)!.push(route)
    })
  for (const [table, routes] of drawn) {
    routes.sort((a, b) => b.block.length - a.block.length || PRIORITY[a.source] - PRIORITY[b.source])
    table.routes4 = routes.filter((route) => isIp4(route.block.base))
    table.routes6 = routes.filter((route) => !isIp4(route.block.base))
    if (table.routes4.length > MOST_READ_THROUGH) table.index4 = indexRoutes(table.routes4)
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

/** Two static routes for one block: AWS refuses the second, so which of them is meant cannot be told. */
function findRivals(routes: readonly RouteBuild[]): void {
  const first = new Map<string, RouteBuild>()
  for (const route of routes) {
    if (route.source !== 'static') continue
    const known = first.get(route.label)
    if (!known) first.set(route.label, route)
    else if (!sameTarget(known.target, route.target)) {
      known.rival ??= route
      route.rival ??= known
    }
  }
}

const sameTarget = (a: RouteTarget, b: RouteTarget): boolean =>
  a.kind === b.kind && ('id' in a ? a.id : null) === ('id' in b ? b.id : null)

const localRoutes = (table: TableBuild): Route[] =>
  table.vpc.blocks.map((block) => ({
    block,
    target: { kind: 'local' },
    origin: null,
    source: 'local',
    label: formatBlock(block),
    rival: null,
  }))

interface DrawnRoute {
  readonly destination: { readonly cidr: string } | { readonly prefixList: string }
  readonly target: string
}

function lowerRoute(
  building: Building,
  table: TableBuild,
  route: DrawnRoute,
  origin: Origin,
  subnetBlocks: ReadonlySet<string>,
): readonly Route[] {
  const { destination } = route
  const target = (block: Block) => lowerTarget(building, table, route.target, block, subnetBlocks)
  const unread = (family: 4 | 6 | null, gap: TopologyGap) => {
    table.unread.push({ family, target: route.target, whole: false, gap })
    return []
  }
  if ('cidr' in destination) {
    const block = lowerBlock(building, destination.cidr, origin)
    if (isGap(block)) return unread(familyOf(destination.cidr), block)
    return [{ block, target: target(block), origin, source: 'static', label: formatBlock(block), rival: null }]
  }
  const region = table.vpc.regionCode
  const list = building.readPrefixList(destination.prefixList, region)
  if (!list) return unread(null, addGap(building, 'dangling-reference', origin, noList(destination.prefixList, region)))
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

function lowerTarget(
  building: Building,
  table: TableBuild,
  id: string,
  block: Block,
  subnetBlocks: ReadonlySet<string>,
): RouteTarget {
  if (id === 'blackhole') return { kind: 'blackhole' }
  const construct = building.design.constructs[id]
  const refuse = (why: string): RouteTarget => ({ kind: 'unknown', id, code: 'not-modelled', why })
  const inside = table.vpc.blocks.some((own) => covers(own, block))
  switch (construct?.kind) {
    case 'internet-gateway':
      // Source: VPC guide, route table concepts: within the VPC only NAT gateways, interfaces and GWLB endpoints may be targets
      if (inside) return refuse('AWS refuses a route inside the VPC’s own blocks to an internet gateway')
      return { kind: 'internet-gateway', id, vpc: building.vpcs.get(construct.vpc) ?? null }
    case 'nat-gateway': {
      if (inside && !subnetBlocks.has(`${table.vpc.id} ${formatBlock(block)}`))
        return refuse('AWS allows a route inside the VPC’s own blocks only for a whole subnet')
      const eni = building.enisOf.get(id)?.[0]
      if (eni) return { kind: 'nat-gateway', id, eni }
      return { kind: 'unknown', id, code: 'dangling-reference', why: 'the NAT gateway lies in no subnet of the design' }
    }
    default:
      return construct
        ? refuse(`routes to a ${construct.kind} are not simulated`)
        : { kind: 'unknown', id, code: 'dangling-reference', why: `the target “${id}” is not in the design` }
  }
}

/** One route for each block of the service's prefix list; the console shows them as one. */
function endpointRoutes(
  building: Building,
  table: TableBuild,
  endpoint: { readonly id: string; readonly service: string },
  origin: Origin,
): Route[] {
  const region = findService(building.catalogue, endpoint.service)?.region ?? table.vpc.regionCode
  // AWS associates a table with an endpoint of its own Region only; a list of another Region never gets in
  if (region !== table.vpc.regionCode) return []
  const list = building.readPrefixList(endpoint.service, region)
  const unread = (gap: TopologyGap) => table.unread.push({ family: 4, target: endpoint.id, whole: false, gap })
  if (!list) {
    const at = { construct: endpoint.id, path: ['service'] }
    unread(addGap(building, 'not-modelled', at, `the addresses of “${endpoint.service}” are not known`))
    return []
  }
  if (list.gap) unread(list.gap)
  // Source: PrivateLink guide: of the address types of an S3 endpoint only IPv4, the default, is simulated
  const blocks = list.blocks.filter((block) => isIp4(block.base))
  return blocks.map((block) => ({
    block,
    target: { kind: 'gateway-endpoint', id: endpoint.id, service: endpoint.service },
    origin,
    source: 'endpoint',
    label: `${endpoint.service} (${formatBlock(block)})`,
    rival: null,
  }))
}
