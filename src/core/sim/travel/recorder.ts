import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Hop, Leg, Step, StepRef } from '../verdict.ts'

/** Writes down what the deciding functions did. Walks made without one are verdicts only. */
export interface Recorder {
  startLeg(direction: Leg['direction']): void
  /** Says where the packet is; steps that follow belong there. Repeating the place that is current changes nothing. */
  atHop(at: ConstructId | null, label: string): void
  step(step: Step): void
  /** Forgets everything, to be told again. */
  rewind(): void
  /** Where the step just written stands. */
  lastStep(): StepRef
  readonly legs: readonly Leg[]
}

export function createRecorder(branch: number): Recorder {
  const legs: { direction: Leg['direction']; hops: { at: ConstructId | null; label: string; steps: Step[] }[] }[] = []
  const hop = () => legs.at(-1)!.hops.at(-1)!
  return {
    legs: legs as { direction: Leg['direction']; hops: Hop[] }[],
    startLeg(direction) {
      legs.push({ direction, hops: [] })
    },
    atHop(at, label) {
      const hops = legs.at(-1)!.hops
      const last = hops.at(-1)
      if (!last || last.at !== at || (at === null && last.label !== label)) hops.push({ at, label, steps: [] })
    },
    step(step) {
      hop().steps.push(step)
    },
    rewind() {
      legs.length = 0
    },
    lastStep: () => ({ branch, leg: legs.length - 1, hop: legs.at(-1)!.hops.length - 1, step: hop().steps.length - 1 }),
  }
}
