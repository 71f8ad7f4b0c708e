import { listWords } from '../base/words.ts'
import type { Area } from './change.ts'
import { missOf } from './goal.ts'
import { judgedCalls } from './judgedCalls.ts'
import type { Expanding } from './searchChanges.ts'
import { isInseparable } from './waysToDeny.ts'

const OTHERS: Readonly<Partial<Record<string, string>>> = {
  scp: 'a service control policy, which the organisation’s administrator has to change',
  rcp: 'a resource control policy, which the organisation’s administrator has to change',
  session: 'a session policy, which whoever begins the session gives',
}

/** Why a goal could not be met. */
export function whyNot(expanding: Expanding, areas: readonly Area[], triedAll: boolean): string {
  const { topology, goal, verdict, goals, traceOf } = expanding
  const miss = missOf(goal, verdict) ?? 'it is met alone, and not together with the others'
  const own = judgedCalls(topology, verdict)
  if (goal.must === 'pass') {
    const layers = own.flatMap(({ said }) => said.flatMap(({ says, layer }) => (says === 'allowed' ? [] : [layer])))
    const foreign = layers.map((layer) => OTHERS[layer]).find((words) => words !== undefined)
    if (foreign) return `${miss}: stopped by ${foreign}`
  } else
    for (const one of own) {
      const other = goals.find(
        (passes) =>
          passes.must === 'pass' &&
          judgedCalls(topology, traceOf(passes)).some((theirs) => isInseparable(one.call, theirs.call)),
      )
      if (other) return `${miss}: no condition key that is known tells it from “${other.name}”, which must pass`
    }
  const looked = triedAll ? 'no change' : 'no change that was tried'
  return `${miss}: ${looked} of what may be touched (${listWords(areas)}) brings it about`
}
