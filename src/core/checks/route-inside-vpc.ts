import { constructAt, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock, sameBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Source: VPC guide, route table concepts: routes more specific than the local route. Tables of gateways have rules of their own: `edge-table-refused`. */
export const routeInsideVpc: Check = {
  id: 'route-inside-vpc',
  severity: 'error',
  title: 'Route for the VPC’s own addresses',
  why: 'Traffic within a VPC follows its local route. A route inside of it must be for the whole block of a subnet or of the VPC, and lead to a NAT gateway, a network interface or a Gateway Load Balancer endpoint.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design, topology }) {
    const subnetBlocks = new Set<string>()
    for (const { vpc, block, block6 } of topology.subnets.values())
      for (const one of [block, block6]) if (one) subnetBlocks.add(`${vpc.id} ${formatBlock(one)}`)
    for (const table of listOfKind(design, 'route-table')) {
      if (table.edgeOf !== null) continue
      const own = topology.vpcs.get(table.vpc)?.blocks ?? []
      for (const [i, { destination, target }] of table.routes.entries()) {
        const block = 'cidr' in destination ? readBlock(destination.cidr) : null
        const outer = block && own.find((one) => covers(one, block))
        if (!block || !outer) continue
        const text = formatBlock(block)
        const isWhole = sameBlock(outer, block) || subnetBlocks.has(`${table.vpc} ${text}`)
        if (isWhole && mayTurnAside(design, target)) continue
        yield {
          at: [place(table.id, 'routes', i)],
          message: `Route ${i + 1} of the ${called(design, table.id)} is for ${text}, which is within ${formatBlock(outer)} of the ${called(design, table.vpc)} and so is routed inside the VPC.`,
          awsError: `InvalidParameterValue: The destination CIDR block ${text} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`,
          fixes: [deleteRoute(table, i)],
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** A route stays when what it led to is deleted, and any may be turned back to `local`. */
function mayTurnAside(design: Design, target: string): boolean {
  const construct = constructAt(design, target)
  return target === 'local' || target === 'blackhole' || (construct !== null && !!definitions[construct.kind].turnsBack)
}

const example = (toInterface: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.2.0/24' })
    const box = b.ec2(b.subnet(vpc, { cidr: '10.0.3.0/24' }), { sourceDestCheck: false, forwarding: 'routes' })
    b.mainTable(vpc, [['10.0.2.0/24', toInterface ? box : b.internetGateway(vpc)]])
  })
