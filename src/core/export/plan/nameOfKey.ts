import { hexOf } from '../../base/hash.ts'
import { upperFirst } from '../../base/words.ts'
import type { PartKey } from './partBasics.ts'

/** A name of letters and digits made from a key alone. An id that another one may read like (`a.b`, `A-b`) carries a hash of itself. */
export function nameOfKey(key: PartKey, isTaken: (name: string) => boolean = () => false): string {
  const slash = key.indexOf('/')
  const id = slash < 0 ? key : key.slice(0, slash)
  const own = wordOf(id)
  const isOwn = id === idReadFrom(own) && !isTaken(own)
  return `${isOwn ? own : `${own}${hexOf(id, 12)}`}${slash < 0 ? '' : wordOf(key.slice(slash + 1))}`
}

/** The one id that has the name to itself: `RouteTable1` is of `route-table-1`, `S3Gateway` of `s3-gateway`. */
const idReadFrom = (name: string): string =>
  [...name.matchAll(/[A-Z](?:[a-z]+|[0-9]+[a-z0-9]*)?|[0-9][a-z0-9]*|./g)].map(([word]) => word.toLowerCase()).join('-')

/** `route-table-1/route-anywhere` reads `RouteTable1RouteAnywhere`. */
export const wordOf = (key: string): string =>
  key
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('')
