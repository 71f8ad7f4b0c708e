import type { AccessRequest, Design, Expectation } from '../model/design.ts'
import { meetsExpectation } from '../sim/meetsExpectation.ts'
import type { Verdict } from '../sim/verdict.ts'

/** A request and what must come of it. */
export interface Goal {
  readonly id: string
  readonly name: string
  readonly request: AccessRequest
  readonly must: 'pass' | 'fail'
  readonly expect: Expectation
}

/** Whether a verdict is what must come of a request; null = it is, else the difference. */
export const missOf = (goal: Goal, verdict: Verdict): string | null => meetsExpectation(verdict, goal.expect)

const ANY = { symptom: null, code: null, path: null } as const

/** A request that must pass, or fail in whatever way. */
export const goalOf = (id: string, name: string, request: AccessRequest, must: Goal['must']): Goal => ({
  id,
  name,
  request,
  must,
  expect: { verdict: must === 'pass' ? 'succeeds' : 'fails', ...ANY },
})

/** The saved requests that say what must come of them; those that are expected to work in part, or not to be told, say neither. */
export const goalsOf = ({ requests }: Design): readonly Goal[] =>
  requests.flatMap(({ id, name, request, expect }): Goal[] => {
    if (expect?.verdict !== 'succeeds' && expect?.verdict !== 'fails') return []
    return [{ id, name, request, must: expect.verdict === 'succeeds' ? 'pass' : 'fail', expect }]
  })
