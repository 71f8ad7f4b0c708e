import * as z from 'zod/mini'
import { base, choice, flag, flagOrUnknown, list, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import type { ConstructKind } from './kindNames.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('vpn-connection'),
  region: reference,
  customerGateway: reference,
  /** Virtual private gateway or transit gateway. */
  gateway: reference,
  state: choice(['pending', 'available', 'deleting', 'deleted'], 'available'),
  /** Whether at least one of its two tunnels is up; null = unknown, as after an import. */
  tunnelsUp: flagOrUnknown(true),
  routing: choice(['static', 'bgp'], 'static'),
  /** Blocks behind the customer gateway: the static routes, or what it announces; empty with BGP = the blocks of its network. */
  routes: list(typedText, 1000),
  /** false = BGP may announce more private blocks than the design has, as after an import. */
  allRoutes: flag(true),
})

export const GATEWAYS: readonly ConstructKind[] = ['virtual-private-gateway', 'transit-gateway']

/** A Site-to-Site VPN connection of a customer gateway with a virtual private gateway or a transit gateway. */
export const vpnConnection: Sheet<typeof schema> = {
  schema,
  kind: 'vpn-connection',
  title: 'Site-to-Site VPN connection',
  noun: 'a Site-to-Site VPN connection',
  group: 'connections',
  parent: inRegion,
  container: false,
  stands: { area: 'foot', rank: 1 },
  colour: 'group-region',
  imported: 'VpnConnections',
  reached: null,
  detail: ({ state, tunnelsUp, routing }) =>
    unusual(state) ?? (tunnelsUp === false ? 'tunnels down' : `VPN · ${routing === 'bgp' ? 'BGP' : 'static'}`),
  *lines({ id, customerGateway, gateway }) {
    yield* line(id, customerGateway, 'outside-line', 'from')
    yield* line(id, gateway, 'attachment', 'to')
  },
  references: [
    ofRegion,
    { path: 'customerGateway', kinds: ['customer-gateway'], onDelete: 'delete-holder' },
    { path: 'gateway', kinds: GATEWAYS, onDelete: 'delete-holder' },
  ],
  blank: (parent) => ({ region: parent, customerGateway: 'customer-gateway-1', gateway: 'virtual-private-gateway-1' }),
}
