import { hexOf } from '../../base/hash.ts'
import { sortedBy } from '../../base/order.ts'
import { upperFirst } from '../../base/words.ts'
import type { PartKey } from './part.ts'
import { wordOfList } from './resolveList.ts'

const LONGEST = 200

/**
 * Logical names: letters and digits made from the ids alone, so that neither a label nor a position changes them.
 * Two keys that read alike (`a.b`, `a-b`) both get a hash of their key; so does one that reads like a reserved name.
 */
export function nameParts(keys: readonly PartKey[], reserved: ReadonlySet<string>): ReadonlyMap<PartKey, string> {
  const plain = new Map(
    keys.map((key) => [key, key.startsWith('@') ? `ManagedList${wordOf(wordOfList(key))}` : wordOf(key)]),
  )
  const counts = new Map<string, number>()
  for (const name of plain.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = new Map<PartKey, string>()
  for (const key of sortedBy(keys, (one) => one)) {
    const name = plain.get(key)!
    const isClear = counts.get(name) === 1 && !reserved.has(name) && name.length <= LONGEST
    names.set(key, isClear ? name : `${name.slice(0, LONGEST)}${hexOf(key, 12)}`)
  }
  return names
}

/** `route-table-1/route-anywhere` reads `RouteTable1RouteAnywhere`. */
const wordOf = (key: string): string =>
  key
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('')
