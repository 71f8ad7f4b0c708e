import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { firewallsIn } from './parts/firewalls.ts'
import { place } from './parts/place.ts'

/** Source: Network Firewall guide, VPC subnet configuration: a firewall subnet is for the endpoint alone. */
export const firewallSubnetShared: Check = {
  id: 'firewall-subnet-shared',
  severity: 'warning',
  title: 'Firewall subnet with something else in it',
  why: 'A firewall’s endpoint cannot filter what its own subnet sends and gets. AWS says to give it a subnet to itself.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-subnets.html',
  *find({ design, topology }) {
    for (const { construct, enis } of firewallsIn(design, topology))
      for (const { subnet, origin } of enis) {
        const others = subnet.vpc.enis.filter((one) => one.subnet === subnet && one.role === 'client')
        const ids = [...new Set(others.map(({ owner }) => owner))]
        if (ids.length === 0) continue
        yield {
          at: [origin, place(subnet.id), ...ids.slice(0, 20).map((id) => place(id))],
          message: `The ${called(design, subnet.id)} holds an endpoint of the ${called(design, construct.id)} and ${calledAll(design, ids)}: the firewall cannot filter their traffic.`,
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (shared: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.networkFirewall(vpc, { subnets: [subnet] })
    b.ec2(shared ? subnet : b.subnet(vpc, { cidr: '10.0.2.0/24' }))
  })
