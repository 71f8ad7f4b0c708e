import { unknown } from '../isUnknown.ts'
import type { World } from './frame.ts'

/** More than any stack comes to, and what a computer works out within a few seconds. */
const MOST_VALUES = 3_000_000
/** Rounds of loops: a stack has up to 500 resources. Source: AWS CloudFormation user guide, quotas. */
const MOST_ROUNDS = 10_000
/** As deep as values go through each other before the stack of the engine ends. */
const DEEPEST = 700

/** What stacks share, without what looks through all of them. */
export function createWorld(
  shared: Pick<World, 'types' | 'zones' | 'exported' | 'named' | 'stored' | 'resourcesOf'>,
): World {
  const done = new Map<string, unknown>()
  const open = new Map<string, string>()
  let left = MOST_VALUES
  let rounds = MOST_ROUNDS
  let depth = 0
  return {
    ...shared,
    once<T>(key: string, label: string, compute: () => T) {
      if (done.has(key)) return done.get(key) as T
      if (open.has(key)) return unknown(`it goes round in a circle: ${[...circleFrom(open, key), label].join(' → ')}`)
      open.set(key, label)
      const value = compute()
      open.delete(key)
      done.set(key, value)
      return value
    },
    spend(count) {
      left -= count
      return left >= 0
    },
    repeat: () => --rounds >= 0,
    deeper(run) {
      if (depth >= DEEPEST) return null
      depth++
      const value = run()
      depth--
      return value
    },
  }
}

function circleFrom(open: ReadonlyMap<string, string>, key: string): readonly string[] {
  const keys = [...open.keys()]
  return keys.slice(keys.indexOf(key)).map((one) => open.get(one)!)
}
