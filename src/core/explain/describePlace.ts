import { lowerFirst } from '../base/words.ts'
import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Field } from '../model/kinds/definition.ts'
import { formOf } from '../model/kinds/forms/forms.ts'
import type { Construct } from '../model/kinds/registry.ts'
import { nameIn } from '../model/nameIn.ts'
import type { Origin } from '../topology/origin.ts'

/** A place in the design as a person would say it: `route 3 of rtb-private`, `inbound rule 110 of acl-a`. */
export function describePlace(design: Design, { construct: id, path }: Origin): string {
  if (id === '') return describeDocument(design, path)
  const construct = constructAt(design, id)
  if (!construct) return id
  const entry = describeEntry(construct, path)
  const name = nameIn(design, id)
  return entry ? `${entry} of ${name}` : name
}

/** A place of the document itself, which belongs to no construct: `the saved request “Orders”`. */
function describeDocument(design: Design, [key, index]: Origin['path']): string {
  const request = key === 'requests' && typeof index === 'number' ? design.requests[index] : undefined
  return request ? `the saved request “${request.name || request.id}”` : 'the design as a whole'
}

/** The entry or field inside its construct: `route 3`, `private DNS`; null for the construct as a whole. */
export function describeEntry(construct: Construct, path: Origin['path']): string | null {
  const [key, index] = path
  if (key === undefined) return null
  if (key === 'name') return 'name'
  const field = formOf(construct.kind).fields.find((one) => one.key.split('.')[0] === key)
  if (!field) return null
  if (typeof index !== 'number') return lowerFirst(field.label)
  return `${entryName(field)} ${entryNumber(construct, field, index)}`
}

const entryName = (field: Field): string => {
  const singular = lowerFirst(field.label)
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<!s)s$/, '')
  if (field.input !== 'rows') return singular
  const row = field.rowLabel.toLowerCase()
  return singular.endsWith(row) ? singular : row
}

/** Network ACL rules go by the number they carry, everything else by its place in the list. */
function entryNumber(construct: Construct, field: Field, index: number): number {
  const list = (construct as unknown as Readonly<Record<string, unknown>>)[field.key]
  const row = Array.isArray(list) ? (list[index] as { readonly number?: unknown } | undefined) : undefined
  return typeof row?.number === 'number' ? row.number : index + 1
}
