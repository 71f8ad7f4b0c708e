import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock } from '../net/block.ts'
import { scopeOf } from '../net/scopeOf.ts'
import type { Eni, RouteTarget, SubnetNet, TableNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { byFamily, FAMILIES, type Family } from './parts/byFamily.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { internetRoute } from './parts/internetRoute.ts'
import { place } from './parts/place.ts'

type Inspection = Extract<RouteTarget, { kind: 'gateway-load-balancer-endpoint' }>

/** Source: AWS PrivateLink guide, Gateway Load Balancer endpoints, routing: three tables, one of them the internet gateway's. */
export const edgeTableMissing: Check = {
  id: 'edge-table-missing',
  severity: 'warning',
  title: 'Inspection that answers pass by',
  why: 'Where a subnet leads to the internet through a Gateway Load Balancer endpoint or a firewall’s endpoint, the internet gateway needs a route table that leads the subnet’s block to the same endpoint. Without it answers go straight to the subnet, and the appliance sees half of every connection.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  *find({ design, topology }) {
    for (const [subnet, family] of [...topology.subnets.values()].flatMap((one) =>
      FAMILIES.map((f) => [one, f] as const),
    )) {
      const target = inspectionOf(subnet, family)
      const { vpc } = subnet
      const block = byFamily.block(subnet, family)
      if (!target || !block || !vpc.enis.some((eni) => eni.subnet === subnet && isPublic(eni, family))) continue
      const out = internetRoute(target.eni.subnet.table, family)
      const gateway = out?.target.kind === 'internet-gateway' ? out.target.id : null
      if (gateway === null || target.eni.subnet === subnet) continue
      const edge = vpc.edges.get(gateway)
      const back = edge && byFamily.routes(edge, family).find((route) => covers(route.block, block))
      if (back?.target.kind === 'gateway-load-balancer-endpoint' && back.target.eni === target.eni) continue
      if (edge && edge.unread.length > 0) continue
      yield {
        at: [place(subnet.id), place(target.id), place(edge?.id ?? gateway)],
        message: `The ${called(design, subnet.id)} goes to the internet through the ${called(design, target.id)}, but ${
          edge
            ? `the ${called(design, edge.id!)} of the internet gateway does`
            : 'no route table of the internet gateway'
        }${edge ? ' not lead' : ' leads'} ${formatBlock(block)} back through it.`,
        fixes: leadBack(design, vpc, edge, gateway, formatBlock(block), target),
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** IPv6 addresses of VPCs are public as they are, but for private ones. */
const isPublic = ({ publicAddress, address6 }: Eni, family: Family): boolean =>
  family === 4 ? publicAddress !== null : address6 !== null && scopeOf(address6) === 'public'

/** The endpoint that the subnet's way to the internet leads through. */
const inspectionOf = ({ table }: SubnetNet, family: Family): Inspection | null => {
  const widest = byFamily.routes(table, family).at(-1)
  return widest?.block.length === 0 && widest.target.kind === 'gateway-load-balancer-endpoint' ? widest.target : null
}

function leadBack(
  design: Design,
  { id: vpc }: VpcNet,
  edge: TableNet | undefined,
  gateway: string,
  cidr: string,
  { id: target, eni }: Inspection,
): readonly Fix[] {
  const drawn = edge?.id ? constructOfKind(design, edge.id, 'route-table') : null
  if (!drawn || drawn.vpc !== vpc) return []
  if (drawn.routes.some(({ destination }) => 'cidr' in destination && destination.cidr === cidr)) return []
  // a firewall has several endpoints: the route names one
  const interfaceOf = typeof eni.origin.path[1] === 'number' ? { interface: eni.origin.path[1] } : {}
  const routes = [...drawn.routes, { destination: { cidr }, target, ...interfaceOf }]
  const title = `Lead ${cidr} to the ${called(design, target)} in the ${called(design, drawn.id)} of the ${called(design, gateway)}`
  return [{ title, safety: 'review', edits: [change('route-table', drawn.id, { routes })] }]
}

const example = (withEdge: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.internetGateway(vpc)
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const inspection = b.subnet(vpc, { cidr: '10.0.2.0/24' })
    const endpoint = b.gwlbe(inspection, service, { id: 'vpce-inspect' })
    const app = b.subnet(vpc, { id: 'app', cidr: '10.0.1.0/24' })
    b.ec2(app, { publicIp: 'auto' })
    b.routeTable(vpc, [['0.0.0.0/0', gateway]], { subnets: [inspection] })
    b.routeTable(vpc, [['0.0.0.0/0', endpoint]], { subnets: [app] })
    b.edgeTable(gateway, withEdge ? [['10.0.1.0/24', endpoint]] : [])
  })
