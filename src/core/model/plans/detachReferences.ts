import type { Construct, ConstructId } from '../kinds/registry.ts'
import { type Reference, referencesOf } from '../references.ts'
import { copyField, type Fields, readAt, writeAt } from './rewriteFields.ts'

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
  const fields: Fields = {}
  for (const { path } of gone) copyField(fields, holder, path)
  const entries: Reference['path'][] = []
  for (const reference of gone) {
    const { path, field } = reference
    if (field.onDelete === 'clear') writeAt(fields, path, null)
    else if (field.onDelete === 'blackhole') writeAt(fields, path, 'blackhole')
    else if (field.onDelete === 're-point') writeAt(fields, path, substitute(reference) ?? reference.to)
    else entries.push(path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1))
  }
  // Inner lists before outer ones and last entries first, so that every entry is still where its path says when its turn comes.
  for (const path of entries.sort((a, b) => b.length - a.length || (b.at(-1) as number) - (a.at(-1) as number)))
    (readAt(fields, path.slice(0, -1)) as unknown[]).splice(path.at(-1) as number, 1)
  return fields
}

/** Whether the holder of a reference goes when its target does. */
export const cannotDoWithout = ({ field, path }: Reference): boolean =>
  field.onDelete === 'delete-holder' ||
  (field.onDelete === 'remove-entry-or-holder' && path.find((step) => typeof step === 'number') === 0)
