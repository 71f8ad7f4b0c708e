import * as z from 'zod/mini'
import { parseDnsName } from '../../net/index.ts'
import { base, choice, list, optional, plainText, reference, typedText } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { joined } from './detailParts.ts'
import type { ConstructKind } from './kindNames.ts'
import { line, lines } from './lines.ts'
import { accountField, ofAccount, optionsOf } from './parts.ts'

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
})

type Own = Told<typeof schema>
const isPrivate = (construct: Own) => construct.visibility === 'private'
const ALIASES: readonly ConstructKind[] = ['interface-endpoint', 'network-load-balancer', 'application-load-balancer']

/** A zone of Amazon Route 53: private ones answer in the VPCs they are associated with, public ones everywhere. */
export const hostedZone: Sheet<typeof schema> = {
  schema,
  kind: 'hosted-zone',
  title: 'Hosted zone',
  noun: 'a hosted zone',
  group: 'dns',
  summary:
    'Records of a domain. A private zone answers in the VPCs it is associated with and hides the public one there; a public zone answers everywhere.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html',
  parent: null,
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'group-account',
  imported: 'HostedZones',
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
  fields: [
    { key: 'domain', label: 'Domain', input: 'dns-name' },
    {
      key: 'visibility',
      label: 'Type',
      input: 'select',
      options: optionsOf(['private', 'public']),
    },
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'references',
      kinds: ['vpc'],
      when: isPrivate,
      noneLabel: 'None: it answers nowhere',
      help: 'They need DNS support and DNS hostnames.',
    },
    {
      key: 'records',
      label: 'Records',
      input: 'rows',
      rowLabel: 'Record',
      most: 10000,
      blank: { name: '@', type: 'A', values: [], alias: null },
      of: [
        {
          key: 'name',
          label: 'Name',
          input: 'text',
          help: 'In full, or @ for the domain itself; * as the first label stands for any.',
          rule: (text) =>
            text === '@' || parseDnsName(text.replace(/^\*\./, '')) !== null ? null : `“${text}” is not a record name`,
        },
        {
          key: 'type',
          label: 'Type',
          input: 'select',
          options: ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SRV'].map((value) => ({ value, label: value })),
        },
        { key: 'values', label: 'Values', input: 'texts', of: 'text' },
        {
          key: 'alias',
          label: 'Alias of',
          input: 'reference',
          kinds: ALIASES,
          optional: true,
          noneLabel: 'No alias: the values count',
        },
      ],
    },
    accountField('zone'),
  ],
  create: (id, name) => ({
    kind: 'hosted-zone',
    id,
    name,
    account: 'account-1',
    domain: 'example.internal',
    visibility: 'private',
    vpcs: [],
    records: [],
  }),
}
