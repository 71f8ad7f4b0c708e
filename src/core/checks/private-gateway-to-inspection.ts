import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, gateway route tables: traffic from a virtual private gateway to a Gateway Load Balancer endpoint, which those of Network Firewalls are too, is dropped. */
export const privateGatewayToInspection: Check = {
  id: 'private-gateway-to-inspection',
  severity: 'warning',
  title: 'Virtual private gateway led to an inspection endpoint',
  why: 'The route table of a virtual private gateway takes a route to an endpoint of a Gateway Load Balancer or a Network Firewall, but what follows it is dropped. Only the table of an internet gateway may lead there.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
  *find({ design }) {
    for (const table of listOfKind(design, 'route-table')) {
      if (table.edgeOf === null || !constructOfKind(design, table.edgeOf, 'virtual-private-gateway')) continue
      for (const [i, { destination, target }] of table.routes.entries()) {
        const leadsThere =
          constructOfKind(design, target, 'gateway-load-balancer-endpoint') ??
          constructOfKind(design, target, 'network-firewall')
        if (!leadsThere) continue
        yield {
          at: [place(table.id, 'routes', i), place(table.edgeOf)],
          message: `The ${called(design, table.id)} leads ${destinationText(destination)} from the ${called(design, table.edgeOf)} to the ${called(design, target)}, where it is dropped.`,
          fixes: [deleteRoute(table, i)],
        }
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (inspected: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const endpoint = b.gwlbe(b.subnet(vpc, { cidr: '10.0.2.0/24' }), service)
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.edgeTable(b.virtualPrivateGateway(vpc), [['10.0.1.0/24', inspected ? endpoint : 'local']])
  })
