import { constructAt, constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints, routing; EC2 API, CreateRoute (VpcEndpointId: Gateway Load Balancer endpoints only). */
export const endpointAsRouteTarget: Check = {
  id: 'endpoint-as-route-target',
  severity: 'error',
  title: 'Route drawn to a gateway or interface endpoint',
  why: 'A gateway endpoint puts its routes into tables by itself once it is associated with them, and an interface endpoint is reached by its addresses. AWS refuses routes that name either.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *find({ design }) {
    for (const table of listOfKind(design, 'route-table'))
      for (const [i, { target, destination }] of table.routes.entries()) {
        const kind = constructAt(design, target)?.kind
        if (kind !== 'gateway-endpoint' && kind !== 'interface-endpoint') continue
        yield {
          at: [place(table.id, 'routes', i), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)}, for ${destinationText(destination)}, names the ${called(design, target)}. ${
            kind === 'gateway-endpoint'
              ? 'Associate the endpoint with the table instead.'
              : 'Its interfaces are reached by their addresses, without a route.'
          }`,
          fixes: [...associate(design, table, i, target), deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

function associate(design: Design, table: ConstructOf<'route-table'>, index: number, target: string): readonly Fix[] {
  const endpoint = constructOfKind(design, target, 'gateway-endpoint')
  if (endpoint?.vpc !== table.vpc || table.edgeOf !== null) return []
  const taken = listOfKind(design, 'gateway-endpoint').some(
    (one) => one.id !== target && one.service === endpoint.service && one.routeTables.includes(table.id),
  )
  if (taken || endpoint.routeTables.includes(table.id)) return []
  return [
    {
      title: `Associate the ${called(design, target)} with the ${called(design, table.id)} instead`,
      safety: 'review',
      edits: [
        change('route-table', table.id, { routes: table.routes.toSpliced(index, 1) }),
        change('gateway-endpoint', target, { routeTables: [...endpoint.routeTables, table.id] }),
      ],
    },
  ]
}

const example = (drawn: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const table = b.mainTable(vpc, [], { id: 'rtb-main' })
    const endpoint = b.gatewayEndpoint(vpc, 's3', { routeTables: drawn ? [] : [table] })
    if (drawn)
      b.set<'route-table'>(table, {
        routes: [{ destination: { prefixList: 'com.amazonaws.us-east-1.s3' }, target: endpoint }],
      })
  })
