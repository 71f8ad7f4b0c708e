import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { formatBlock } from '../net/block.ts'
import type { TableNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC peering guide, update route tables: the owners of both VPCs add routes. */
export const peeringRouteOneWay: Check = {
  id: 'peering-route-one-way',
  severity: 'warning',
  title: 'Peering with routes on one side only, or none',
  why: 'Each side of a peering connection needs a route to the other’s addresses. With routes on one side only requests arrive, and the answers find no way back.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
  *find({ design, topology }) {
    const routed = new Set<string>()
    for (const table of topology.tables.values())
      for (const routes of [table.routes4, table.routes6])
        for (const { target } of routes) if (target.kind === 'peering') routed.add(`${target.id} ${table.vpc.id}`)
    // a rule or route that cannot be read may be the one that is missing
    const unread = new Set(
      [...topology.tables.values(), ...[...topology.subnets.values()].map(({ table }) => table)].flatMap((table) =>
        table.unread.length > 0 ? table.vpc.id : [],
      ),
    )
    for (const peering of listOfKind(design, 'peering-connection')) {
      const [requester, accepter] = [topology.vpcs.get(peering.requester), topology.vpcs.get(peering.accepter)]
      if (peering.state !== 'active' || !requester || !accepter || requester === accepter) continue
      const without = [requester, accepter].filter((vpc) => !routed.has(`${peering.id} ${vpc.id}`))
      if (without.length === 0 || without.some((vpc) => unread.has(vpc.id))) continue
      const vpcs = without.map((vpc) => `the ${called(design, vpc.id)}`).join(' nor of ')
      yield {
        at: [place(peering.id), ...without.map((vpc) => place(vpc.id))],
        message:
          without.length === 1
            ? `No route table of ${vpcs} leads to the ${called(design, peering.id)}, so what comes over it is not answered.`
            : `No route table of ${vpcs} leads to the ${called(design, peering.id)}, so nothing uses it.`,
        fixes: without.flatMap((vpc) => addRoutes(design, peering, vpc, vpc === requester ? accepter : requester)),
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

function addRoutes(
  design: Design,
  { id }: ConstructOf<'peering-connection'>,
  vpc: VpcNet,
  other: VpcNet,
): readonly Fix[] {
  const block = other.blocks.find(({ base }) => isIp4(base))
  const tables = vpc.tables.filter((table): table is TableNet & { id: string } => table.id !== null)
  if (!block || tables.length === 0 || tables.length > 20) return []
  const cidr = formatBlock(block)
  const edits = tables.flatMap((table) => {
    const drawn = constructOfKind(design, table.id, 'route-table')
    const taken = !drawn || drawn.edgeOf !== null || table.routes4.some((route) => route.label === cidr)
    return taken
      ? []
      : [change('route-table', drawn.id, { routes: [...drawn.routes, { destination: { cidr }, target: id }] })]
  })
  const [first, ...rest] = edits
  if (!first) return []
  const title = `Add a route for ${cidr} in the ${edits.length === 1 ? 'route table' : `${edits.length} route tables`} of the ${called(design, vpc.id)}`
  return [{ title, safety: 'review', edits: [first, ...rest] }]
}

const example = (back: boolean) =>
  buildDesign((b) => {
    const [first, second] = [b.vpc({ id: 'vpc-a' }), b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })]
    const peering = b.peering(first, second)
    b.mainTable(first, [['10.1.0.0/16', peering]])
    b.mainTable(second, back ? [['10.0.0.0/16', peering]] : [])
  })
