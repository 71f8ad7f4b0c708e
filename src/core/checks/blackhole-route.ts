import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, route tables; EC2 API, state of a route. */
export const blackholeRoute: Check = {
  id: 'blackhole-route',
  severity: 'warning',
  title: 'Route whose target is gone',
  why: 'A route stays when its target is deleted. It still wins over wider routes, and what it matches is dropped without a word.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    for (const table of listOfKind(design, 'route-table'))
      for (const [i, route] of table.routes.entries()) {
        if (route.target !== 'blackhole') continue
        yield {
          at: [place(table.id, 'routes', i)],
          message: `Route ${i + 1} of the ${called(design, table.id)}, for ${destinationText(route.destination)}, has lost its target: what it matches is dropped.`,
          fixes: [deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (gone: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.internetGateway(vpc)
    b.mainTable(vpc, [['0.0.0.0/0', gone ? 'blackhole' : gateway]])
  })
