import type { Origin } from '../../../topology/index.ts'
import type { Verdict } from '../../verdict.ts'
import type { CaseExpectation } from './caseFile.ts'

/** Every difference between a verdict and what was expected, as "what: expected …, got …". */
export function compareVerdict(verdict: Verdict, expect: CaseExpectation): readonly string[] {
  const differences: string[] = []
  const compare = (what: string, wanted: unknown, got: unknown) => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(got))
      differences.push(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`)
  }
  compare('verdict', expect.verdict, verdict.kind)
  compare(
    'symptom',
    expect.verdict === 'succeeds' || expect.verdict === 'cannot-tell' ? null : expect.symptom,
    verdict.symptom,
  )
  compare('code', expect.verdict === 'succeeds' ? null : expect.code, verdict.code)
  compare(
    'decidedBy',
    expect.verdict === 'succeeds' ? null : expect.decidedBy,
    expect.decidedBy && verdict.decidedBy ? inWords(verdict.decidedBy, expect.decidedBy) : verdict.decidedBy,
  )
  compare('path', expect.path, verdict.path)
  compare('via', expect.via, verdict.via)
  compare('answers', expect.answers && [...expect.answers].sort(), [...verdict.answers].sort())
  compare(
    'blockers',
    expect.blockers && [...expect.blockers].sort(),
    expect.blockers && blockersOf(verdict, expect.blockers).sort(),
  )
  const stated: readonly string[] = verdict.assumptions.map(({ code }) => code)
  for (const code of expect.assumes ?? [])
    if (!stated.includes(code)) differences.push(`assumptions: expected ${code}, got ${JSON.stringify(stated)}`)
  for (const code of expect.assumesNot ?? [])
    if (stated.includes(code)) differences.push(`assumptions: ${code} is stated`)
  return differences
}

/** The origin in the expectation's own shape: with a path only where one is expected. */
const inWords = (origin: Origin, wanted: { readonly path?: unknown }) =>
  wanted.path === undefined ? { construct: origin.construct } : { construct: origin.construct, path: origin.path }

/** Each obstacle once, with its construct where the expectation names constructs. */
function blockersOf(verdict: Verdict, wanted: readonly string[]): string[] {
  const full = wanted.some((text) => text.includes(' at '))
  return [
    ...new Set(
      verdict.blockers.map((blocker) =>
        full ? `${blocker.code} at ${blocker.decidedBy?.construct ?? 'nothing drawn'}` : blocker.code,
      ),
    ),
  ]
}
