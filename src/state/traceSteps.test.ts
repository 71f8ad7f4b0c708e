import { describe, expect, it } from 'vitest'
import type { Step, Verdict } from '../core/sim/index.ts'
import { fakeVerdict, requestTo } from '../engine/testing/fakeCore.ts'
import { keepCursor, leadingBranch, listSteps, moveCursor, stepAt } from './traceSteps.ts'

const step = (kind: Step['kind']) => ({ kind }) as Step
const hop = (...kinds: Step['kind'][]) => ({ at: null, label: '', steps: kinds.map(step) })
const branch = (...legs: Verdict['branches'][number]['legs']) => ({ legs }) as Verdict['branches'][number]
const verdict: Verdict = {
  ...fakeVerdict(requestTo('a'), 'Example'),
  branches: [
    branch(
      { direction: 'lookup', hops: [hop('resolve-name')] },
      { direction: 'request', hops: [hop('filter', 'look-up-route'), hop(), hop('hand-over')] },
    ),
    branch({ direction: 'lookup', hops: [hop('resolve-name')] }),
  ],
}
const at = (branchIndex: number, leg: number, hopIndex: number, stepIndex: number) => ({
  branch: branchIndex,
  leg,
  hop: hopIndex,
  step: stepIndex,
})

describe('the steps of a verdict', () => {
  it('are listed in the order in which they happen', () => {
    expect(listSteps(verdict, 0)).toEqual([at(0, 0, 0, 0), at(0, 1, 0, 0), at(0, 1, 0, 1), at(0, 1, 2, 0)])
    expect(listSteps(verdict, 7)).toEqual([])
    expect(stepAt(verdict, at(0, 1, 2, 0))?.kind).toBe('hand-over')
    expect(stepAt(verdict, at(0, 1, 1, 0))).toBeNull()
  })

  it('are walked forward and back, and the ends hold', () => {
    const forward = [0, 1, 2, 3, 4].reduce<ReturnType<typeof moveCursor>[]>(
      (walked) => [...walked, moveCursor(verdict, walked.at(-1) ?? null, 1)],
      [],
    )
    expect(forward).toEqual([at(0, 0, 0, 0), at(0, 1, 0, 0), at(0, 1, 0, 1), at(0, 1, 2, 0), at(0, 1, 2, 0)])
    expect(moveCursor(verdict, null, -1)).toEqual(at(0, 1, 2, 0))
    expect(moveCursor(verdict, at(0, 0, 0, 0), -1)).toEqual(at(0, 0, 0, 0))
    expect(moveCursor(fakeVerdict(requestTo('a'), ''), null, 1)).toBeNull()
  })

  it('begin in the branch that decides', () => {
    const blocked: Verdict = {
      ...verdict,
      blockers: [
        { code: 'NO_ROUTE_TO_DESTINATION', symptom: 'connection-times-out', decidedBy: null, step: at(1, 0, 0, 0) },
      ],
    }
    expect(leadingBranch(blocked)).toBe(1)
    expect(moveCursor(blocked, null, 1)).toEqual(at(1, 0, 0, 0))
  })

  it('keep the light where the same sort of step stands in the next verdict', () => {
    const shorter = { ...verdict, branches: [branch({ direction: 'lookup', hops: [hop('filter')] })] }
    expect(keepCursor(at(0, 1, 0, 1), verdict, verdict)).toEqual(at(0, 1, 0, 1))
    expect(keepCursor(at(0, 1, 0, 1), verdict, shorter)).toBeNull()
    expect(keepCursor(at(0, 0, 0, 0), verdict, shorter)).toBeNull()
    expect(keepCursor(null, verdict, verdict)).toBeNull()
  })
})
