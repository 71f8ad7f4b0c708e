import { addNetworkAcl } from './filters.ts'
import { addLink, addPlace, addRules, dropAt, type Lab, type Space, spaceOf } from './lab.ts'
import { blocksOf, type Port, resolverOf } from './readDesign.ts'

/** Kernel tables of a VPC's router: one for each route table, for what lies on a subnet's own link, and for all of the VPC. */
const TABLES = { routes: 1000, link: 3000, local: 4000 } as const
/** Where two routes are equally long, the kernel takes the smaller metric. Source: VPC guide, route priority. */
const METRIC = { local: 1, static: 10, list: 20, propagated: 30 } as const
const NO_ROUTE = 4294967295

/** The router of a VPC: for every subnet a rule that leads to its route table, and the subnet's ACL at its edge. */
export function planVpc(lab: Lab, vpc: string): void {
  const { world } = lab
  const space = spaceOf(lab, vpc)
  const { cidrs } = world.one('vpc', vpc)
  const ports = world.ports.filter((port) => port.vpc === vpc)
  const subnets = world.all('subnet').filter(({ id }) => world.vpcOf(id) === vpc)
  for (const address of [resolverOf(cidrs[0]!), '169.254.169.253']) space.ip.push(`addr add ${address}/32 dev lo`)
  // where packets go whose address nobody has, so that they are seen
  addLink(lab, space, 'hole', space, 'hole-end')
  for (const { address, device } of ports) space.ip.push(`route add ${address}/32 dev ${device} table ${TABLES.local}`)
  for (const cidr of cidrs) space.ip.push(`route add ${cidr} dev hole table ${TABLES.local}`)
  space.ip.push(`route add blackhole default table ${TABLES.local}`, `rule add pref 300 lookup ${TABLES.local}`)
  const tables = planTables(lab, space, vpc)
  addRules(space, 'raw', ['notrack'], 'type filter hook prerouting priority raw; policy accept')
  addRules(space, 'routed', [], 'type filter hook forward priority filter - 1; policy accept')
  addRules(space, 'forward', [], 'type filter hook forward priority filter; policy accept')
  for (const [number, { id, cidr, routeTable }] of subnets.entries()) {
    const own = ports.filter((port) => port.subnet === id)
    const link = TABLES.link + number
    for (const { address, device } of own) space.ip.push(`route add ${address}/32 dev ${device} table ${link}`)
    space.ip.push(`route add ${cidr} dev hole table ${link}`)
    const table = routeTable ?? world.one('vpc', vpc).mainRouteTable
    planSubnet(lab, space, id, own, { link, routes: tables.get(table)!, decides: table ?? vpc })
  }
  addRules(space, 'forward', [`oifname "hole" goto ${dropAt(lab, space, [vpc])}`])
}

interface SubnetTables {
  readonly link: number
  readonly routes: number
  /** What decides when no route fits. */
  readonly decides: string
}

/** What leaves an interface of the subnet, and what comes to one. */
function planSubnet(lab: Lab, space: Space, subnet: string, ports: readonly Port[], tables: SubnetTables): void {
  const { cidr } = lab.world.one('subnet', subnet)
  const resolvers = `{ 169.254.169.253, ${resolverOf(lab.world.one('vpc', lab.world.vpcOf(subnet)).cidrs[0]!)} }`
  const out = addNetworkAcl(lab, space, subnet, 'egress')
  const into = addNetworkAcl(lab, space, subnet, 'ingress')
  const nobody = dropAt(lab, space, [subnet])
  for (const { device } of ports) {
    addEntry(lab, space, device, tables, [`ip daddr ${resolvers} return`, `ip daddr ${cidr} return`, `jump ${out}`])
    addRules(space, 'forward', [`iifname "${device}" oifname "hole" ip daddr ${cidr} goto ${nobody}`])
  }
  for (const { device } of ports) addRules(space, 'forward', [`oifname "${device}" jump to_${device}`])
  for (const { device } of ports)
    addRules(space, `to_${device}`, [...ports.map((one) => `iifname "${one.device}" return`), `jump ${into}`])
}

/** A device whose packets are routed as its subnet's are: first what lies on the link, then the route table. `first` are rules before that. */
export function addEntry(
  lab: Lab,
  space: Space,
  device: string,
  { link, routes, decides }: SubnetTables,
  first: readonly string[],
): void {
  const behind = addPlace(lab, space, 'routed', [])
  const before = addPlace(lab, space, 'route', [decides], behind)
  addRules(space, 'raw', [`iifname "${device}" jump from_${device}`])
  addRules(space, `from_${device}`, [`jump edge_${device}`, `jump note${before}`])
  addRules(space, `edge_${device}`, first)
  addRules(space, 'routed', [`iifname "${device}" jump note${behind}`])
  space.ip.push(`rule add pref 100 iif ${device} lookup ${link}`, `rule add pref 200 iif ${device} lookup ${routes}`)
}

/** Every route table of the VPC in a kernel table; the one under `null` has the local routes alone. */
function planTables(lab: Lab, space: Space, vpc: string): ReadonlyMap<string | null, number> {
  const { world } = lab
  const numbers = new Map<string | null, number>()
  const ids = world.all('route-table').filter((table) => table.vpc === vpc)
  for (const [index, id] of [null, ...ids.map((table) => table.id)].entries()) {
    const number = TABLES.routes + index
    numbers.set(id, number)
    // what is local is left to the VPC's own table
    for (const cidr of world.one('vpc', vpc).cidrs)
      space.ip.push(`route add throw ${cidr} metric ${METRIC.local} table ${number}`)
    for (const { cidr, metric, target } of id === null ? [] : routesOf(lab, id))
      space.ip.push(`${routeTo(lab, target, cidr)} metric ${metric} table ${number}`)
    space.ip.push(`route add blackhole default metric ${NO_ROUTE} table ${number}`)
  }
  return numbers
}

interface PlannedRoute {
  readonly cidr: string
  readonly metric: number
  readonly target: string
}

/** The routes of a table with those that its gateway endpoints put there; prefix lists in their entries. */
function routesOf({ world }: Lab, id: string): readonly PlannedRoute[] {
  const written = world
    .one('route-table', id)
    .routes.flatMap(({ destination, target }): PlannedRoute[] =>
      'cidr' in destination
        ? [{ cidr: destination.cidr, metric: METRIC.static, target }]
        : blocksOf(world, destination.prefixList).map((cidr) => ({ cidr, metric: METRIC.list, target })),
    )
  const endpoints = world.all('gateway-endpoint').filter(({ routeTables }) => routeTables.includes(id))
  return [
    ...written,
    ...endpoints.flatMap((endpoint) =>
      blocksOf(world, endpoint.service).map((cidr) => ({ cidr, metric: METRIC.list, target: endpoint.id })),
    ),
  ]
}

function routeTo({ world }: Lab, target: string, cidr: string): string {
  if (target === 'blackhole') return `route add blackhole ${cidr}`
  if (target === 'local') return `route add throw ${cidr}`
  const construct = world.find(target)
  switch (construct?.kind) {
    case 'internet-gateway':
      return `route add ${cidr} dev igw`
    case 'nat-gateway':
      return `route add ${cidr} dev ${world.ports.find((port) => port.owner === target)!.device}`
    case 'gateway-endpoint':
      return `route add ${cidr} dev gw${world.all('gateway-endpoint').findIndex(({ id }) => id === target)}`
    default:
      throw new Error(`no way is known to “${target}”`)
  }
}
