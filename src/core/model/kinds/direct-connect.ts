import * as z from 'zod/mini'
import { base, choice, list, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import type { ConstructKind } from './kindNames.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('direct-connect'),
  region: reference,
  gateway: reference,
  network: reference,
  state: choice(['pending', 'available', 'down', 'deleting', 'deleted'], 'available'),
  /** Blocks that the network announces; empty = all of its own. */
  announced: list(typedText, 100),
  /** Bytes of the largest packet, as the virtual interface is set. */
  mtu: choice(['unknown', '1500', '8500', '9001'], 'unknown'),
  /** Blocks that AWS announces to the network; empty = those of the VPCs behind the gateway. */
  allowedPrefixes: list(typedText, 200),
})

export const GATEWAYS: readonly ConstructKind[] = ['virtual-private-gateway', 'transit-gateway']

/** A Direct Connect virtual interface, through a Direct Connect gateway or directly, to a virtual private gateway or a transit gateway. */
export const directConnect: Sheet<typeof schema> = {
  schema,
  kind: 'direct-connect',
  title: 'Direct Connect link',
  noun: 'a Direct Connect link',
  group: 'connections',
  parent: inRegion,
  container: false,
  stands: { area: 'foot', rank: 3 },
  colour: 'group-region',
  imported: 'VirtualInterfaces',
  reached: null,
  detail: ({ state }) => unusual(state) ?? 'Direct Connect',
  *lines({ id, network, gateway }) {
    yield* line(id, network, 'outside-line', 'from')
    yield* line(id, gateway, 'attachment', 'to')
  },
  references: [
    ofRegion,
    { path: 'gateway', kinds: GATEWAYS, onDelete: 'delete-holder' },
    { path: 'network', kinds: ['on-premises-network'], onDelete: 'delete-holder' },
  ],
  blank: (parent) => ({ region: parent, gateway: 'virtual-private-gateway-1', network: 'on-premises-network-1' }),
}
