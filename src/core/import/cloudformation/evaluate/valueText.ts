import { isUnknown, reasonIn, unknown } from '../isUnknown.ts'
import type { Evaluated, Unknown } from '../stack.ts'
import { NO_VALUE, type Value } from './frame.ts'

/** A value as CloudFormation writes it into a text: lists with commas. Unknown where it is, or is no text. */
export function valueText(value: Value): string | Unknown {
  if (value === NO_VALUE || value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) {
    const texts = value.map(valueText)
    return texts.find(isUnknown) ?? texts.join(',')
  }
  return unknown(reasonIn(value) ?? 'an object stands where a text has to be')
}

/** Whether two values are the same to CloudFormation, which compares texts; unknown where either is. */
export function sameValue(a: Value, b: Value): boolean | Unknown {
  const reason = reasonIn(a) ?? reasonIn(b)
  return reason === null ? keyOf(a) === keyOf(b) : unknown(reason)
}

/** The same for all that is in them, unknown parts too. */
export const keyOf = (value: Value): string => (value === NO_VALUE ? '' : JSON.stringify(value, asTexts))

const asTexts = (_: string, value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value

/** A value as a list; what is no list is one of itself. */
export const valueList = (value: Value): readonly Evaluated[] | Unknown =>
  value === NO_VALUE || value === null
    ? []
    : isUnknown(value)
      ? value
      : Array.isArray(value)
        ? value
        : [value as Evaluated]
