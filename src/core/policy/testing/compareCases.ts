import { evaluateCase } from '../cases/evaluateCase.ts'
import { answersTo, type PlainAnswer } from './plain/answersTo.ts'
import type { RawCase } from './plain/rawCase.ts'
import { drawCase } from './random/drawCase.ts'

/** What comparing the two evaluators on some random cases found. */
export interface Comparison {
  /** How many cases have each verdict. */
  readonly verdicts: Record<string, number>
  /** Cases that are left open though every world that the plain evaluator can think of agrees. */
  careful: number
  /** Cases with more worlds than can be asked. */
  tooMany: number
  /** The cases on which they differ, in words. */
  readonly differences: string[]
}

/** Compares the two on the cases of seeds from `first` on. */
export function compareCases(first: number, count: number): Comparison {
  const found: Comparison = { verdicts: {}, careful: 0, tooMany: 0, differences: [] }
  for (let seed = first; seed < first + count; seed++) {
    const given = drawCase(seed)
    const difference = compareCase(given, found)
    if (difference !== null) found.differences.push(`seed ${seed}: ${difference}\n${JSON.stringify(given)}`)
  }
  return found
}

/** So many worlds are asked of a case. */
const MOST = 20_000

function compareCase(given: RawCase, found: Comparison): string | null {
  const result = evaluateCase(given)
  if (!result.ok) return `not read: ${JSON.stringify(result.problems)}`
  const { verdict, why, deniedBy } = result.answer
  const kind = verdict === 'denied' ? why : verdict
  found.verdicts[kind] = (found.verdicts[kind] ?? 0) + 1
  const seen = new Set<string>()
  let worlds = 0
  let plain: PlainAnswer | null = null
  for (const answer of answersTo(given)) {
    worlds++
    plain = answer
    seen.add(answer.verdict)
    if (seen.size > 1) return verdict === 'cannot-tell' ? null : `says ${verdict}, where it may be either`
    if (worlds === MOST) {
      found.tooMany++
      return null
    }
  }
  if (verdict === 'cannot-tell') found.careful++
  if (verdict === 'cannot-tell' || plain === null) return null
  if (plain.verdict !== verdict) return `says ${verdict} (${why}), the plain evaluator ${plain.verdict} (${plain.why})`
  const sorted = (layers: readonly string[]) => [...layers].sort().join()
  if (worlds === 1 && (plain.why !== why || sorted(plain.deniedBy) !== sorted(deniedBy)))
    return `says ${why} by ${deniedBy.join()}, the plain evaluator ${plain.why} by ${plain.deniedBy.join()}`
  return null
}
