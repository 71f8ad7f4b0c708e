import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import { decide, simulate } from '../sim/simulate.ts'
import type { Verdict } from '../sim/verdict.ts'
import { applyChanges } from './applyChanges.ts'
import type { Area, Change } from './change.ts'
import { changedTexts } from './changedTexts.ts'
import { type Goal, missOf } from './goal.ts'
import { leastChanges } from './leastChanges.ts'
import { policyCandidates, USUAL_AREAS, within } from './policyCandidates.ts'
import type { Proof, Proposal } from './proposal.ts'
import { type Candidates, searchChanges, type Tried } from './searchChanges.ts'
import { whyNot } from './whyNot.ts'

export interface ProposeInput {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly goals: readonly Goal[]
  /** What may be touched; left out: all policies, and the rules of groups. */
  readonly areas?: readonly Area[]
  /** What else may help a goal, of the network. */
  readonly more?: readonly Candidates[]
  /** So many designs are tried at most; left out: as many as there may be need for. */
  readonly mostTried?: number
  readonly pause: (done: number, total: number) => Promise<void>
}

/** The least changes by which every goal is met; or which goals cannot be, and why, and no change. */
export async function proposeChanges(input: ProposeInput): Promise<Proposal> {
  const { design, catalogue, goals, areas = USUAL_AREAS, more = [], pause } = input
  const candidates = within([policyCandidates, ...more], new Set(areas))
  const subject = { design, catalogue, goals }
  const { best, start, tried, triedAll } = await searchChanges({
    ...subject,
    candidates,
    pause,
    ...(input.mostTried !== undefined && { mostTried: input.mostTried }),
  })
  if (best.unmet.length > 0) {
    const traceOf = (goal: Goal) => simulate(best.topology, goal.request)
    const cannot = best.unmet.map((goal) => ({
      id: goal.id,
      name: goal.name,
      reason: whyNot({ ...best, goal, verdict: traceOf(goal), traceOf }, areas, triedAll),
    }))
    return {
      isWhole: false,
      edits: [],
      changes: [],
      texts: [],
      proof: proofOf(goals, start.verdicts, start.verdicts),
      others: [],
      cannot,
    }
  }
  const least = await leastChanges(subject, best, () => pause(...tried))
  const { edits } = applyChanges(design, least.changes)!
  const marked = new Set(goals.map(({ id }) => id))
  const others = design.requests.flatMap(({ id, name, request }): Proof[] => {
    const [was, is] = marked.has(id) ? [] : [decide(start.topology, request), decide(least.topology, request)]
    if (!was || !is || was.kind === is.kind) return []
    return [{ id, name, must: null, before: was.kind, after: is.kind, code: is.code, isMet: true }]
  })
  return {
    isWhole: true,
    edits,
    changes: least.changes.map((one) => ({ area: one.area, title: one.title, construct: constructOf(one) })),
    texts: changedTexts(design, least.design),
    proof: proofOf(goals, start.verdicts, least.verdicts),
    others,
    cannot: [],
  }
}

const constructOf = (change: Change): string | null => {
  if (change.kind !== 'edit') return change.place.construct
  const [first] = change.edits
  return first?.kind === 'change' ? first.id : null
}

const proofOf = (goals: readonly Goal[], before: Tried['verdicts'], after: Tried['verdicts']): readonly Proof[] =>
  goals.map((goal, i) => {
    const is: Verdict = after[i]!
    const { id, name, must } = goal
    return { id, name, must, before: before[i]!.kind, after: is.kind, code: is.code, isMet: missOf(goal, is) === null }
  })
