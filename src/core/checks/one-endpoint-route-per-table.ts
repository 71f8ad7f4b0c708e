import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints, routing: one endpoint route for a service in each table. */
export const oneEndpointRoutePerTable: Check = {
  id: 'one-endpoint-route-per-table',
  severity: 'error',
  title: 'Two gateway endpoints of one service on a route table',
  why: 'A gateway endpoint puts one route for the service’s prefix list into each of its tables, and a table takes only one route for a prefix list.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *find({ design }) {
    const holders = new Map<string, { endpoint: ConstructOf<'gateway-endpoint'>; index: number }>()
    for (const endpoint of listOfKind(design, 'gateway-endpoint'))
      for (const [index, table] of endpoint.routeTables.entries()) {
        const key = `${table} ${endpoint.service}`
        const first = holders.get(key)
        if (!first) {
          holders.set(key, { endpoint, index })
          continue
        }
        const who =
          first.endpoint.id === endpoint.id
            ? `The ${called(design, endpoint.id)} names the ${called(design, table)} twice`
            : `The ${called(design, first.endpoint.id)} and the ${called(design, endpoint.id)} are both on the ${called(design, table)}`
        yield {
          at: [place(endpoint.id, 'routeTables', index), place(first.endpoint.id, 'routeTables', first.index)],
          message: `${who}. A table holds one endpoint route for ${endpoint.service}.`,
          awsError: 'RouteAlreadyExists: route table rtb-… already has a route with destination-prefix-list-id pl-…',
          fixes: [
            {
              title: `Take the ${called(design, table)} off the ${called(design, endpoint.id)}`,
              safety: 'review',
              edits: [
                change('gateway-endpoint', endpoint.id, { routeTables: endpoint.routeTables.toSpliced(index, 1) }),
              ],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (ownTables: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const shared = b.mainTable(vpc, [], { id: 'rtb-main' })
    const other = b.routeTable(vpc, [], { id: 'rtb-other' })
    b.gatewayEndpoint(vpc, 's3', { id: 'vpce-reports', routeTables: [shared] })
    b.gatewayEndpoint(vpc, 's3', { id: 'vpce-archive', routeTables: [ownTables ? other : shared] })
  })
