import { addNetworkAcl, addressMatch } from './filters.ts'
import { addEntry, addRules, addSink, dropAt, type Lab, linesFor, type Space, spaceOf } from './lab.ts'
import { METRIC, NO_ROUTE } from './metric.ts'
import { transitDevices, wayToTransit } from './planTransit.ts'
import { blocksOf, type Port, resolverOf } from './readDesign.ts'

/** Kernel tables of a VPC's router: for each subnet its route table and what lies on its own link, and one for all of the VPC. */
const TABLES = { routes: 1000, link: 3000, local: 4000 } as const

/** The router of a VPC: for every subnet a rule that leads to its route table, and the subnet's ACL at its edge. */
export function planVpc(lab: Lab, vpc: string): void {
  const { world } = lab
  const space = spaceOf(lab, vpc)
  const { cidrs, ipv6Cidrs, mainRouteTable } = world.one('vpc', vpc)
  const ports = world.ports.filter((port) => port.vpc === vpc)
  addRules(space, 'raw', ['notrack'], 'type filter hook prerouting priority raw; policy accept')
  addRules(space, 'routed', [], 'type filter hook forward priority filter - 1; policy accept')
  addRules(space, 'forward', [], 'type filter hook forward priority filter; policy accept')
  for (const address of [resolverOf(cidrs[0]!), '169.254.169.253']) space.ip.push(`addr add ${address}/32 dev lo`)
  const nobody = addSink(lab, space, 'nobody', [vpc])
  for (const port of ports) addAddresses(space, port, TABLES.local)
  for (const cidr of [...cidrs, ...ipv6Cidrs])
    linesFor(space, cidr).push(`route add ${cidr} dev ${nobody} table ${TABLES.local}`)
  for (const lines of [space.ip, space.ip6])
    lines.push(`route add blackhole default table ${TABLES.local}`, `rule add pref 300 lookup ${TABLES.local}`)
  const subnets = world.all('subnet').filter(({ id }) => world.vpcOf(id) === vpc)
  for (const [number, { id, routeTable }] of subnets.entries())
    planSubnet(lab, space, id, { number, table: routeTable ?? mainRouteTable })
  for (const [number, { id, vpc: own }] of world.all('gateway-endpoint').entries())
    if (own === vpc)
      // it serves the VPC itself, not who comes through it
      addRules(space, 'forward', [
        `oifname "gw${number}" ip saddr != { ${cidrs.join(', ')} } goto ${dropAt(lab, space, [id])}`,
      ])
}

interface SubnetPlan {
  readonly number: number
  /** null = the main table that comes with the VPC. */
  readonly table: string | null
}

/** What leaves an interface of the subnet, and what comes to one. Interfaces of transit gateways are among them. */
function planSubnet(lab: Lab, space: Space, subnet: string, { number, table }: SubnetPlan): void {
  const { world } = lab
  const vpc = world.vpcOf(subnet)
  const { cidr, ipv6Cidr } = world.one('subnet', subnet)
  if (cidr === null) throw new Error('subnets of IPv6 alone are not built')
  const links = [cidr, ...(ipv6Cidr === null ? [] : [ipv6Cidr])]
  const own = world.ports.filter((port) => port.subnet === subnet)
  const link = TABLES.link + number
  const routes = TABLES.routes + number
  const nobody = addSink(lab, space, `nobody${number}`, [subnet])
  for (const port of own) addAddresses(space, port, link)
  for (const block of links) linesFor(space, block).push(`route add ${block} dev ${nobody} table ${link}`)
  // what is local is left to the VPC's own table
  const { cidrs, ipv6Cidrs } = world.one('vpc', vpc)
  for (const block of [...cidrs, ...ipv6Cidrs])
    linesFor(space, block).push(`route add throw ${block} metric ${METRIC.local} table ${routes}`)
  for (const { cidr: block, metric, target } of table === null ? [] : routesOf(lab, table))
    linesFor(space, block).push(`${routeTo(lab, target, block, subnet)} metric ${metric} table ${routes}`)
  for (const lines of [space.ip, space.ip6])
    lines.push(`route add blackhole default metric ${NO_ROUTE} table ${routes}`)

  const out = addNetworkAcl(lab, space, subnet, 'egress')
  const into = addNetworkAcl(lab, space, subnet, 'ingress')
  const resolvers = `{ 169.254.169.253, ${resolverOf(world.one('vpc', vpc).cidrs[0]!)} }`
  const transit = transitDevices(world).filter((one) => one.subnet === subnet)
  for (const device of [...own, ...transit].map((one) => one.device)) {
    // nothing filters what goes to Amazon's resolver, and no ACL what stays in the subnet
    const edge = [
      `ip daddr ${resolvers} return`,
      ...links.map((block) => `${addressMatch('daddr', block)} return`),
      `jump ${out}`,
    ]
    addEntry(lab, space, device, { tables: [link, routes], decides: [table ?? vpc], edge })
  }
  for (const { device } of own) {
    addRules(space, 'forward', [`oifname "${device}" jump to_${device}`])
    const neighbours = [...own, ...transit].map((one) => `iifname "${one.device}" return`)
    addRules(space, `to_${device}`, [...neighbours, `jump ${into}`])
  }
  // to a transit gateway the ACL of its subnet counts even from that subnet. Source: transit gateway guide, network ACLs
  for (const { device } of transit) addRules(space, 'forward', [`oifname "${device}" jump ${into}`])
}

/** Ways to an interface by each of its addresses. */
function addAddresses(space: Space, { address, address6, device }: Port, table: number): void {
  space.ip.push(`route add ${address}/32 dev ${device} table ${table}`)
  if (address6 !== null) space.ip6.push(`route add ${address6}/128 dev ${device} table ${table}`)
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

function routeTo(lab: Lab, target: string, cidr: string, subnet: string): string {
  const { world } = lab
  if (target === 'blackhole') return `route add blackhole ${cidr}`
  if (target === 'local') return `route add throw ${cidr}`
  const number = (kind: 'gateway-endpoint' | 'peering-connection') =>
    world.all(kind).findIndex(({ id }) => id === target)
  switch (world.find(target)?.kind) {
    case 'internet-gateway':
      return `route add ${cidr} dev igw`
    case 'nat-gateway':
      return `route add ${cidr} dev ${world.ports.find((port) => port.owner === target)!.device}`
    case 'gateway-endpoint':
      return `route add ${cidr} dev gw${number('gateway-endpoint')}`
    case 'peering-connection':
      return `route add ${cidr} dev pcx${number('peering-connection')}`
    case 'transit-gateway':
      return `route add ${cidr} dev ${wayToTransit(lab, target, subnet)}`
    default:
      throw new Error(`no way is known to “${target}”`)
  }
}
