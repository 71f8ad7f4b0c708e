import { hexOf } from '../../base/hash.ts'
import { sortedBy } from '../../base/order.ts'
import { nameOfKey, wordOf } from './nameOfKey.ts'
import type { PartKey } from './part.ts'
import { wordOfList } from './resolveList.ts'
import { isVariableName } from './variables.ts'

const LONGEST = 200

/**
 * Logical names: letters and digits made from the ids alone, so that neither a label nor a position changes them. An id that another one may
 * read like (`a.b`, `A-b`) carries a hash of itself, whether the other is there or not: what is drawn later renames nothing.
 */
export function nameParts(keys: readonly PartKey[], reserved: ReadonlySet<string>): ReadonlyMap<PartKey, string> {
  const isTaken = (name: string): boolean => reserved.has(name) || isVariableName(name)
  const plain = new Map(
    keys.map((key) => [key, key.startsWith('@') ? `ManagedList${wordOf(wordOfList(key))}` : nameOfKey(key, isTaken)]),
  )
  const counts = new Map<string, number>()
  for (const name of plain.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = new Map<PartKey, string>()
  for (const key of sortedBy(keys, (one) => one)) {
    const name = plain.get(key)!
    // A part may still read like a construct (`gate/attachment`, `gate-attachment`)
    const isClear = counts.get(name) === 1 && !isTaken(name) && name.length <= LONGEST
    names.set(key, isClear ? name : `${name.slice(0, LONGEST)}${hexOf(key, 12)}`)
  }
  return names
}
