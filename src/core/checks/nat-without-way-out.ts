import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { SubnetNet, TableNet, VpcNet } from '../topology/topology.ts'
import type { Check, CheckContext, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { internetRoute } from './parts/internetRoute.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, NAT gateways and troubleshoot NAT gateways (message of `Gateway.NotAttached`). */
export const natWithoutWayOut: Check = {
  id: 'nat-without-way-out',
  severity: 'warning',
  title: 'NAT gateway without a way on',
  why: 'A NAT gateway sends on by the route table of its own subnet. That of a public one must lead to an internet gateway, that of a private one to other networks; what comes from its clients is dropped otherwise.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  *find(context) {
    const { design, topology } = context
    yield* regionalWithoutWay(context)
    const tableWithRoute = createTableFinder()
    for (const nat of listOfKind(design, 'nat-gateway')) {
      const subnet = topology.subnets.get(nat.subnet)
      if (!subnet) continue
      if (nat.connectivity === 'private') {
        if (!leadsToNetworks(subnet.table)) yield privateWithoutWay(design, nat.id, subnet)
        continue
      }
      if (internetRoute(subnet.table) || isInspected(subnet.table)) continue
      const isAttached = subnet.vpc.gateways.length > 0
      const table =
        subnet.table.id === null
          ? 'the VPC’s main route table, which is not drawn,'
          : `the ${called(design, subnet.table.id)}`
      yield {
        at: [place(nat.id, 'subnet'), place(subnet.table.id ?? subnet.id)],
        message: isAttached
          ? `The ${called(design, nat.id)} lies in the ${called(design, subnet.id)}; ${table} has no route to the internet gateway.`
          : `The ${called(design, nat.id)} cannot work: the ${called(design, subnet.vpc.id)} has no internet gateway.`,
        ...(isAttached ? {} : { awsError: 'Gateway.NotAttached: Network vpc-… has no Internet gateway attached' }),
        fixes: [...changeTable(design, subnet, tableWithRoute(subnet.vpc)), ...addRoute(design, subnet)],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** A private one is for other private networks. Source: VPC guide, NAT gateway basics. */
const NETWORKS: ReadonlySet<string> = new Set([
  'transit-gateway',
  'virtual-private-gateway',
  'peering',
  'network-interface',
  'gateway-load-balancer-endpoint',
  'unknown',
])
/** An inspection may stand between a NAT gateway and the internet. */
const isInspected = ({ routes4 }: TableNet): boolean =>
  routes4.some(
    ({ block, target }) =>
      block.length === 0 &&
      (target.kind === 'gateway-load-balancer-endpoint' ||
        target.kind === 'network-interface' ||
        target.kind === 'unknown'),
  )
const leadsToNetworks = ({ routes4, unread }: TableNet): boolean =>
  unread.length > 0 || routes4.some(({ target }) => NETWORKS.has(target.kind))

const privateWithoutWay = (design: Design, nat: string, subnet: SubnetNet): Sighting => ({
  at: [place(nat, 'subnet'), place(subnet.table.id ?? subnet.id)],
  message: `The ${called(design, nat)} is private and lies in the ${called(design, subnet.id)}, which has no route to a transit gateway or a virtual private gateway. An internet gateway drops what comes from it.`,
})

function* regionalWithoutWay({ design, topology }: CheckContext): Iterable<Sighting> {
  for (const { id, vpc: vpcId, routeTable } of listOfKind(design, 'regional-nat-gateway')) {
    const vpc = topology.vpcs.get(vpcId)
    const table = routeTable === null ? null : topology.tables.get(routeTable)
    if (!vpc || (table ? internetRoute(table) : vpc.gateways.length > 0)) continue
    yield {
      at: [place(id, 'routeTable'), place(table?.id ?? vpcId)],
      message:
        table?.id && vpc.gateways.length > 0
          ? `The ${called(design, id)} sends on by the ${called(design, table.id)}, which has no route to the internet gateway.`
          : `The ${called(design, id)} cannot work: the ${called(design, vpcId)} has no internet gateway.`,
    }
  }
}

/** The first drawn table of a VPC that leads to its internet gateway; looked for once in each VPC. */
function createTableFinder(): (vpc: VpcNet) => string | null {
  const known = new Map<VpcNet, string | null>()
  return (vpc) => {
    if (!known.has(vpc)) known.set(vpc, vpc.tables.find((one) => one.id !== null && internetRoute(one))?.id ?? null)
    return known.get(vpc)!
  }
}

function changeTable(design: Design, subnet: SubnetNet, table: string | null): readonly Fix[] {
  if (table === null) return []
  const title = `Use the ${called(design, table)} for the ${called(design, subnet.id)}`
  return [{ title, safety: 'review', edits: [change('subnet', subnet.id, { routeTable: table })] }]
}

function addRoute(design: Design, subnet: SubnetNet): readonly Fix[] {
  const table = subnet.table.id === null ? null : constructOfKind(design, subnet.table.id, 'route-table')
  const gateway = subnet.vpc.gateways[0]
  if (!table || gateway === undefined || subnet.table.routes4.some((route) => route.block.length === 0)) return []
  const routes = [...table.routes, { destination: { cidr: '0.0.0.0/0' }, target: gateway }]
  const title = `Add a route for 0.0.0.0/0 to the ${called(design, gateway)} in the ${called(design, table.id)}`
  return [{ title, safety: 'review', edits: [change('route-table', table.id, { routes })] }]
}

const example = (routed: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.internetGateway(vpc)
    const subnet = b.subnet(vpc, { id: 'public', cidr: '10.0.0.0/24' })
    b.routeTable(vpc, routed ? [['0.0.0.0/0', gateway]] : [], { subnets: [subnet] })
    b.natGateway(subnet)
  })
