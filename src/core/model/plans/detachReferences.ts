import type { Construct, ConstructId } from '../constructs/registry.ts'
import type { ChangeEdit } from '../edit.ts'
import { type Reference, referencesOf } from '../references.ts'

/**
 * What the references of `holder` that `isGone` picks turn into when their targets are no longer to be had: the changed
 * top-level fields, or `'goes'` when the holder cannot do without. `substitute` gives what `re-point` points at, null = nothing left.
 */
export function detachReferences(
  holder: Construct,
  isGone: (reference: Reference) => boolean,
  substitute: (reference: Reference) => ConstructId | null,
): Readonly<Record<string, unknown>> | 'goes' {
  const gone = referencesOf(holder).filter(isGone)
  if (gone.some(cannotDoWithout)) return 'goes'
  const fields: Record<string, unknown> = {}
  for (const { path } of gone) {
    const key = path[0] as string
    fields[key] ??= copy((holder as unknown as Readonly<Record<string, unknown>>)[key])
  }
  const entries: Reference['path'][] = []
  for (const reference of gone) {
    const { path, field } = reference
    if (field.onDelete === 'clear') write(fields, path, null)
    else if (field.onDelete === 'blackhole') write(fields, path, 'blackhole')
    else if (field.onDelete === 're-point') write(fields, path, substitute(reference) ?? reference.to)
    else entries.push(path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1))
  }
  // Inner lists before outer ones and last entries first, so that every entry is still where its path says when its turn comes.
  for (const path of entries.sort((a, b) => b.length - a.length || (b.at(-1) as number) - (a.at(-1) as number)))
    (valueAt(fields, path.slice(0, -1)) as unknown[]).splice(path.at(-1) as number, 1)
  return fields
}

/** Whether the holder of a reference goes when its target does. */
export const cannotDoWithout = ({ field, path }: Reference): boolean =>
  field.onDelete === 'delete-holder' ||
  (field.onDelete === 'remove-entry-or-holder' && path.find((step) => typeof step === 'number') === 0)

/** The same construct with other top-level fields, as an edit; null when there is nothing to change. */
export const changeOf = (construct: Construct, fields: Readonly<Record<string, unknown>>): ChangeEdit | null =>
  Object.keys(fields).length === 0
    ? null
    : ({ kind: 'change', of: construct.kind, id: construct.id, fields } as ChangeEdit)

function write(fields: Record<string, unknown>, path: Reference['path'], value: unknown): void {
  const holder = valueAt(fields, path.slice(0, -1)) as Record<string | number, unknown>
  holder[path.at(-1)!] = value
}

const valueAt = (value: unknown, path: Reference['path']): unknown =>
  path.reduce((inner, step) => (inner as Readonly<Record<string | number, unknown>>)[step], value)

/** A deep copy of plain data. */
function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy) as T
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as T
}
