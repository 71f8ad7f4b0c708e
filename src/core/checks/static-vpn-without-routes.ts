import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { blocksBehind } from '../model/plans/connect/blocksBehind.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers } from '../net/block.ts'
import type { TransitTableNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'
import { tablesByGateway } from './parts/transitTables.ts'

/** Source: transit gateway guide, VPN attachments: only what BGP announces is propagated. */
export const staticVpnWithoutRoutes: Check = {
  id: 'static-vpn-without-routes',
  severity: 'warning',
  title: 'Static VPN that a transit gateway’s table does not lead to',
  why: 'Propagation brings what BGP announces. A VPN connection with static routing announces nothing, so propagating it into a transit gateway’s table brings no route: its blocks have to be written there as static routes. A virtual private gateway does pass them on.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html',
  *find({ design, topology }) {
    const tables = tablesByGateway(design)
    for (const vpn of listOfKind(design, 'vpn-connection')) {
      if (vpn.routing !== 'static' || vpn.state !== 'available') continue
      for (const table of tables.get(vpn.gateway) ?? []) {
        const at = table.propagations.indexOf(vpn.id)
        const net = topology.transitTables.get(table.id)
        if (at < 0 || !net) continue
        const behind = blocksBehind(design, vpn, vpn.gateway)
        const missing = behind.filter((text) => !leadsTo(net, vpn.id, text))
        if (behind.length > 0 ? missing.length === 0 : leadsTo(net, vpn.id, null)) continue
        const what = missing.length > 0 ? missing.join(', ') : 'what is behind it'
        yield {
          at: [place(table.id, 'propagations', at), place(vpn.id, 'routing')],
          message: `The ${called(design, vpn.id)} has static routing, so propagating it into the ${called(design, table.id)} brings no route: nothing there leads to ${what}.`,
          fixes: missing.length > 0 ? [writeRoutes(table, vpn.id, missing, called(design, table.id))] : [],
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** Whether a route of the table leads there, for the whole block, a part of it, or (null) at all. What cannot be read may. */
function leadsTo({ routes4, routes6, unread }: TransitTableNet, vpn: string, text: string | null): boolean {
  const block = text === null ? null : readBlock(text)
  const isOf = ({ target }: TransitTableNet['routes4'][number]) => target.kind === 'attachment' && target.id === vpn
  return (
    unread.length > 0 ||
    [...routes4, ...routes6].some(
      (route) => isOf(route) && (!block || covers(route.block, block) || covers(block, route.block)),
    )
  )
}

function writeRoutes(
  { id, routes }: ConstructOf<'transit-gateway-route-table'>,
  target: string,
  cidrs: readonly string[],
  name: string,
): Fix {
  const own = new Set(cidrs)
  const others = routes.filter(({ destination }) => !('cidr' in destination && own.has(destination.cidr)))
  const written = cidrs.map((cidr) => ({ destination: { cidr }, target }))
  return {
    title: `Write ${cidrs.length === 1 ? 'a static route' : 'static routes'} to ${cidrs.join(', ')} into the ${name}`,
    safety: 'review',
    edits: [change('transit-gateway-route-table', id, { routes: [...others, ...written] })],
  }
}

const example = (written: boolean) =>
  buildDesign((b) => {
    const gateway = b.transitGateway({ id: 'gateway' })
    b.transitTable(gateway, written ? [['192.168.0.0/16', 'vpn']] : [])
    const site = b.onPremises(['192.168.0.0/16'])
    b.vpn(b.customerGateway({ network: site }), gateway, { id: 'vpn', routing: 'static' })
  })
