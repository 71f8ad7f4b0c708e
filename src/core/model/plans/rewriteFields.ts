import type { ChangeEdit } from '../edit.ts'
import type { Construct } from '../kinds/registry.ts'

/** Top-level fields on their way to becoming an edit: copies, free to be written into. */
export type Fields = Record<string, unknown>
type Path = readonly (string | number)[]

/** Copies the top-level field that `path` begins with, unless it has been. */
export function copyField(fields: Fields, construct: Construct, path: Path): void {
  const key = path[0] as string
  fields[key] ??= copy((construct as unknown as Readonly<Record<string, unknown>>)[key])
}

/** Writes a value at a path into copied fields. */
export function writeAt(fields: Fields, path: Path, value: unknown): void {
  const holder = readAt(fields, path.slice(0, -1)) as Record<string | number, unknown>
  holder[path.at(-1)!] = value
}

/** What stands at a path. */
export const readAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, step) => (inner as Readonly<Record<string | number, unknown>>)[step], value)

/** The construct with other top-level fields, as an edit; null when nothing would change. */
export function changeOf(construct: Construct, fields: Readonly<Record<string, unknown>>): ChangeEdit | null {
  const before = construct as unknown as Readonly<Record<string, unknown>>
  const changed = Object.entries(fields).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
  if (changed.length === 0) return null
  return { kind: 'change', of: construct.kind, id: construct.id, fields: Object.fromEntries(changed) } as ChangeEdit
}

/** A deep copy of plain data. */
function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy) as T
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as T
}
