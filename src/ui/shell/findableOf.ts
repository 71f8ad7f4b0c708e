import { type Construct, definitionOf } from '../../core/model/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'

const SHOWN_KEYS = [
  'cidr',
  'cidrs',
  'service',
  'zoneName',
  'code',
  'accountId',
  'bucketName',
  'tableName',
  'listName',
  'addresses',
  'hostNames',
]

/** A construct as something to find: by its name, its id, its kind and the values people know it by. */
export function findableOf(construct: Construct): ComboboxOption {
  const facts = construct as unknown as Readonly<Record<string, unknown>>
  const values = SHOWN_KEYS.flatMap((key) => facts[key] ?? []).join(', ')
  return {
    value: construct.id,
    label: nameOfConstruct(construct),
    hint: [definitionOf(construct.kind).title, construct.id === construct.name ? '' : construct.id, values]
      .filter(Boolean)
      .join(' · '),
  }
}
