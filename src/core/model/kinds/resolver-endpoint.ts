import * as z from 'zod/mini'
import { base, choice, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { carried, inSubnets } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { groupsField, inVpc, ofGroups, ofVpc, optionsOf, privateIpField, subnetField } from './parts.ts'

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
  summary:
    'Inbound: addresses in the VPC at which networks outside ask for names. Outbound: where forwarded queries leave the VPC.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 13 },
  colour: 'group-account',
  imported: 'ResolverEndpoints',
  detail: ({ direction, addresses }) => joined(direction, count(addresses.length, 'address', 'addresses')),
  occupies: ({ addresses }) => occupiedRows('addresses', addresses),
  *lines({ id, addresses, securityGroups }) {
    yield* inSubnets(id, addresses)
    yield* carried(id, securityGroups)
  },
  references: [ofVpc, { path: 'addresses[].subnet', kinds: ['subnet'], onDelete: 'remove-entry' }, ofGroups],
  fields: [
    { key: 'direction', label: 'Direction', input: 'select', options: optionsOf(['inbound', 'outbound']) },
    {
      key: 'addresses',
      label: 'Addresses',
      input: 'rows',
      rowLabel: 'Address',
      most: 6,
      blank: { privateIp: null },
      help: 'At least two; better in two zones.',
      of: [subnetField, privateIpField],
    },
    groupsField('An inbound one must let in UDP and TCP 53, an outbound one must let them out.'),
  ],
  create: (id, name, parent) => ({
    kind: 'resolver-endpoint',
    id,
    name,
    vpc: parent,
    direction: 'inbound',
    addresses: [],
    securityGroups: [],
  }),
}
