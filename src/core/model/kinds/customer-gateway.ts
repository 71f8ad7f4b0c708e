import * as z from 'zod/mini'
import { base, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('customer-gateway'),
  region: reference,
  /** Public address of the device. */
  ipAddress: typedText,
  asn: z._default(z.int().check(z.minimum(1), z.maximum(4294967294)), 65000),
  /** The network that the device stands in; null = not drawn. */
  network: optional(reference),
})

/** The device at the far end of a VPN connection, as AWS knows it. */
export const customerGateway: Sheet<typeof schema> = {
  schema,
  kind: 'customer-gateway',
  title: 'Customer gateway',
  noun: 'a customer gateway',
  group: 'connections',
  parent: inRegion,
  container: false,
  stands: { area: 'foot', rank: 2 },
  colour: 'ink-soft',
  imported: 'CustomerGateways',
  reached: null,
  detail: ({ ipAddress }) => ipAddress,
  lines: ({ id, network }) => line(id, network, 'outside-line', 'stands in'),
  references: [ofRegion, { path: 'network', kinds: ['on-premises-network'], onDelete: 'clear' }],
  blank: (parent) => ({ region: parent, ipAddress: '203.0.113.1' }),
}
