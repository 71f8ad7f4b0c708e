import { fillIn, isArnLike, isLike, withoutMarks } from './isLike.ts'
import { listOf, type RawStatement } from './rawCase.ts'
import type { Choose } from './worlds.ts'

/** The values a call carries under a key; null where it carries none. */
export type ValuesOf = (key: string) => readonly string[] | null

type Compare = (written: string, value: string) => boolean

const number = (text: string): number | null => (text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text))
const moment = (text: string): number | null => {
  const seconds = number(text)
  if (seconds !== null) return seconds * 1000
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
const ordered =
  (read: (text: string) => number | null, holds: (value: number, written: number) => boolean): Compare =>
  (written, value) => {
    const [a, b] = [read(value), read(written)]
    return a !== null && b !== null && holds(a, b)
  }

/** An address as its bits; null where it is none. */
function bits(text: string): string | null {
  if (text.includes(':')) {
    const [head = '', tail] = text.split('::')
    const before = head === '' ? [] : head.split(':')
    const after = tail === undefined || tail === '' ? [] : tail.split(':')
    const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
    const groups = [...before, ...zeros, ...after]
    return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
  }
  const bytes = text.split('.').map(Number)
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return null
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
}
const isWithin: Compare = (written, value) => {
  const [address = '', length] = written.split('/')
  const [range, one] = [bits(address), bits(value)]
  if (range === null || one === null || range.length !== one.length) return false
  const fixed = length === undefined ? range.length : Number(length)
  return range.slice(0, fixed) === one.slice(0, fixed)
}

/** What a positive operator compares, with whether its values may have variables. Source: IAM guide, condition operators. */
const OPERATORS: Readonly<Record<string, readonly [Compare, variables: boolean]>> = {
  StringEquals: [(written, value) => withoutMarks(written) === value, true],
  StringEqualsIgnoreCase: [(written, value) => withoutMarks(written).toUpperCase() === value.toUpperCase(), true],
  StringLike: [isLike, true],
  NumericEquals: [ordered(number, (a, b) => a === b), false],
  NumericLessThan: [ordered(number, (a, b) => a < b), false],
  NumericLessThanEquals: [ordered(number, (a, b) => a <= b), false],
  NumericGreaterThan: [ordered(number, (a, b) => a > b), false],
  NumericGreaterThanEquals: [ordered(number, (a, b) => a >= b), false],
  DateEquals: [ordered(moment, (a, b) => a === b), false],
  DateLessThan: [ordered(moment, (a, b) => a < b), false],
  DateLessThanEquals: [ordered(moment, (a, b) => a <= b), false],
  DateGreaterThan: [ordered(moment, (a, b) => a > b), false],
  DateGreaterThanEquals: [ordered(moment, (a, b) => a >= b), false],
  Bool: [(written, value) => written.toLowerCase() === value.toLowerCase(), false],
  BinaryEquals: [(written, value) => written === value, false],
  IpAddress: [isWithin, false],
  ArnEquals: [isArnLike, true],
  ArnLike: [isArnLike, true],
}

/** The operator that a negated one denies: `StringNotLike` → `StringLike`, `NotIpAddress` → `IpAddress`. */
const positiveOf = (name: string): string => name.split('Not').join('')

/** Whether every line of a statement's conditions is met. */
export function areMet(
  condition: NonNullable<RawStatement['Condition']>,
  version: string,
  valuesOf: ValuesOf,
  choose: Choose,
): boolean {
  for (const [operator, block] of Object.entries(condition))
    for (const [key, written] of Object.entries(block))
      if (!isMet(operator, key, listOf(written).map(String), version, valuesOf, choose)) return false
  return true
}

function isMet(
  operator: string,
  key: string,
  written: readonly string[],
  version: string,
  valuesOf: ValuesOf,
  choose: Choose,
): boolean {
  const values = valuesOf(key) ?? []
  if (operator === 'Null') return written.some((one) => one === String(values.length === 0))
  const colon = operator.indexOf(':')
  const set = operator.slice(0, colon)
  const bare = operator.slice(colon + 1)
  const ifExists = bare.endsWith('IfExists')
  const name = ifExists ? bare.slice(0, -'IfExists'.length) : bare
  if (values.length === 0) {
    if (ifExists || set === 'ForAllValues') return true
    return set !== 'ForAnyValue' && name.includes('Not')
  }
  const [compare, variables] = OPERATORS[positiveOf(name)]!
  const single = (wanted: string): string | null => {
    const found = valuesOf(wanted)
    return found?.length === 1 ? found[0]! : null
  }
  const patterns = variables
    ? written.map((one) => fillIn(one, version, single)).filter((one) => one !== null)
    : written
  const answers = values.map((value) => patterns.some((one) => compare(one, value)) !== name.includes('Not'))
  if (set === 'ForAllValues') return answers.every(Boolean)
  if (set === 'ForAnyValue') return answers.some(Boolean)
  // several values under an operator without a set: the guide does not say, but that one should use one of the two
  if (answers.every(Boolean) === answers.some(Boolean)) return answers[0]!
  return choose(`several values ${operator} ${key} ${written.join()}`, [true, false])
}
