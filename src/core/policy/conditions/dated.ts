import { asTernary, NO } from '../language/ternary.ts'
import { readNumber } from './numeric.ts'
import type { Comparison } from './operator.ts'

/** The date forms of ISO 8601 that W3C keeps: year, month, day, minutes, seconds and parts of them, with a zone behind a time. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?)?)?$/
const ZONE = /([+-]\d{2})(\d{2})$/
/** Seconds since 1970, from a date or from such a number; null for anything else. Source: IAM guide, date condition operators ("ISO 8601 … or in epoch (UNIX) time"). */
export function readDate(text: string): number | null {
  const number = readNumber(text)
  // a year alone reads as a number too: dates so short are told from seconds by their four digits
  if (number !== null && !/^\d{4}$/.test(text)) return number
  if (!DATE.test(text)) return null
  const time = Date.parse(text.length > 10 ? text.replace(ZONE, '$1:$2') : text)
  return Number.isNaN(time) ? null : time / 1000
}

/** `Date…`: what the request carries stands on the left. */
export const dated = (holds: (carried: number, said: number) => boolean): Comparison => ({
  reads: 'a date such as 2026-01-31T12:00:00Z, or seconds since 1970',
  compile(text) {
    const said = readDate(text)
    if (said === null) return null
    return (value) => {
      const carried = readDate(value)
      return carried === null ? NO : asTernary(holds(carried, said))
    }
  },
})
