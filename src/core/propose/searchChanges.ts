import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import { decide, simulate } from '../sim/simulate.ts'
import type { Verdict } from '../sim/verdict.ts'
import { compileTopology } from '../topology/compileTopology.ts'
import type { Topology } from '../topology/topology.ts'
import { applyChanges } from './applyChanges.ts'
import type { Change } from './change.ts'
import { type Goal, missOf } from './goal.ts'

/** A design that was tried, with the verdicts of all goals there. */
export interface Tried {
  readonly changes: readonly Change[]
  readonly design: Design
  readonly topology: Topology
  readonly verdicts: readonly Verdict[]
  readonly goals: readonly Goal[]
  readonly unmet: readonly Goal[]
}

/** A goal that is not met in a design, with its trace and those of all others. */
export interface Expanding extends Tried {
  readonly goal: Goal
  readonly verdict: Verdict
  readonly traceOf: (goal: Goal) => Verdict
}

/** Changes that may bring a goal nearer, whatever they touch; the search tries them. */
export type Candidates = (expanding: Expanding) => readonly Change[]

export interface SearchInput {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly goals: readonly Goal[]
  readonly candidates: Candidates
  /** So many designs are tried at most. */
  readonly mostTried?: number
  /** Awaited before each design that is tried. */
  readonly pause: (done: number, total: number) => Promise<void>
}

export interface SearchResult {
  /** The design in which all goals are met, else the one that came nearest. */
  readonly best: Tried
  /** The design as it was given. */
  readonly start: Tried
  /** So many designs were tried, of so many at most. */
  readonly tried: readonly [done: number, total: number]
  readonly triedAll: boolean
}

/** So many designs are tried, and more for each goal. */
const MOST_TRIED = 120
const MORE_FOR_EACH = 24
/** Of the changes that may help a goal, those that cost least. */
const MOST_CANDIDATES = 16

/**
 * Looks for changes after which every goal is met: those are tried first that leave least unmet, and of these the ones that cost least. What must
 * pass comes before what must not, since what keeps something out hangs on what must get in.
 */
export async function searchChanges(input: SearchInput): Promise<SearchResult> {
  const { goals, candidates, pause } = input
  const start = tryChanges(input, [])!
  const queue: { readonly tried: Tried; readonly away: number; readonly cost: number }[] = [
    { tried: start, away: distanceOf(goals, start.verdicts), cost: 0 },
  ]
  const seen = new Set<string>([keyOf(input.design, start)])
  const most = input.mostTried ?? MOST_TRIED + MORE_FOR_EACH * goals.length
  let best = queue[0]!
  let count = 0
  while (queue.length > 0) {
    const at = queue.reduce((least, one, i) => (isBefore(one, queue[least]!) ? i : least), 0)
    const [next] = queue.splice(at, 1)
    if (isBefore(next!, best)) best = next!
    if (next!.tried.unmet.length === 0) return { best: next!.tried, start, tried: [count, most], triedAll: true }
    const found = expand(next!.tried, candidates)
    for (const change of found) {
      if (count >= most) return { best: best.tried, start, tried: [count, most], triedAll: false }
      await pause(count++, most)
      const tried = tryChanges(input, [...next!.tried.changes, change])
      if (!tried || seen.has(keyOf(input.design, tried))) continue
      seen.add(keyOf(input.design, tried))
      const away = distanceOf(goals, tried.verdicts)
      queue.push({ tried, away, cost: next!.cost + change.cost })
      if (tried.unmet.length === 0) break
    }
  }
  return { best: best.tried, start, tried: [count, most], triedAll: true }
}

const isBefore = (a: { away: number; cost: number }, b: { away: number; cost: number }): boolean =>
  a.away !== b.away ? a.away < b.away : a.cost < b.cost

/** Changes for the first goal that has any. */
function expand(tried: Tried, candidates: Candidates): readonly Change[] {
  const traces = new Map<Goal, Verdict>()
  const traceOf = (goal: Goal): Verdict => {
    const known = traces.get(goal) ?? simulate(tried.topology, goal.request)
    traces.set(goal, known)
    return known
  }
  const inOrder = [...tried.unmet].sort((a, b) => Number(a.must === 'fail') - Number(b.must === 'fail'))
  for (const goal of inOrder) {
    const found = candidates({ ...tried, goal, verdict: traceOf(goal), traceOf })
    if (found.length > 0) return [...found].sort((a, b) => a.cost - b.cost).slice(0, MOST_CANDIDATES)
  }
  return []
}

/** The design with changes, and what comes of every goal in it; null where they do not fit. */
export function tryChanges(
  { design, catalogue, goals }: Pick<SearchInput, 'design' | 'catalogue' | 'goals'>,
  changes: readonly Change[],
): Tried | null {
  const applied = applyChanges(design, changes)
  if (!applied) return null
  const topology = compileTopology(applied.design, catalogue)
  const verdicts = goals.map(({ request }) => decide(topology, request))
  const unmet = goals.filter((goal, i) => missOf(goal, verdicts[i]!) !== null)
  return { changes, design: applied.design, topology, verdicts, goals, unmet }
}

/** How much stands between verdicts and goals: what blocks each that must pass, and each that is not told or passes all the same. */
const distanceOf = (goals: readonly Goal[], verdicts: readonly Verdict[]): number =>
  goals.reduce((sum, goal, i) => {
    const verdict = verdicts[i]!
    if (missOf(goal, verdict) === null) return sum
    const inTheWay = goal.must === 'pass' ? verdict.blockers.length : 0
    return sum + 1 + Math.min(inTheWay, 6) / 8 + (verdict.kind === 'cannot-tell' ? 0.5 : 0)
  }, 0)

/** What a design differs by from the one that was begun with. */
const keyOf = (base: Design, { design }: Tried): string =>
  JSON.stringify(Object.entries(design.constructs).filter(([id, one]) => base.constructs[id] !== one))
