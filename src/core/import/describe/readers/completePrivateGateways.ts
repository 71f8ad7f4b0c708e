import { notImported } from '../../../model/notImported.ts'
import { add, type Importing, note } from '../../importing.ts'
import { regionOf } from '../../whereabouts.ts'
import { propagatedBlocks } from './routeTables.ts'

/**
 * A virtual private gateway of which no link was gathered, though not every call for links was made: something is behind it all the same, with the
 * blocks that it has propagated.
 */
export function completePrivateGateways(importing: Importing): void {
  const linked = new Set<string>()
  for (const one of importing.constructs.values())
    if (one.kind === 'vpn-connection' || one.kind === 'direct-connect') linked.add(one.gateway)
  for (const [id, one] of [...importing.constructs]) {
    if (one.kind !== 'virtual-private-gateway' || linked.has(id)) continue
    const entry = importing.find('VpnGateways', id)
    if (!entry) continue
    const hasVpns = importing.wasAsked('VpnConnections', entry)
    const blocks = propagatedBlocks(importing, id)
    if (hasVpns && (blocks.length === 0 || importing.wasAsked('VirtualInterfaces', entry))) continue
    const link = notImported(`link-of-${id}`)
    note(importing, 'unknown', `${id}: what lies behind the virtual private gateway is not in the files`, entry.place)
    const shared = { id: link, name: `What ${id} leads to, not in the files`, region: regionOf(importing, entry) }
    if (hasVpns)
      add(importing, entry, {
        kind: 'direct-connect',
        ...shared,
        gateway: id,
        network: notImported(`network-behind-${id}`),
        announced: blocks,
      })
    else
      add(importing, entry, {
        kind: 'vpn-connection',
        ...shared,
        customerGateway: notImported(`customer-gateway-of-${id}`),
        gateway: id,
        tunnelsUp: null,
        routing: 'bgp',
        routes: blocks,
        allRoutes: blocks.length > 0,
      })
  }
}
