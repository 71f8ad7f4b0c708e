import { blockOf, contains, parseAddress } from '../../../net/index.ts'
import { scopeOf } from '../../../net/scopeOf.ts'
import type { Verdict } from '../../../sim/index.ts'

/** What a line of `expected.jsonl` says: a list holds acceptable values, and what is left out is not compared. */
export interface Expected {
  readonly id: string
  readonly verdict?: string | readonly string[]
  readonly symptom?: string | null | readonly (string | null)[]
  readonly path?: string | readonly string[]
  readonly decidedBy?: string | readonly string[]
  /** `public`, or blocks of which one has each answer. */
  readonly answersIn?: 'public' | readonly string[]
}

/** What of a verdict is compared. */
export type Judged = Pick<Verdict, 'kind' | 'symptom' | 'path' | 'answers'> & {
  readonly decidedBy: { readonly construct: string } | null
}

/** Words for each thing in which a verdict is not what is expected. */
export function judgeCase(expected: Expected, verdict: Judged): readonly string[] {
  const misses: string[] = []
  const compare = (what: string, wanted: unknown, found: string | null) => {
    if (wanted === undefined) return
    const accepted: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
    if (!accepted.includes(found)) misses.push(`${what}: expected ${accepted.join(' or ')}, got ${found}`)
  }
  compare('verdict', expected.verdict, verdict.kind)
  compare('symptom', expected.symptom, verdict.symptom)
  compare('path', expected.path, verdict.path)
  const decider = verdict.decidedBy?.construct ?? null
  const wanted = [expected.decidedBy ?? []].flat()
  if (wanted.length > 0 && !wanted.some((one) => one === decider || decider?.startsWith(`${one}.`)))
    misses.push(`decidedBy: expected ${wanted.join(' or ')}, got ${decider}`)
  if (expected.answersIn !== undefined) {
    const { answersIn } = expected
    const outside = verdict.answers.filter((answer) => !liesIn(answer, answersIn))
    if (verdict.answers.length === 0) misses.push('answersIn: there is no answer')
    if (outside.length > 0)
      misses.push(`answersIn: ${outside.join(', ')} lies outside of ${[answersIn].flat().join(', ')}`)
  }
  return misses
}

function liesIn(text: string, where: 'public' | readonly string[]): boolean {
  const address = parseAddress(text)
  if (address === null) return false
  if (where === 'public') return scopeOf(address) === 'public'
  return where.some((one) => {
    const block = blockOf(one)
    return block !== null && contains(block, address)
  })
}
