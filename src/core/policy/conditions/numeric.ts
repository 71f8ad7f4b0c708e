import { asTernary, NO } from '../language/ternary.ts'
import type { Comparison } from './operator.ts'

const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/
/** A whole or decimal number; null for anything else. Source: IAM guide, numeric condition operators. */
export const readNumber = (text: string): number | null => (NUMBER.test(text) ? Number(text) : null)

/** `Numeric…`: what the request carries stands on the left. */
export const numeric = (holds: (carried: number, said: number) => boolean): Comparison => ({
  reads: 'a number',
  compile(text) {
    const said = readNumber(text)
    if (said === null) return null
    return (value) => {
      const carried = readNumber(value)
      return carried === null ? NO : asTernary(holds(carried, said))
    }
  },
})
