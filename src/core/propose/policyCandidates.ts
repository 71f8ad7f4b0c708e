import { AREAS, type Area, type Change } from './change.ts'
import { judgedCalls } from './judgedCalls.ts'
import type { Candidates, Expanding } from './searchChanges.ts'
import { waysToAllow } from './waysToAllow.ts'
import { waysToDeny } from './waysToDeny.ts'

/** Changes of policies for the call of a goal. */
export const policyCandidates: Candidates = (expanding) => {
  const { topology, goal, verdict, design } = expanding
  if (!goal.request.api) return []
  const own = judgedCalls(topology, verdict)
  if (goal.must === 'pass') {
    const against = callsThat(expanding, 'fail')
    return own.flatMap((one) => waysToAllow(design, one, against))
  }
  const passes = callsThat(expanding, 'pass')
  return own.flatMap((one) => waysToDeny(design, one, passes))
}

/** The calls of all goals that must pass, or fail. */
export const callsThat = ({ topology, traceOf, goals }: Expanding, must: 'pass' | 'fail') =>
  goals.flatMap((one) => (one.must === must && one.request.api ? judgedCalls(topology, traceOf(one)) : []))

/** Changes of those areas alone that may be touched. */
export const within =
  (candidates: readonly Candidates[], areas: ReadonlySet<Area>): Candidates =>
  (expanding): readonly Change[] =>
    candidates.flatMap((one) => one(expanding)).filter(({ area }) => areas.has(area))

/** What is touched where nobody says otherwise: policies, and the rules of groups. */
export const USUAL_AREAS: readonly Area[] = AREAS.filter((area) => area !== 'network')
