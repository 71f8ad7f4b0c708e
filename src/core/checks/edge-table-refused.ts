import { constructAt, listOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatBlock, sameBlock } from '../net/block.ts'
import type { VpcNet } from '../topology/topology.ts'
import type { Check, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

type Table = ConstructOf<'route-table'>

/** Source: VPC guide, gateway route tables. */
export const edgeTableRefused: Check = {
  id: 'edge-table-refused',
  severity: 'error',
  title: 'Gateway route table that AWS refuses',
  why: 'The table of a gateway steers what comes in: its destinations are the whole VPC or whole subnets, its targets network interfaces, Gateway Load Balancer endpoints or local. It takes no propagated routes and no prefix lists, and a gateway has one table.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
  *find({ design, topology }) {
    const firstOf = new Map<string, string>()
    const subnetBlocks = new Set<string>()
    for (const { vpc, block, block6 } of topology.subnets.values())
      for (const one of [block, block6]) if (one) subnetBlocks.add(`${vpc.id} ${formatBlock(one)}`)
    for (const table of listOfKind(design, 'route-table')) {
      if (table.edgeOf === null) continue
      const first = firstOf.get(table.edgeOf)
      if (first === undefined) firstOf.set(table.edgeOf, table.id)
      else yield twice(design, table, first)
      yield* misplaced(design, table)
      const vpc = topology.vpcs.get(table.vpc)
      for (const [i, route] of table.routes.entries()) {
        const why = whyRefused(design, route, vpc, subnetBlocks)
        if (why === null) continue
        yield {
          at: [place(table.id, 'routes', i), place(table.id, 'edgeOf')],
          message: `Route ${i + 1} of the ${called(design, table.id)}, for ${destinationText(route.destination)}, cannot stand in the table of a gateway: ${why}.`,
          fixes: [deleteRoute(table, i)],
        }
      }
    }
  },
  examples: { bad: () => example('0.0.0.0/0'), good: () => example('10.0.1.0/24') },
}

const letGo = (table: Table): Fix => ({
  title: 'Take the table off the gateway',
  safety: 'review',
  edits: [change('route-table', table.id, { edgeOf: null })],
})

const twice = (design: Design, table: Table, first: string): Sighting => ({
  at: [place(table.id, 'edgeOf'), place(first, 'edgeOf')],
  message: `The ${called(design, table.edgeOf!)} already has the ${called(design, first)}; the ${called(design, table.id)} cannot be its table too.`,
  fixes: [letGo(table)],
})

function* misplaced(design: Design, table: Table): Iterable<Sighting> {
  const vpc = vpcOf(design, table.edgeOf!)?.id
  if (vpc !== undefined && vpc !== table.vpc)
    yield {
      at: [place(table.id, 'edgeOf'), place(table.edgeOf!)],
      message: `The ${called(design, table.id)} belongs to the ${called(design, table.vpc)}, the ${called(design, table.edgeOf!)} to the ${called(design, vpc)}.`,
      fixes: [letGo(table)],
    }
  if (table.propagatingGateways.length > 0)
    yield {
      at: [place(table.id, 'propagatingGateways'), place(table.id, 'edgeOf')],
      message: `The ${called(design, table.id)} is the table of a gateway and takes no propagated routes.`,
      fixes: [
        {
          title: 'Stop the propagation',
          safety: 'review',
          edits: [change('route-table', table.id, { propagatingGateways: [] })],
        },
      ],
    }
}

function whyRefused(
  design: Design,
  { destination, target }: Table['routes'][number],
  vpc: VpcNet | undefined,
  subnetBlocks: ReadonlySet<string>,
): string | null {
  if (!('cidr' in destination)) return 'prefix lists are not taken there'
  const block = readBlock(destination.cidr)
  if (
    block &&
    vpc &&
    !vpc.blocks.some((own) => sameBlock(own, block)) &&
    !subnetBlocks.has(`${vpc.id} ${formatBlock(block)}`)
  )
    return 'the destination must be the whole block of the VPC or of a subnet'
  const construct = target === 'local' || target === 'blackhole' ? null : constructAt(design, target)
  // from a virtual private gateway those that inspect are taken and drop: `private-gateway-to-inspection`
  if (construct === null || definitions[construct.kind].inspects) return null
  return `it leads to the ${called(design, target)}`
}

const example = (destination: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const box = b.ec2(b.subnet(vpc, { cidr: '10.0.9.0/24' }), {
      sourceDestCheck: false,
      forwarding: 'routes',
      publicIp: 'auto',
    })
    b.edgeTable(b.internetGateway(vpc), [[destination, box]])
  })
