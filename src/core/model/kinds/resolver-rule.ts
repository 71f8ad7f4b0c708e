import * as z from 'zod/mini'
import { base, choice, flag, list, optional, port, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined } from './detailParts.ts'
import { line, lines } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('resolver-rule'),
  region: reference,
  ruleType: choice(['forward', 'system'], 'forward'),
  /** `.` for every name. */
  domain: typedText,
  /** DNS servers that a forward rule asks. */
  targets: list(z.strictObject({ address: typedText, port: z._default(port, 53) }), 6),
  /** The outbound endpoint that sends the queries. */
  resolverEndpoint: optional(reference),
  vpcs: list(reference, 300),
  /** false = it may apply in other VPCs too, as after an import. */
  allVpcs: flag(true),
})

/** A rule of VPC Resolver. */
export const resolverRule: Sheet<typeof schema> = {
  schema,
  kind: 'resolver-rule',
  title: 'Resolver rule',
  noun: 'a Resolver rule',
  group: 'dns',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 5 },
  colour: 'group-account',
  imported: 'ResolverRules',
  reached: null,
  detail: ({ domain, ruleType }) => joined(ruleType, domain),
  *lines({ id, vpcs, resolverEndpoint }) {
    yield* lines(id, vpcs, 'name-association', 'applies to')
    yield* line(id, resolverEndpoint, 'name-target', 'sends through')
  },
  references: [
    ofRegion,
    { path: 'resolverEndpoint', kinds: ['resolver-endpoint'], onDelete: 'clear' },
    { path: 'vpcs[]', kinds: ['vpc'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ region: parent, domain: 'example.internal' }),
}
