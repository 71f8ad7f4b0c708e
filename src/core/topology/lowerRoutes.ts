import { findService } from '../aws/index.ts'
import { isIp4 } from '../net/address.ts'
import { type Block, covers, formatBlock, sameBlock } from '../net/block.ts'
import { addGap, type Building, isGap, lowerBlock, type TableBuild } from './building.ts'
import type { Origin } from './origin.ts'
import type { Route, RouteTarget, TopologyGap } from './topology.ts'

/** Among routes of equal length. Source: VPC guide, route priority: static, then prefix list (the endpoint's own route is one). */
const PRIORITY: Readonly<Record<Route['source'], number>> = { local: 0, static: 1, 'prefix-list': 2, endpoint: 2 }

/** Local routes, the drawn ones, and those that gateway endpoints put into the tables they are associated with. */
export function lowerRoutes(building: Building): void {
  const drawn = new Map<TableBuild, Route[]>()
  const tables = [...building.vpcs.values()].flatMap((vpc) => vpc.tables as TableBuild[])
  for (const table of tables) drawn.set(table, localRoutes(table))
  for (const table of building.byKind['route-table']) {
    const net = building.tables.get(table.id)
    if (!net) continue
    const routes = drawn.get(net)!
    table.routes.forEach((route, index) => {
      const lowered = lowerRoute(building, net, route, { construct: table.id, path: ['routes', index] })
      if (isGap(lowered)) net.gap ??= lowered
      else routes.push(...lowered)
    })
  }
  for (const endpoint of building.byKind['gateway-endpoint'])
    endpoint.routeTables.forEach((id, index) => {
      const origin = { construct: endpoint.id, path: ['routeTables', index] }
      const net = building.tables.get(id)
      if (!net) addGap(building, 'dangling-reference', origin, `no route table “${id}”`)
      else if (net.vpc.id === endpoint.vpc) drawn.get(net)!.push(...endpointRoutes(building, net, endpoint, origin))
    })
  for (const [table, routes] of drawn) {
    routes.sort((a, b) => b.block.length - a.block.length || PRIORITY[a.source] - PRIORITY[b.source])
    table.routes4 = routes.filter((route) => isIp4(route.block.base))
    table.routes6 = routes.filter((route) => !isIp4(route.block.base))
  }
}

const localRoutes = (table: TableBuild): Route[] =>
  table.vpc.blocks.map((block) => ({
    block,
    target: { kind: 'local' },
    origin: null,
    source: 'local',
    label: formatBlock(block),
  }))

interface DrawnRoute {
  readonly destination: { readonly cidr: string } | { readonly prefixList: string }
  readonly target: string
}

function lowerRoute(building: Building, table: TableBuild, route: DrawnRoute, origin: Origin): Route[] | TopologyGap {
  const { destination } = route
  if ('cidr' in destination) {
    const block = lowerBlock(building, destination.cidr, origin)
    if (isGap(block)) return block
    return [
      {
        block,
        target: lowerTarget(building, table, route.target, block),
        origin,
        source: 'static',
        label: formatBlock(block),
      },
    ]
  }
  const blocks = building.prefixListBlocks(destination.prefixList, table.vpc.regionCode)
  if (!blocks) return addGap(building, 'dangling-reference', origin, `no prefix list “${destination.prefixList}”`)
  return blocks.map((block) => ({
    block,
    target: lowerTarget(building, table, route.target, block),
    origin,
    source: 'prefix-list',
    label: `${destination.prefixList} (${formatBlock(block)})`,
  }))
}

function lowerTarget(building: Building, table: TableBuild, id: string, block: Block): RouteTarget {
  if (id === 'blackhole') return { kind: 'blackhole' }
  const construct = building.design.constructs[id]
  if (construct?.kind === 'internet-gateway') {
    const inside = table.vpc.blocks.some((own) => covers(own, block))
    // Source: VPC guide, route table concepts: within the VPC only NAT gateways, interfaces and GWLB endpoints may be targets
    if (inside)
      return {
        kind: 'unknown',
        id,
        code: 'not-modelled',
        why: 'AWS refuses a route inside the VPC’s own blocks to an internet gateway',
      }
    return { kind: 'internet-gateway', id, vpc: building.vpcs.get(construct.vpc) ?? null }
  }
  if (construct?.kind === 'nat-gateway') {
    const parent = table.vpc.blocks.some((own) => covers(own, block))
    const wholeSubnet = [...building.subnets.values()].some((subnet) => subnet.block && sameBlock(subnet.block, block))
    if (parent && !wholeSubnet)
      return {
        kind: 'unknown',
        id,
        code: 'not-modelled',
        why: 'AWS allows a route inside the VPC’s own blocks only for a whole subnet',
      }
    return { kind: 'nat-gateway', id, eni: building.enisOf.get(id)?.[0] ?? null }
  }
  return {
    kind: 'unknown',
    id,
    code: construct ? 'not-modelled' : 'dangling-reference',
    why: construct ? `a route cannot point at a ${construct.kind}` : 'the target is not in the design',
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
  const blocks = building.prefixListBlocks(endpoint.service, region)
  if (!blocks) {
    table.gap ??= addGap(
      building,
      'not-modelled',
      { construct: endpoint.id, path: ['service'] },
      `the addresses of “${endpoint.service}” are not known`,
    )
    return []
  }
  return blocks.map((block) => ({
    block,
    target: { kind: 'gateway-endpoint', id: endpoint.id, service: endpoint.service },
    origin,
    source: 'endpoint',
    label: `${endpoint.service} (${formatBlock(block)})`,
  }))
}
