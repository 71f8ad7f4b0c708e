import * as z from 'zod/mini'
import { base, choice, flag, list, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import type { ConstructKind } from './kindNames.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion, optionsOf, stateField } from './parts.ts'

const schema = z.strictObject({
  ...base('vpn-connection'),
  region: reference,
  customerGateway: reference,
  /** Virtual private gateway or transit gateway. */
  gateway: reference,
  state: choice(['pending', 'available', 'deleting', 'deleted'], 'available'),
  /** Whether at least one of its two tunnels is up. */
  tunnelsUp: flag(true),
  routing: choice(['static', 'bgp'], 'static'),
  /** Blocks behind the customer gateway: the static routes, or what it announces; empty with BGP = the blocks of its network. */
  routes: list(typedText, 1000),
})

const GATEWAYS: readonly ConstructKind[] = ['virtual-private-gateway', 'transit-gateway']

/** A Site-to-Site VPN connection of a customer gateway with a virtual private gateway or a transit gateway. */
export const vpnConnection: Sheet<typeof schema> = {
  schema,
  kind: 'vpn-connection',
  title: 'Site-to-Site VPN connection',
  noun: 'a Site-to-Site VPN connection',
  group: 'connections',
  summary: 'Two tunnels over the internet between a customer gateway and a virtual private or transit gateway.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
  parent: inRegion,
  container: false,
  stands: { area: 'foot', rank: 1 },
  colour: 'group-region',
  imported: 'VpnConnections',
  detail: ({ state, tunnelsUp, routing }) =>
    unusual(state) ?? (tunnelsUp ? `VPN · ${routing === 'bgp' ? 'BGP' : 'static'}` : 'tunnels down'),
  *lines({ id, customerGateway, gateway }) {
    yield* line(id, customerGateway, 'outside-line', 'from')
    yield* line(id, gateway, 'attachment', 'to')
  },
  references: [
    ofRegion,
    { path: 'customerGateway', kinds: ['customer-gateway'], onDelete: 'delete-holder' },
    { path: 'gateway', kinds: GATEWAYS, onDelete: 'delete-holder' },
  ],
  fields: [
    { key: 'customerGateway', label: 'Customer gateway', input: 'reference', kinds: ['customer-gateway'] },
    { key: 'gateway', label: 'Gateway', input: 'reference', kinds: GATEWAYS },
    stateField(['pending', 'available', 'deleting', 'deleted'], 'Only an available one carries traffic.'),
    { key: 'tunnelsUp', label: 'A tunnel is up', input: 'boolean', help: 'On: at least one of the two.' },
    {
      key: 'routing',
      label: 'Routing',
      input: 'select',
      options: optionsOf(['static', 'bgp'], { bgp: 'Dynamic (BGP)' }),
    },
    {
      key: 'routes',
      label: 'Blocks behind it',
      input: 'texts',
      of: 'cidr',
      help: 'The static routes, or what BGP announces. Empty with BGP: the blocks of its on-premises network.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'vpn-connection',
    id,
    name,
    region: parent,
    customerGateway: 'customer-gateway-1',
    gateway: 'virtual-private-gateway-1',
    state: 'available',
    tunnelsUp: true,
    routing: 'static',
    routes: [],
  }),
}
