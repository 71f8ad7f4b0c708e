import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Source: EC2 API, CreateRoute: a route is known by its destination. */
export const duplicateRouteDestination: Check = {
  id: 'duplicate-route-destination',
  severity: 'error',
  title: 'Two routes for one destination',
  why: 'In a route table the destination is what tells routes apart, so each has one route.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    for (const table of [...listOfKind(design, 'route-table'), ...listOfKind(design, 'transit-gateway-route-table')]) {
      const firstOf = new Map<string, number>()
      for (const [i, route] of table.routes.entries()) {
        const key = keyOf(route.destination)
        const first = firstOf.get(key)
        if (first === undefined) {
          firstOf.set(key, i)
          continue
        }
        const remove = (index: number) => {
          const routes = (table.routes as ConstructOf<'route-table'>['routes']).toSpliced(index, 1)
          return change(table.kind, table.id, { routes })
        }
        const isSame = table.routes[first]!.target === route.target
        const [a, z] = [first + 1, i + 1]
        yield {
          at: [place(table.id, 'routes', i), place(table.id, 'routes', first)],
          message: `Routes ${a} and ${z} of the ${called(design, table.id)} are both for ${destinationText(route.destination)}.`,
          awsError: `RouteAlreadyExists: The route identified by ${key} already exists.`,
          fixes: isSame
            ? [{ title: `Delete route ${z}, which says the same`, safety: 'safe', edits: [remove(i)] }]
            : [
                { title: `Delete route ${z}`, safety: 'review', edits: [remove(i)] },
                { title: `Delete route ${a}`, safety: 'review', edits: [remove(first)] },
              ],
        }
      }
    }
  },
  examples: { bad: () => example('0.0.0.0/0'), good: () => example('203.0.113.0/24') },
}

function keyOf(destination: ConstructOf<'route-table'>['routes'][number]['destination']): string {
  if ('prefixList' in destination) return destination.prefixList
  const block = readBlock(destination.cidr)
  return block ? formatBlock(block) : destination.cidr
}

const example = (second: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.internetGateway(vpc)
    const nat = b.natGateway(b.subnet(vpc, { cidr: '10.0.1.0/24' }))
    b.mainTable(vpc, [
      ['0.0.0.0/0', gateway],
      [second, nat],
    ])
  })
