import { listWords } from '../../../base/words.ts'
import { constructOfKind, listOfKind, vpcOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { Edit } from '../../edit.ts'
import { createConstruct } from '../../kinds/createConstruct.ts'
import { definitions } from '../../kinds/definitions.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { newId } from '../../newId.ts'
import type { Instead } from '../plan.ts'
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
  ...rules(['route-table'], TARGETS, routeAll),
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
  if (!table) return `${subnet.name} uses a route table that is not drawn: add one to its VPC first`
  const link = routeTo(table, target, design)
  const others = usersOf(table, design).filter(({ id }) => id !== subnet.id)
  if (typeof link === 'string' || others.length === 0) return link
  const consequence =
    target.kind === 'internet-gateway'
      ? `${countedNames([subnet, ...others])} become public`
      : `${countedNames(others)} ${others.length === 1 ? 'uses' : 'use'} that table too`
  return { ...link, sentence: `${link.sentence}: ${consequence}`, instead: routeAlone(subnet, table, target, design) }
}

/** To an internet gateway all subnets become public that use the table. */
function routeAll(table: ConstructOf<'route-table'>, target: Construct, design: Design): Link {
  const link = routeTo(table, target, design)
  const users = usersOf(table, design)
  if (typeof link === 'string' || target.kind !== 'internet-gateway' || users.length === 0) return link
  const verb = users.length === 1 ? 'becomes' : 'become'
  return { ...link, sentence: `${link.sentence}: ${countedNames(users)} ${verb} public` }
}

const usersOf = (table: ConstructOf<'route-table'>, design: Design): readonly ConstructOf<'subnet'>[] =>
  listOfKind(design, 'subnet').filter((one) => tableOf(design, one) === table)

/** `Subnet 1 and 3 others`. */
const countedNames = (constructs: readonly Construct[]): string =>
  constructs.length <= 2
    ? listWords(constructs.map(({ name }) => name))
    : `${constructs[0]!.name} and ${constructs.length - 1} others`

/** A table of its own for the subnet: what it has now, and the route. */
function routeAlone(
  subnet: ConstructOf<'subnet'>,
  table: ConstructOf<'route-table'>,
  target: Construct,
  design: Design,
): Instead | undefined {
  const found = routesWith(table, target, design)
  if (typeof found === 'string') return undefined
  const id = newId(design, 'route-table')
  const { routes, cidr } = found
  const { propagatingGateways, vpc } = table
  const blank = createConstruct('route-table', id, `${subnet.name} table`, vpc)
  const endpoints = listOfKind(design, 'gateway-endpoint').filter((one) => one.routeTables.includes(table.id))
  return {
    label: `Only ${subnet.name}`,
    edits: [
      { kind: 'add', construct: { ...blank, routes, propagatingGateways } },
      { kind: 'change', of: 'subnet', id: subnet.id, fields: { routeTable: id } },
      ...endpoints.map(
        (one): Edit => ({
          kind: 'change',
          of: 'gateway-endpoint',
          id: one.id,
          fields: { routeTables: [...one.routeTables, id] },
        }),
      ),
    ],
    sentence: `${subnet.name} gets a route table of its own, which sends ${cidr} to ${target.name}`,
  }
}

function routeTo(table: ConstructOf<'route-table'>, target: Construct, design: Design): Link {
  const found = routesWith(table, target, design)
  if (typeof found === 'string') return found
  const { routes, cidr, isNew } = found
  return changing(table, { routes }, `${table.name} ${isNew ? 'sends' : 'now sends'} ${cidr} to ${target.name}`)
}

/** The routes of a table with the one that a line to that target means; a text = why there is none. */
function routesWith(table: ConstructOf<'route-table'>, target: Construct, design: Design) {
  const cidr = destinationOf(table, target, design)
  if (cidr === null) return `What lies behind ${target.name} is not drawn: write the route into ${table.name} by hand`
  const standing = table.routes.findIndex((one) => 'cidr' in one.destination && one.destination.cidr === cidr)
  if (table.routes[standing]?.target === target.id) return `${table.name} sends ${cidr} to ${target.name} already`
  const route = { destination: { cidr }, target: target.id, ...(target.kind === 'client' && { interface: 0 }) }
  const routes = standing < 0 ? [...table.routes, route] : table.routes.with(standing, route)
  return { cidr, routes, isNew: standing < 0 }
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
