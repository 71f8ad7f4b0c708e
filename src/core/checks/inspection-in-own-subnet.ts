import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Sources: AWS PrivateLink guide, Gateway Load Balancer endpoints; VPC guide, middlebox routing: in another subnet than source and destination. */
export const inspectionInOwnSubnet: Check = {
  id: 'inspection-in-own-subnet',
  severity: 'warning',
  title: 'Inspection in the subnet that it inspects',
  why: 'What leaves an endpoint or an appliance follows the route table of its own subnet. Where that table leads back to it, traffic goes in circles; it needs a subnet of its own.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  *find({ design, topology }) {
    const seen = new Set<string>()
    for (const subnet of topology.subnets.values())
      for (const { target, origin, label } of [...subnet.table.routes4, ...subnet.table.routes6]) {
        const forwards =
          target.kind === 'gateway-load-balancer-endpoint' ||
          (target.kind === 'network-interface' && target.eni.forwarding === 'routes')
        if (!forwards || target.eni.subnet !== subnet || !origin) continue
        const key = `${subnet.id} ${target.id}`
        if (seen.has(key)) continue
        seen.add(key)
        yield {
          at: [origin, place(target.id), place(subnet.id)],
          message: `The ${called(design, target.id)} lies in the ${called(design, subnet.id)}, whose route table leads ${label} to it: what it sends on comes back to it.`,
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (shared: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const app = b.subnet(vpc, { id: 'app', cidr: '10.0.1.0/24' })
    const endpoint = b.gwlbe(shared ? app : b.subnet(vpc, { cidr: '10.0.2.0/24' }), service)
    b.ec2(app)
    b.routeTable(vpc, [['0.0.0.0/0', endpoint]], { subnets: [app] })
  })
