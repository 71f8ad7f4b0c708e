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
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 6 },
  colour: 'ink-soft',
  imported: 'ManagedPrefixLists',
  reached: null,
  unconnected: true,
  detail: ({ entries }) => count(entries.length, 'entry', 'entries'),
  references: [{ path: 'region', kinds: ['region'], onDelete: 'delete-holder' }],
  blank: (parent, id) => ({ region: parent, listName: id }),
}
