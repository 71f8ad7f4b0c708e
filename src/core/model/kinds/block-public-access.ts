import * as z from 'zod/mini'
import { base, choice, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { lines } from './lines.ts'
import { accountField, inRegion, ofAccount, ofRegion, optionsOf } from './parts.ts'

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
  summary:
    'Keeps all VPCs of an account in a Region off the internet, whatever their routes say. Exclusions are spared.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 7 },
  colour: 'group-security',
  imported: 'VpcBlockPublicAccessOptions',
  detail: ({ mode }) => mode.replace('-', ' '),
  lines: ({ id, exclusions }) =>
    lines(
      id,
      exclusions.map(({ of }) => of),
      'exclusion',
      'spares',
    ),
  references: [ofRegion, ofAccount, { path: 'exclusions[].of', kinds: ['vpc', 'subnet'], onDelete: 'remove-entry' }],
  fields: [
    {
      key: 'mode',
      label: 'Mode',
      input: 'select',
      options: optionsOf(['off', 'block-bidirectional', 'block-ingress'], {
        'block-bidirectional': 'Block both directions',
        'block-ingress': 'Block what comes in',
      }),
      help: 'Blocking what comes in still allows NAT gateways and egress-only internet gateways.',
    },
    {
      key: 'exclusions',
      label: 'Exclusions',
      input: 'rows',
      rowLabel: 'Exclusion',
      most: 50,
      blank: { allow: 'bidirectional' },
      of: [
        { key: 'of', label: 'VPC or subnet', input: 'reference', kinds: ['vpc', 'subnet'] },
        {
          key: 'allow',
          label: 'Allows',
          input: 'select',
          options: optionsOf(['bidirectional', 'egress'], { bidirectional: 'Both directions', egress: 'Outbound' }),
        },
      ],
    },
    accountField('VPCs'),
  ],
  create: (id, name, parent) => ({
    kind: 'block-public-access',
    id,
    name,
    region: parent,
    account: 'account-1',
    mode: 'block-bidirectional',
    exclusions: [],
  }),
}
