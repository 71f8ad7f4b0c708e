import type { Expectation } from '../model/design.ts'
import type { Verdict } from './verdict.ts'

/** null when the verdict is what was expected; else the first difference in words. Members of the expectation that are null are not looked at. */
export function meetsExpectation(verdict: Verdict, expect: Expectation): string | null {
  if (verdict.kind !== expect.verdict)
    return `expected ${expect.verdict}, got ${verdict.kind}${verdict.code ? ` (${verdict.code})` : ''}`
  for (const key of ['symptom', 'code', 'path'] as const)
    if (expect[key] !== null && verdict[key] !== expect[key])
      return `expected ${key} ${expect[key]}, got ${verdict[key] ?? 'none'}`
  return null
}
