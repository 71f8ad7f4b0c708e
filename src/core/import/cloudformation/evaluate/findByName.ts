import { remember } from '../../../base/remember.ts'
import { isUnknown } from '../isUnknown.ts'
import type { Value } from './frame.ts'

/** Things by their names, of which some may only be known later: what is looked for while a name is worked out does not find it yet. */
export function findByName<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => Value,
): (name: string) => readonly Thing[] {
  const named = new Map<string, Thing[]>()
  const settled = new Set<Thing>()
  let open = things
  return (name) => {
    open = open.filter((thing) => {
      const own = nameOf(thing)
      if (isUnknown(own)) return true
      // a name that hangs on another one has looked through all of them meanwhile
      if (typeof own === 'string' && !settled.has(thing)) remember(named, own, (): Thing[] => []).push(thing)
      settled.add(thing)
      return false
    })
    return named.get(name) ?? []
  }
}
