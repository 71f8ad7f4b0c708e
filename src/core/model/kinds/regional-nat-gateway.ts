import * as z from 'zod/mini'
import { base, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count } from './detailParts.ts'
import { line } from './lines.ts'
import { inVpc, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('regional-nat-gateway'),
  vpc: reference,
  /** null = a table with the VPC's blocks and 0.0.0.0/0 to its internet gateway, as AWS makes it. */
  routeTable: optional(reference),
  /** Zone names that it covers; empty = every zone with an interface, as AWS does by itself. */
  zones: list(typedText, 20),
  publicIps: list(typedText, 20),
})

/** A NAT gateway of a whole VPC (`AvailabilityMode=regional`): no subnet, a route table of its own. Source: fact sheet 2.3. */
export const regionalNatGateway: Sheet<typeof schema> = {
  schema,
  kind: 'regional-nat-gateway',
  title: 'Regional NAT gateway',
  noun: 'a regional NAT gateway',
  group: 'gateways',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 2 },
  colour: 'group-vpc',
  imported: 'NatGateways',
  reached: 'interface',
  detail: ({ zones }) => (zones.length > 0 ? count(zones.length, 'zone') : 'Regional NAT gateway'),
  lines: ({ id, routeTable }) => line(id, routeTable, 'route-table-association', 'uses'),
  references: [ofVpc, { path: 'routeTable', kinds: ['route-table'], onDelete: 'clear' }],
  blank: (parent) => ({ vpc: parent }),
}
