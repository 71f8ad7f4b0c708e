import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints, routing. */
export const gatewayEndpointWithoutTables: Check = {
  id: 'gateway-endpoint-without-tables',
  severity: 'warning',
  title: 'Gateway endpoint without route tables',
  why: 'A gateway endpoint works by the routes that it puts into its tables. Without a table nothing goes through it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *find({ design }) {
    const endpoints = listOfKind(design, 'gateway-endpoint')
    if (endpoints.every((endpoint) => endpoint.routeTables.length > 0)) return
    const tables = groupBy(listOfKind(design, 'route-table'), (table) => table.vpc)
    const taken = new Set(endpoints.flatMap((one) => one.routeTables.map((table) => `${table} ${one.service}`)))
    const offered = new Set<string>()
    for (const endpoint of endpoints) {
      if (endpoint.routeTables.length > 0) continue
      const key = `${endpoint.vpc} ${endpoint.service}`
      // a second one of the service would get the same tables, and no table takes both
      const free = offered.has(key)
        ? []
        : (tables.get(endpoint.vpc) ?? []).map(({ id }) => id).filter((id) => !taken.has(`${id} ${endpoint.service}`))
      offered.add(key)
      yield {
        at: [place(endpoint.id, 'routeTables')],
        message: `The ${called(design, endpoint.id)} is on no route table, so nothing reaches ${endpoint.service} through it.`,
        fixes:
          free.length === 0
            ? []
            : [
                {
                  title: `Associate it with ${calledAll(design, free)}`,
                  safety: 'review',
                  edits: [change('gateway-endpoint', endpoint.id, { routeTables: free })],
                },
              ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (associated: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const table = b.mainTable(vpc)
    b.gatewayEndpoint(vpc, 'dynamodb', { routeTables: associated ? [table] : [] })
  })
