import { groupBy } from '../base/groupBy.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, CheckContext, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPN guide, route tables and route priority; getting started, enable route propagation. */
export const privateGatewayWithoutRoutes: Check = {
  id: 'private-gateway-without-routes',
  severity: 'warning',
  title: 'Way to a network outside AWS that no route uses',
  why: 'A virtual private gateway is used by route tables that take its routes over (propagation) or name it. A static VPN connection knows only the blocks that are written down for it.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html',
  *find(context) {
    yield* unusedGateways(context)
    for (const { id, gateway, routing, routes, state } of listOfKind(context.design, 'vpn-connection')) {
      if (routing !== 'static' || routes.length > 0 || state !== 'available') continue
      // at a transit gateway the routes stand in its tables
      if (!constructOfKind(context.design, gateway, 'virtual-private-gateway')) continue
      yield {
        at: [place(id, 'routes')],
        message: `The ${called(context.design, id)} is routed statically and names no block, so nothing is sent over it.`,
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

function* unusedGateways({ design }: CheckContext): Iterable<Sighting> {
  const used = new Set(
    listOfKind(design, 'route-table').flatMap(({ propagatingGateways, routes }) => [
      ...propagatingGateways,
      ...routes.map(({ target }) => target),
    ]),
  )
  const links = groupBy(
    [...listOfKind(design, 'vpn-connection'), ...listOfKind(design, 'direct-connect')],
    ({ gateway }) => gateway,
  )
  for (const { id, vpc } of listOfKind(design, 'virtual-private-gateway')) {
    const own = links.get(id) ?? []
    if (own.length === 0 || used.has(id)) continue
    yield {
      at: [place(id), place(vpc)],
      message: `The ${called(design, id)} has the ${called(design, own[0]!.id)}, but no route table of the ${called(design, vpc)} takes its routes over or names it.`,
      fixes: propagate(design, id, vpc),
    }
  }
}

function propagate(design: Design, id: string, vpcId: string): readonly Fix[] {
  const main = constructOfKind(design, vpcId, 'vpc')?.mainRouteTable
  const table = main ? constructOfKind(design, main, 'route-table') : null
  if (!table || table.vpc !== vpcId || table.edgeOf !== null) return []
  const title = `Take its routes over into the ${called(design, table.id)}`
  const propagatingGateways = [...table.propagatingGateways, id]
  return [{ title, safety: 'review', edits: [change('route-table', table.id, { propagatingGateways })] }]
}

const example = (propagated: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.virtualPrivateGateway(vpc)
    const customer = b.customerGateway({ ipAddress: '203.0.113.7', network: b.onPremises(['192.168.0.0/16']) })
    b.vpn(customer, gateway, { routes: ['192.168.0.0/16'] })
    b.mainTable(vpc, [], { propagatingGateways: propagated ? [gateway] : [] })
  })
