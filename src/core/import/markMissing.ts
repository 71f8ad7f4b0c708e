import { constructSchema } from '../model/kinds/registry.ts'
import { isNotImported, notImported } from '../model/notImported.ts'
import { referencesOf } from '../model/references.ts'
import { isFields } from './fields.ts'
import type { Importing } from './importing.ts'

/** Ids that are made here, of load balancers and target groups, and names that stand for an alias. AWS's own ids say by themselves that they were imported. */
const MADE = /^(?:net|app|gwy|classic|tg)-|\./

/** References to what no record describes, by ids that are made here, are named as what was not imported. */
export function markMissing({ constructs }: Importing, isOurs = (id: string): boolean => MADE.test(id)): void {
  for (const [id, construct] of [...constructs]) {
    const missing = referencesOf(construct).filter(({ to }) => !constructs.has(to) && isOurs(to) && !isNotImported(to))
    if (missing.length === 0) continue
    const marked = missing.reduce<unknown>((value, { path, to }) => replaceAt(value, path, notImported(to)), construct)
    const read = constructSchema.safeParse(marked)
    if (read.success) constructs.set(id, read.data)
  }
}

function replaceAt(value: unknown, path: readonly (string | number)[], by: string): unknown {
  const [step, ...rest] = path
  if (step === undefined) return by
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? replaceAt(one, rest, by) : one))
  return isFields(value) ? { ...value, [step]: replaceAt(value[step], rest, by) } : value
}
