import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, Gateway Load Balancer endpoints: the destination cannot be a prefix list; refusal as quoted in terraform-provider-aws issue 18607. */
export const prefixListToInspectionEndpoint: Check = {
  id: 'prefix-list-to-inspection-endpoint',
  severity: 'error',
  title: 'Prefix list routed to a Gateway Load Balancer endpoint',
  why: 'A route to a Gateway Load Balancer endpoint has a block as its destination. AWS takes no prefix list there.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  *find({ design }) {
    for (const table of listOfKind(design, 'route-table'))
      for (const [i, { target, destination }] of table.routes.entries()) {
        if ('cidr' in destination || !constructOfKind(design, target, 'gateway-load-balancer-endpoint')) continue
        yield {
          at: [place(table.id, 'routes', i, 'destination'), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)} leads the ${destinationText(destination)} to the ${called(design, target)}. Name blocks instead.`,
          fixes: [deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example('com.amazonaws.us-east-1.s3'), good: () => example('0.0.0.0/0') },
}

const example = (destination: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    const endpoint = b.gwlbe(b.subnet(vpc, { cidr: '10.0.2.0/24' }), b.endpointService([balancer]))
    b.routeTable(vpc, [[destination, endpoint]])
  })
