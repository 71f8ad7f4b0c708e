import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints, routing: a route for exactly or less than a range of the list wins over the endpoint. */
export const routeShadowsEndpoint: Check = {
  id: 'route-shadows-endpoint',
  severity: 'warning',
  title: 'Route that passes a gateway endpoint by',
  why: 'The most specific route wins. A route for a part of the service’s addresses takes that part away from the endpoint, so some requests go another way.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *find({ design, topology }) {
    for (const table of topology.tables.values()) {
      if (table.id === null) continue
      const drawn = constructOfKind(design, table.id, 'route-table')
      for (const routes of [table.routes4, table.routes6]) {
        const endpointRoutes = routes.filter((route) => route.source === 'endpoint')
        if (!drawn || endpointRoutes.length === 0) continue
        for (const { source, block, origin } of routes) {
          if (source !== 'static' || !origin) continue
          const shadowed = endpointRoutes.find((route) => covers(route.block, block))
          if (shadowed?.target.kind !== 'gateway-endpoint') continue
          const index = origin.path[1] as number
          const { id, service } = shadowed.target
          yield {
            at: [origin, place(id, 'routeTables')],
            message: `Route ${index + 1} of the ${called(design, table.id)} sends ${formatBlock(block)} to ${called(design, drawn.routes[index]!.target)}. That is a part of ${formatBlock(shadowed.block)}, so requests to these addresses of ${service} pass the ${called(design, id)} by.`,
            fixes: [
              {
                title: `Delete the route for ${formatBlock(block)}`,
                safety: 'review',
                edits: [change('route-table', table.id, { routes: drawn.routes.toSpliced(index, 1) })],
              },
            ],
          }
        }
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

/** The example of AWS's own guide: a /24 beside the /19 that holds it. */
const example = (withRoute: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const gateway = b.internetGateway(vpc)
    b.prefixList(['54.123.160.0/19'], { listName: 'com.amazonaws.us-east-1.s3' })
    const table = b.mainTable(vpc, [
      ['0.0.0.0/0', gateway],
      ...(withRoute ? [['54.123.165.0/24', gateway] as const] : []),
    ])
    b.gatewayEndpoint(vpc, 's3', { routeTables: [table] })
  })
