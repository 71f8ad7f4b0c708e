import type { Step, StepRef, Verdict } from '../core/sim/index.ts'

/** The places of all steps of one branch, in the order in which they happen. */
export function listSteps(verdict: Verdict, branch: number): readonly StepRef[] {
  const refs: StepRef[] = []
  for (const [leg, { hops }] of (verdict.branches[branch]?.legs ?? []).entries())
    for (const [hop, { steps }] of hops.entries())
      for (const step of steps.keys()) refs.push({ branch, leg, hop, step })
  return refs
}

/** The step at a place, or null where the verdict has none there. */
export const stepAt = (verdict: Verdict, { branch, leg, hop, step }: StepRef): Step | null =>
  verdict.branches[branch]?.legs[leg]?.hops[hop]?.steps[step] ?? null

/** The branch to look at first: the one that holds the deciding step, else the first one. */
export const leadingBranch = (verdict: Verdict): number => verdict.blockers[0]?.step?.branch ?? 0

/** The place one step further or back; it stays at the ends. From nowhere, forward is the first step and back the last. */
export function moveCursor(verdict: Verdict, cursor: StepRef | null, delta: 1 | -1): StepRef | null {
  const refs = listSteps(verdict, cursor?.branch ?? leadingBranch(verdict))
  const at = cursor ? refs.findIndex((ref) => isSameStep(ref, cursor)) : -1
  if (at < 0) return (delta > 0 ? refs[0] : refs.at(-1)) ?? null
  return refs[at + delta] ?? cursor
}

/** The cursor where the same sort of step still stands in the new verdict, else null. */
export function keepCursor(cursor: StepRef | null, before: Verdict | null, after: Verdict): StepRef | null {
  if (!cursor || !before) return null
  const step = stepAt(after, cursor)
  return step && step.kind === stepAt(before, cursor)?.kind ? cursor : null
}

/** Whether two places are the same. */
export const isSameStep = (a: StepRef, b: StepRef): boolean =>
  a.branch === b.branch && a.leg === b.leg && a.hop === b.hop && a.step === b.step
