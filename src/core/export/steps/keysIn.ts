import { isList } from '../aws/value.ts'
import type { PartKey } from '../plan/part.ts'

/** Keys of the parts whose ids stand in lines, calls or values. */
export function keysIn(value: unknown): readonly PartKey[] {
  if (typeof value !== 'object' || value === null) return []
  if (isList(value as never)) return (value as readonly unknown[]).flatMap(keysIn)
  const one = value as Readonly<Record<string, unknown>>
  if (one.later === 'fact' || one.told === 'bare id') return [one.of as PartKey]
  if (one.later === 'block') return [(one.block as { readonly from: PartKey }).from]
  if (one.line === 'after') return [one.key as PartKey]
  if (one.line === 'once' && one.as !== null)
    return [...keysIn({ ...one, as: null, line: '' }), (one.as as { readonly of: PartKey }).of]
  return Object.values(one).flatMap(keysIn)
}
