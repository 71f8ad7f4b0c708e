import type { Value } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import type { ImportPlace } from '../../report.ts'
import { policyOf } from '../policyOf.ts'

/** As the format has it: far more than any service takes. */
const LONGEST = 1_000_000

/** A policy as a design keeps it; null where it cannot be read or kept, which is told. */
export function keepPolicy(importing: Importing, value: Value, whose: string, place: ImportPlace): string | null {
  const text = policyOf(value)
  if (text === null || text.length <= LONGEST) return text
  note(
    importing,
    'unknown',
    `${whose}: a policy of ${text.length} characters is longer than a design keeps; what it says is not known`,
    place,
  )
  return null
}
