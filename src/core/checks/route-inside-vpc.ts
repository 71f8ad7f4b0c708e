import { constructOfKind } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock } from '../net/index.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Source: VPC guide, route table concepts: routes more specific than the local route. */
export const routeInsideVpc: Check = {
  id: 'route-inside-vpc',
  severity: 'error',
  title: 'Route for the VPC’s own addresses',
  why: 'Traffic within a VPC follows its local route. A route inside of it must be for the whole block of a subnet, and lead to a NAT gateway, a network interface or a Gateway Load Balancer endpoint.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design, topology }) {
    const subnetBlocks = new Set<string>()
    for (const { vpc, block, block6 } of topology.subnets.values())
      for (const one of [block, block6]) if (one) subnetBlocks.add(`${vpc.id} ${formatBlock(one)}`)
    for (const table of ofKind(design, 'route-table')) {
      const own = topology.vpcs.get(table.vpc)?.blocks ?? []
      for (const [i, { destination, target }] of table.routes.entries()) {
        const block = 'cidr' in destination ? readBlock(destination.cidr) : null
        const outer = block && own.find((one) => covers(one, block))
        if (!block || !outer) continue
        const text = formatBlock(block)
        const isWholeSubnet = subnetBlocks.has(`${table.vpc} ${text}`)
        if (isWholeSubnet && constructOfKind(design, target, 'nat-gateway')) continue
        yield {
          at: [place(table.id, 'routes', i)],
          message: `Route ${i + 1} of the ${called(design, table.id)} is for ${text}, which is within ${formatBlock(outer)} of the ${called(design, table.vpc)} and so is routed inside the VPC.`,
          awsError: `InvalidParameterValue: The destination CIDR block ${text} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`,
          fixes: [
            {
              title: 'Delete the route',
              safety: 'review',
              edits: [change('route-table', table.id, { routes: table.routes.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('10.0.2.0/24'), good: () => example('0.0.0.0/0') },
}

const example = (destination: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.2.0/24' })
    b.mainTable(vpc, [[destination, b.internetGateway(vpc)]])
  })
