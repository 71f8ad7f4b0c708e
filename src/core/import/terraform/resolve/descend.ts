import type { Bag } from '../bag.ts'
import type { Step } from '../traversal.ts'

/** What lies at the end of the steps; undefined where one of them leads nowhere. */
export function descend(value: unknown, steps: readonly Step[]): unknown {
  let at = value
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return undefined
    const member = 'name' in step ? step.name : String(step.key)
    at = Object.hasOwn(at, member) ? (at as Bag)[member] : undefined
  }
  return at
}
