import * as z from 'zod/mini'
import { base, list, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count } from './detailParts.ts'

const schema = z.strictObject({
  ...base('prefix-list'),
  region: reference,
  listName: typedText,
  entries: list(z.strictObject({ cidr: typedText, description: z._default(plainText(255), '') }), 1000),
})

/** A customer-managed prefix list, or AWS's own list of a service under its name with entries that replace the catalogue's. */
export const prefixList: Sheet<typeof schema> = {
  schema,
  kind: 'prefix-list',
  title: 'Prefix list',
  noun: 'a prefix list',
  group: 'filters',
  summary:
    'A named list of address blocks for routes and security-group rules. Drawn under the name of an AWS list, it replaces that list’s entries.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 6 },
  colour: 'ink-soft',
  imported: 'ManagedPrefixLists',
  unconnected: true,
  detail: ({ entries }) => count(entries.length, 'entry', 'entries'),
  references: [{ path: 'region', kinds: ['region'], onDelete: 'delete-holder' }],
  fields: [
    {
      key: 'listName',
      label: 'List name',
      input: 'text',
      help: 'Your own name, or that of an AWS list such as com.amazonaws.us-east-1.s3.',
    },
    {
      key: 'entries',
      label: 'Entries',
      input: 'rows',
      rowLabel: 'Entry',
      most: 1000,
      blank: { cidr: '10.0.0.0/8', description: '' },
      of: [
        { key: 'cidr', label: 'Block', input: 'cidr' },
        { key: 'description', label: 'Description', input: 'text', optional: true },
      ],
    },
  ],
  create: (id, name, parent) => ({ kind: 'prefix-list', id, name, region: parent, listName: id, entries: [] }),
}
