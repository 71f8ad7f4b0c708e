import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatBlock } from '../net/block.ts'
import type { Origin } from '../topology/origin.ts'
import type { Route, RouteList, RouteTarget } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { place } from './parts/place.ts'

/** Sources: transit gateway guide, route evaluation order; VPC guide, route priority: a static route comes before a propagated one for the same block. */
export const staticRouteHidesBackup: Check = {
  id: 'static-route-hides-backup',
  severity: 'warning',
  title: 'Static route that hides a backup',
  why: 'For the same block a static route comes before every propagated one, and it stays where it is when its target fails. The way that is propagated is never used, not even as a backup.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  *find({ design, topology }) {
    const tables: readonly (RouteList & { readonly id: string | null })[] = [
      ...topology.transitTables.values(),
      ...topology.tables.values(),
    ]
    for (const { id, routes4, routes6 } of tables) {
      if (id === null) continue
      for (const { fixed, hidden } of [...pairsIn(routes4), ...pairsIn(routes6)]) {
        const [own, other] = [idOf(fixed.target), idOf(hidden.target)]
        if (own === null || other === null || !fixed.origin || !hidden.origin) continue
        yield {
          at: [fixed.origin, hidden.origin, place(other)],
          message: `The static route to ${formatBlock(fixed.block)} in the ${called(design, id)} leads to the ${called(design, own)} and hides the same block of the ${called(design, other)}, which is not used when the first one fails.`,
          fixes: withoutRoute(design, fixed.origin),
        }
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

/** Each static route that leads far, and the first propagated one for its block that leads elsewhere. */
function* pairsIn(routes: readonly Route[]): Iterable<{ readonly fixed: Route; readonly hidden: Route }> {
  const fixed = new Map(
    routes.flatMap((route) =>
      route.source === 'static' && leadsFar(route.target) ? [[formatBlock(route.block), route] as const] : [],
    ),
  )
  for (const hidden of routes) {
    const own = isPropagated(hidden) ? fixed.get(formatBlock(hidden.block)) : undefined
    if (!own || idOf(own.target) === idOf(hidden.target)) continue
    fixed.delete(formatBlock(hidden.block))
    yield { fixed: own, hidden }
  }
}

const isPropagated = ({ source }: Route): boolean => source.startsWith('from-') && source !== 'from-vpc'

/** To another network by a link, a peering or a gateway. What leads to a VPC, or to an inspection in it, is meant to come first. */
const leadsFar = (target: RouteTarget): boolean =>
  target.kind === 'attachment'
    ? target.attachment.kind !== 'vpc'
    : target.kind === 'transit-gateway' || target.kind === 'virtual-private-gateway' || target.kind === 'peering'

function withoutRoute(design: Design, { construct, path }: Origin): readonly Fix[] {
  const index = path[1]
  if (path[0] !== 'routes' || typeof index !== 'number') return []
  const table = constructOfKind(design, construct, 'route-table')
  if (table) return [deleteRoute(table, index)]
  const transit = constructOfKind(design, construct, 'transit-gateway-route-table')
  if (!transit) return []
  const routes = transit.routes.toSpliced(index, 1)
  const edits = [change('transit-gateway-route-table', construct, { routes })] as const
  return [{ title: 'Delete the route', safety: 'review', edits }]
}

const idOf = (target: RouteTarget): string | null => ('id' in target ? target.id : null)

const example = (written: boolean) =>
  buildDesign((b) => {
    const gateway = b.transitGateway()
    b.transitTable(gateway, written ? [['192.168.0.0/16', 'vpn']] : [])
    const site = b.onPremises(['192.168.0.0/16'])
    b.vpn(b.customerGateway({ network: site }), gateway, { id: 'vpn', routing: 'bgp' })
    b.directConnect(site, gateway)
  })
