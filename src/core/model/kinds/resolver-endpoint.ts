import * as z from 'zod/mini'
import { base, choice, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { inVpc, ofGroups, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('resolver-endpoint'),
  vpc: reference,
  direction: choice(['inbound', 'outbound'], 'inbound'),
  addresses: list(z.strictObject({ subnet: reference, privateIp: optional(typedText) }), 6),
  securityGroups: list(reference, 16),
})

/** An endpoint of VPC Resolver: inbound ones answer queries from outside, outbound ones send queries out. */
export const resolverEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'resolver-endpoint',
  title: 'Resolver endpoint',
  noun: 'a Resolver endpoint',
  group: 'dns',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 13 },
  colour: 'group-account',
  imported: 'ResolverEndpoints',
  reached: null,
  detail: ({ direction, addresses }) => joined(direction, count(addresses.length, 'address', 'addresses')),
  occupies: ({ addresses }) => occupiedRows('addresses', addresses),
  *lines({ id, addresses, securityGroups }) {
    yield* inSubnets(id, addresses)
    yield* carried(id, securityGroups)
  },
  references: [ofVpc, { path: 'addresses[].subnet', kinds: ['subnet'], onDelete: 'remove-entry' }, ofGroups],
  blank: (parent) => ({ vpc: parent }),
}
