import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Network Firewall guide, VPC route table configuration: a route leads to the endpoint of one zone. */
export const firewallEndpointNotNamed: Check = {
  id: 'firewall-endpoint-not-named',
  severity: 'warning',
  title: 'Route to a firewall without a word about the endpoint',
  why: 'A Network Firewall has an endpoint in each of its zones, and a route leads to one of them. Both directions of a connection have to meet the same one.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-route-tables.html',
  *find({ design, topology }) {
    for (const { id, routes4, routes6 } of topology.tables.values())
      for (const { target, origin } of [...routes4, ...routes6]) {
        // a route that AWS would refuse stands nowhere: another check says so
        const isOpen = target.kind === 'unknown' && target.stands && target.code === 'not-modelled'
        const firewall = isOpen && constructOfKind(design, target.id, 'network-firewall')
        const table = id === null ? null : constructOfKind(design, id, 'route-table')
        const at = origin?.path[1]
        if (!firewall || firewall.subnets.length < 2 || !table || !origin || typeof at !== 'number') continue
        if (table.routes[at]?.interface !== undefined) continue
        yield {
          at: [origin, place(firewall.id)],
          message: `Route ${at + 1} of the ${called(design, table.id)} leads to the ${called(design, firewall.id)}, which has ${firewall.subnets.length} endpoints, and does not say to which.`,
          fixes: firewall.subnets.slice(0, 3).map((subnet, index) => ({
            title: `Lead to the endpoint in the ${called(design, subnet)}`,
            safety: 'review' as const,
            edits: [
              change('route-table', table.id, {
                routes: table.routes.with(at, { ...table.routes[at]!, interface: index }),
              }),
            ] as const,
          })),
        }
      }
  },
  examples: { bad: () => example(undefined), good: () => example(1) },
}

const example = (endpoint: number | undefined) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const [a, c] = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.1${i}.0/24` }))
    const firewall = b.networkFirewall(vpc, { subnets })
    b.routeTable(vpc, [endpoint === undefined ? ['0.0.0.0/0', firewall] : ['0.0.0.0/0', firewall, endpoint]], {
      subnets: [a!, c!],
    })
  })
