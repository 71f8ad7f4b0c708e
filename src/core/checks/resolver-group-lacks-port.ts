import { buildDesign } from '../model/testing/designBuilder.ts'
import { type FilterEntry, PROTOCOL } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

const DNS = 53

/** Source: Route 53 guide, Resolver endpoints, security groups: UDP and TCP 53. */
export const resolverGroupLacksPort: Check = {
  id: 'resolver-group-lacks-port',
  severity: 'warning',
  title: 'Resolver endpoint whose security groups stop queries',
  why: 'Queries reach an inbound Resolver endpoint, and leave an outbound one, on port 53. Its security groups must let them through, by UDP at least.',
  learnMore:
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries-values.html',
  *find({ design, topology }) {
    for (const { id, direction, enis, gap } of topology.resolverEndpoints.values()) {
      const groups = enis[0]?.groups ?? []
      if (gap || groups.length === 0 || groups.some((group) => group.gap !== null)) continue
      const entries = groups.flatMap((group) => group[direction === 'inbound' ? 'ingress' : 'egress'])
      if (entries.some(isForQueries)) continue
      const named = groups.flatMap((group) => (group.id === null ? [] : [place(group.id)]))
      yield {
        at: [place(id, 'securityGroups'), ...named],
        message: `No security group of the ${called(design, id)} lets UDP port 53 ${direction === 'inbound' ? 'in' : 'out'}, so no query gets through.`,
      }
    }
  },
  examples: { bad: () => example(443), good: () => example(DNS) },
}

const isForQueries = ({ protocol, from, to }: FilterEntry): boolean =>
  protocol === PROTOCOL.all || (protocol === PROTOCOL.udp && from <= DNS && DNS <= to)

const example = (port: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const securityGroups = [b.securityGroup(vpc, { ingress: [['udp', port, '192.168.0.0/16']] })]
    b.resolverEndpoint('inbound', subnets, { securityGroups })
  })
