import { hexOf } from '../../base/index.ts'
import type { Part } from '../plan/part.ts'
import { expression, type Piece } from './word.ts'

/** A name for what AWS wants named, from the design and the part: at most 56 characters, letters, digits and dashes. */
export function physicalName(part: Part): Piece {
  const word = part.key.replace(/[^A-Za-z0-9]+/g, '-')
  const isClear = word.length <= 22 && word.replace('-', '/') !== word && !/[._]/.test(part.key)
  return expression(`"$design"-${isClear ? word : `${word.slice(0, 12)}${hexOf(part.key, 8)}`}`)
}
