import { constructOfKind, listOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'

/** What AWS diagrams mean by a public subnet: its table sends everything else to an internet gateway. */
const EVERYWHERE = new Set(['0.0.0.0/0', '::/0'])

const known = new WeakMap<Design['constructs'], ReadonlySet<ConstructId>>()

/**
 * Subnets to draw as public: those whose route table, their own or the VPC's main one, has a default route to an internet gateway.
 * A convention of the drawing only. What a packet meets there is for the simulator to say.
 */
export function publicSubnets(design: Design): ReadonlySet<ConstructId> {
  const ready = known.get(design.constructs)
  if (ready) return ready
  const open = new Set(
    listOfKind(design, 'route-table')
      .filter((table) => leadsToInternet(design, table.routes))
      .map((table) => table.id),
  )
  const found = new Set<ConstructId>()
  if (open.size > 0)
    for (const subnet of listOfKind(design, 'subnet')) {
      const table = subnet.routeTable ?? vpcOf(design, subnet.id)?.mainRouteTable
      if (table && open.has(table)) found.add(subnet.id)
    }
  known.set(design.constructs, found)
  return found
}

type Routes = Extract<Design['constructs'][string], { kind: 'route-table' }>['routes']

const leadsToInternet = (design: Design, routes: Routes): boolean =>
  routes.some(
    ({ destination, target }) =>
      'cidr' in destination &&
      EVERYWHERE.has(destination.cidr.trim()) &&
      constructOfKind(design, target, 'internet-gateway') !== null,
  )
