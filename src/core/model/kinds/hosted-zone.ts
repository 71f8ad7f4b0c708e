import * as z from 'zod/mini'
import { base, choice, flag, list, optional, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined } from './detailParts.ts'
import type { ConstructKind } from './kindNames.ts'
import { line, lines } from './lines.ts'
import { ofAccount } from './parts.ts'

const schema = z.strictObject({
  ...base('hosted-zone'),
  account: reference,
  domain: typedText,
  visibility: choice(['private', 'public'], 'private'),
  vpcs: list(reference, 1000),
  records: list(
    z.strictObject({
      /** Full name, or `@` for the zone's own; a first label `*` stands for any. */
      name: typedText,
      type: choice(['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SRV'], 'A'),
      values: list(plainText(1024), 100),
      /** An endpoint or load balancer that the record is an alias of; its addresses are the values then. */
      alias: optional(reference),
    }),
    10000,
  ),
  /** false = it may have records that the design does not, as after an import. */
  allRecords: flag(true),
  /** false = a private one may answer in other VPCs too. */
  allVpcs: flag(true),
})

export const ALIASES: readonly ConstructKind[] = [
  'interface-endpoint',
  'network-load-balancer',
  'application-load-balancer',
]

/** A zone of Amazon Route 53: private ones answer in the VPCs they are associated with, public ones everywhere. */
export const hostedZone: Sheet<typeof schema> = {
  schema,
  kind: 'hosted-zone',
  title: 'Hosted zone',
  noun: 'a hosted zone',
  group: 'dns',
  parent: null,
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'group-account',
  imported: 'HostedZones',
  reached: null,
  detail: ({ domain, name, visibility }) => joined(visibility, domain !== name && domain),
  *lines({ id, vpcs, records }) {
    yield* lines(id, vpcs, 'name-association', 'answers in')
    for (const { name, alias } of records) yield* line(id, alias, 'name-target', name)
  },
  references: [
    ofAccount,
    { path: 'vpcs[]', kinds: ['vpc'], onDelete: 'remove-entry' },
    { path: 'records[].alias', kinds: ALIASES, onDelete: 'remove-entry' },
  ],
  blank: () => ({ account: 'account-1', domain: 'example.internal' }),
}
