import type { Unknown } from './stack.ts'

/** Whether a value is one that nobody can tell. */
export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && typeof value.unknown === 'string'

/** A value that nobody can tell, and why: a clause, so that a sentence can go on with it. */
export const unknown = (why: string, what?: string): Unknown => ({ unknown: why, ...(what !== undefined && { what }) })

/** What tells it from others. */
export const whatOf = ({ unknown: why, what }: Unknown): string => what ?? why

/** Why something in the value cannot be told; null = all of it is known. */
export function reasonIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (isUnknown(value)) return value.unknown
  for (const one of Object.values(value)) {
    const reason = reasonIn(one)
    if (reason !== null) return reason
  }
  return null
}
