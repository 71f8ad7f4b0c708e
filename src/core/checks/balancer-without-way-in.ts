import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { RouteTarget, TableNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { byFamily, FAMILIES, type Family, sayFamily } from './parts/byFamily.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Network and Application Load Balancer guides, internet-facing load balancers: their subnets have a route to an internet gateway. */
export const balancerWithoutWayIn: Check = {
  id: 'balancer-without-way-in',
  severity: 'warning',
  title: 'Internet-facing load balancer in a subnet without a way in',
  why: 'Its name gives public addresses to everybody. The node of a subnet that does not lead to an internet gateway gets no request there, or its answers are lost, so visitors time out now and then or always.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  *find({ design, topology }) {
    const gateways = new Map(listOfKind(design, 'internet-gateway').map((one) => [one.vpc, one.id]))
    for (const { id, vpc, enis, internetFacing } of topology.balancers.values()) {
      if (!internetFacing) continue
      for (const family of FAMILIES) {
        const shut = enis.filter(
          (eni) => (family === 4 || eni.address6 !== null) && !leadsOut(eni.subnet.table, family),
        )
        if (shut.length === 0) continue
        const gateway = gateways.get(vpc.id)
        // said already
        if (gateway === undefined && family === 6) continue
        const subnets = [...new Set(shut.map(({ subnet }) => subnet.id))]
        const tables = [...new Set(shut.flatMap(({ subnet }) => subnet.table.id ?? []))]
        yield {
          at: [place(id, 'subnets'), ...tables.map((table) => place(table, 'routes'))],
          message:
            gateway === undefined
              ? `The ${called(design, id)} is internet-facing, and its ${called(design, vpc.id)} has no internet gateway.`
              : `The ${called(design, id)} is internet-facing, and the ${calledAll(design, subnets)} does not lead to the internet gateway${sayFamily(family)}.`,
          ...(gateway === undefined ? { awsError: `InvalidSubnet: VPC ${vpc.id} has no internet gateway` } : {}),
          fixes: gateway === undefined ? [] : routeOut(design, tables, gateway, family === 4 ? '0.0.0.0/0' : '::/0'),
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** What may carry visitors in and answers out: an internet gateway, or something that looks at the traffic before it. */
const WAYS: ReadonlySet<RouteTarget['kind']> = new Set([
  'internet-gateway',
  'gateway-load-balancer-endpoint',
  'network-interface',
  'unknown',
])
const leadsOut = (table: TableNet, family: Family): boolean =>
  table.unread.length > 0 || byFamily.routes(table, family).some(({ target }) => WAYS.has(target.kind))

/** A default route in each table, where it has none yet. */
function routeOut(design: Design, tables: readonly string[], gateway: string, cidr: string): readonly Fix[] {
  const drawn = tables.flatMap((id) => constructOfKind(design, id, 'route-table') ?? [])
  const isTaken = drawn.some(({ routes }) =>
    routes.some(({ destination }) => 'cidr' in destination && destination.cidr === cidr),
  )
  const way = { destination: { cidr }, target: gateway }
  const [edit, ...edits] = drawn.map(({ id, routes }) => change('route-table', id, { routes: [...routes, way] }))
  if (!edit || isTaken) return []
  return [
    {
      title: `Route ${cidr} to the internet gateway in the ${calledAll(design, tables)}`,
      safety: 'review',
      edits: [edit, ...edits],
    },
  ]
}

const example = (routed: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const gateway = b.internetGateway(vpc)
    b.mainTable(vpc, routed ? [['0.0.0.0/0', gateway]] : [])
    b.nlb(vpc, { subnets: [subnet], scheme: 'internet-facing' })
  })
