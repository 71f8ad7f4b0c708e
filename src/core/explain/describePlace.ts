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
  const statement = path.indexOf('Statement')
  if (statement >= 0) return describeStatement(construct, path.slice(0, statement), Number(path[statement + 1]))
  if (path.at(-1) === 'document') return describeAttached(construct, path.slice(0, -1))
  if (key === 'name') return 'name'
  const field = formOf(construct.kind).fields.find((one) => one.key.split('.')[0] === key)
  if (!field) return null
  if (typeof index !== 'number') return lowerFirst(field.label)
  return `${entryName(field)} ${entryNumber(construct, field, index)}`
}

/** A policy of a list by its name: `policy “main”`, `policy “guard” at ou-apps`. */
function describeAttached(construct: Construct, path: Origin['path']): string {
  const name = valueAt(construct, [...path, 'name'])
  const target = valueAt(construct, [...path.slice(0, 2), 'target'])
  return `policy “${name}”${path.length > 2 ? ` at ${target}` : ''}`
}

/** A statement of a policy by its `Sid`, else by its number. */
function describeStatement(construct: Construct, policy: Origin['path'], index: number): string {
  const name = sidIn(valueAt(construct, policy), index)
  const field = describeEntry(construct, policy)
  return `statement ${name ?? index + 1} of the ${field}`
}

function sidIn(text: unknown, index: number): string | null {
  try {
    const found: unknown = JSON.parse(String(text)).Statement
    const statement: unknown = Array.isArray(found) ? found[index] : found
    const sid: unknown = (statement as { readonly Sid?: unknown } | null | undefined)?.Sid
    return typeof sid === 'string' && sid !== '' ? sid : null
  } catch {
    return null // a policy in the writing: its number says where it stands
  }
}

const valueAt = (construct: Construct, path: Origin['path']): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    construct,
  )

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
