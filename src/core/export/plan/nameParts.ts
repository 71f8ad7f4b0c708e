import { hexOf } from '../../base/hash.ts'
import { sortedBy } from '../../base/order.ts'
import { upperFirst } from '../../base/words.ts'
import type { PartKey } from './part.ts'
import { wordOfList } from './resolveList.ts'

const LONGEST = 200

/**
 * Logical names: letters and digits made from the ids alone, so that neither a label nor a position changes them. An id that another one may
 * read like (`a.b`, `A-b`) carries a hash of itself, whether the other is there or not: what is drawn later renames nothing.
 */
export function nameParts(keys: readonly PartKey[], reserved: ReadonlySet<string>): ReadonlyMap<PartKey, string> {
  const plain = new Map(
    keys.map((key) => [key, key.startsWith('@') ? `ManagedList${wordOf(wordOfList(key))}` : nameOf(key, reserved)]),
  )
  const counts = new Map<string, number>()
  for (const name of plain.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = new Map<PartKey, string>()
  for (const key of sortedBy(keys, (one) => one)) {
    const name = plain.get(key)!
    // A part may still read like a construct (`gate/attachment`, `gate-attachment`)
    const isClear = counts.get(name) === 1 && !reserved.has(name) && name.length <= LONGEST
    names.set(key, isClear ? name : `${name.slice(0, LONGEST)}${hexOf(key, 12)}`)
  }
  return names
}

function nameOf(key: PartKey, reserved: ReadonlySet<string>): string {
  const slash = key.indexOf('/')
  const id = slash < 0 ? key : key.slice(0, slash)
  const own = wordOf(id)
  const isOwn = id === idReadFrom(own) && !reserved.has(own)
  return `${isOwn ? own : `${own}${hexOf(id, 12)}`}${slash < 0 ? '' : wordOf(key.slice(slash + 1))}`
}

/** The one id that has the name to itself: `RouteTable1` is of `route-table-1`, `S3Gateway` of `s3-gateway`. */
const idReadFrom = (name: string): string =>
  [...name.matchAll(/[A-Z](?:[a-z]+|[0-9]+[a-z0-9]*)?|[0-9][a-z0-9]*|./g)].map(([word]) => word.toLowerCase()).join('-')

/** `route-table-1/route-anywhere` reads `RouteTable1RouteAnywhere`. */
const wordOf = (key: string): string =>
  key
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('')
