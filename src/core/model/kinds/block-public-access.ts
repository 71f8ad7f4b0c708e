import * as z from 'zod/mini'
import { base, choice, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { lines } from './lines.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('block-public-access'),
  region: reference,
  account: reference,
  mode: choice(['off', 'block-bidirectional', 'block-ingress'], 'block-bidirectional'),
  exclusions: list(
    z.strictObject({
      /** A VPC or a subnet. */
      of: reference,
      allow: choice(['bidirectional', 'egress'], 'bidirectional'),
    }),
    50,
  ),
})

/** VPC Block Public Access of an account in a Region. */
export const blockPublicAccess: Sheet<typeof schema> = {
  schema,
  kind: 'block-public-access',
  title: 'VPC Block Public Access',
  noun: 'a VPC Block Public Access setting',
  group: 'filters',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 7 },
  colour: 'group-security',
  imported: 'VpcBlockPublicAccessOptions',
  reached: null,
  detail: ({ mode }) => mode.replace('-', ' '),
  lines: ({ id, exclusions }) =>
    lines(
      id,
      exclusions.map(({ of }) => of),
      'exclusion',
      'spares',
    ),
  references: [ofRegion, ofAccount, { path: 'exclusions[].of', kinds: ['vpc', 'subnet'], onDelete: 'remove-entry' }],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
