import { constructOfKind, listOfKind, vpcOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import { definitions } from '../../kinds/definitions.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { blocksBehind } from './blocksBehind.ts'
import { changing, type Link, type Rule, rule, rules } from './linking.ts'

/** What routes lead to, but for peering connections, which may be another VPC's, and clients, which subnets are not routed to. */
const TARGETS = definitions['route-table'].references
  .flatMap(({ path, kinds }) => (path === 'routes[].target' ? kinds : []))
  .filter((kind) => kind !== 'peering-connection' && kind !== 'client')

/** Lines of route tables, and of subnets that stand for the table they use. */
export const routing: readonly Rule[] = [
  rule('subnet', 'route-table', (subnet, table) => {
    if (subnet.routeTable === table.id) return `${subnet.name} uses ${table.name} already`
    return changing(subnet, { routeTable: table.id }, `${subnet.name} uses ${table.name}`)
  }),
  rule('virtual-private-gateway', 'route-table', (gateway, table) => {
    if (table.propagatingGateways.includes(gateway.id))
      return `${gateway.name} puts its routes into ${table.name} already`
    const propagatingGateways = [...table.propagatingGateways, gateway.id]
    return changing(table, { propagatingGateways }, `${gateway.name} puts its routes into ${table.name}`)
  }),
  ...rules(['route-table'], TARGETS, routeTo),
  ...rules(['subnet'], TARGETS, routeFrom),
  rule('route-table', 'peering-connection', routeTo, true),
  rule('subnet', 'peering-connection', routeFrom, true),
  rule('route-table', 'client', routeTo),
]

/** The route table that a subnet uses, where it is drawn. */
export const tableOf = (design: Design, subnet: ConstructOf<'subnet'>): ConstructOf<'route-table'> | null =>
  constructOfKind(design, subnet.routeTable ?? vpcOf(design, subnet.id)?.mainRouteTable ?? '', 'route-table')

function routeFrom(subnet: ConstructOf<'subnet'>, target: Construct, design: Design): Link {
  const table = tableOf(design, subnet)
  return table
    ? routeTo(table, target, design)
    : `${subnet.name} uses a route table that is not drawn: add one to its VPC first`
}

function routeTo(table: ConstructOf<'route-table'>, target: Construct, design: Design): Link {
  const cidr = destinationOf(table, target, design)
  if (cidr === null) return `What lies behind ${target.name} is not drawn: write the route into ${table.name} by hand`
  const standing = table.routes.findIndex((one) => 'cidr' in one.destination && one.destination.cidr === cidr)
  if (table.routes[standing]?.target === target.id) return `${table.name} sends ${cidr} to ${target.name} already`
  const route = { destination: { cidr }, target: target.id, ...(target.kind === 'client' && { interface: 0 }) }
  const routes = standing < 0 ? [...table.routes, route] : table.routes.with(standing, route)
  return changing(table, { routes }, `${table.name} ${standing < 0 ? 'sends' : 'now sends'} ${cidr} to ${target.name}`)
}

/** What a route to that target is mostly for: what lies behind it where that is drawn, else everything that nothing else takes. */
function destinationOf(table: ConstructOf<'route-table'>, target: Construct, design: Design): string | null {
  if (table.edgeOf !== null) return firstUnsteered(table, target, design)
  switch (target.kind) {
    case 'egress-only-internet-gateway':
      return '::/0'
    case 'peering-connection': {
      const other = target.requester === table.vpc ? target.accepter : target.requester
      return constructOfKind(design, other, 'vpc')?.cidrs[0] ?? null
    }
    case 'virtual-private-gateway':
    case 'transit-gateway':
      return blocksBehind(design, target, table.vpc)[0] ?? everything(table, target)
    default:
      return '0.0.0.0/0'
  }
}

/** 0.0.0.0/0, or the private space where something else has that already. */
function everything(table: ConstructOf<'route-table'>, target: Construct): string {
  const route = table.routes.find((one) => 'cidr' in one.destination && one.destination.cidr === '0.0.0.0/0')
  return !route || route.target === 'blackhole' || route.target === target.id ? '0.0.0.0/0' : '10.0.0.0/8'
}

/** For the table of a gateway: the first subnet of the VPC that it does not steer yet, other than the one the target stands in. */
function firstUnsteered(table: ConstructOf<'route-table'>, target: Construct, design: Design): string | null {
  const own = target.kind === 'gateway-load-balancer-endpoint' ? target.subnet : null
  const steered = new Set(table.routes.map(({ destination }) => ('cidr' in destination ? destination.cidr : '')))
  const subnets = listOfKind(design, 'subnet').filter(({ id }) => id !== own && vpcOf(design, id)?.id === table.vpc)
  const blocks = subnets.flatMap(({ cidr, ipv6Cidr }) => cidr ?? ipv6Cidr ?? [])
  return blocks.find((block) => !steered.has(block)) ?? blocks[0] ?? null
}
