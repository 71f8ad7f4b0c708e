import { asTernary } from '../language/ternary.ts'
import type { Comparison } from './operator.ts'

const WORDS = new Set(['true', 'false'])
/** `Bool`. It knows no variables. Source: IAM guide, Boolean condition operators; policy variables, where you can use them. */
export const boolean: Comparison = {
  reads: '“true” or “false”',
  compile(text) {
    const said = text.toLowerCase()
    return WORDS.has(said) ? (value) => asTernary(value.toLowerCase() === said) : null
  },
}
