import type { Value } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import type { ImportPlace } from '../../report.ts'
import { policyOf } from '../policyOf.ts'

/** As the format has it. */
const LONGEST = 20_480

/** A policy as a design keeps it; null where it cannot be read or kept, which is told. */
export function keepPolicy(importing: Importing, value: Value, whose: string, place: ImportPlace): string | null {
  const text = policyOf(value)
  if (text === null) return null
  const kept = text.length > LONGEST ? withoutSpace(text) : text
  if (kept.length <= LONGEST) return kept
  note(
    importing,
    'unknown',
    `${whose}: a policy of ${kept.length} characters is longer than a design keeps; what it says is not known`,
    place,
  )
  return null
}

function withoutSpace(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    // what is no JSON is kept, or not, as it is
    return text
  }
}
