import type { Construct, Design } from '../../core/model/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { placeOf } from '../kit/placeOf.ts'

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

/** A construct as something to find: by its name, its kind and place, the values people know it by, and its id. */
export function findableOf(design: Design, construct: Construct): ComboboxOption {
  const facts = construct as unknown as Readonly<Record<string, unknown>>
  const values = SHOWN_KEYS.flatMap((key) => facts[key] ?? []).join(', ')
  return {
    value: construct.id,
    label: nameOfConstruct(construct),
    hint: [placeOf(design, construct), values, construct.id === construct.name ? '' : construct.id]
      .filter(Boolean)
      .join(' · '),
  }
}
