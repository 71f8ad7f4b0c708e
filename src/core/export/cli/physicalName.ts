import { hexOf } from '../../base/hash.ts'
import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'

/** A name for what AWS wants named, from the design and the part: at most 56 characters, letters, digits and dashes. */
export function physicalName(part: Part): Expression {
  const isClear = /^[A-Za-z0-9-]{1,22}$/.test(part.key)
  const word = isClear ? part.key : `${part.key.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 13)}-${hexOf(part.key, 8)}`
  return expression(`"$design"-${word}`)
}
