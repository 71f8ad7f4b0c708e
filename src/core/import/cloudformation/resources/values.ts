import { NOT_KNOWN, notImported } from '../../../model/notImported.ts'
import { isId, lastPart } from '../../fields.ts'
import { isUnknown, whatOf } from '../isUnknown.ts'
import type { Evaluated, Properties } from '../stack.ts'

export { isUnknown, reasonIn } from '../isUnknown.ts'

type Value = Evaluated | undefined

const isObject = (value: Value): value is { readonly [name: string]: Evaluated } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a text; null where there is none. Numbers and flags count as CloudFormation writes them. */
export function textOf(value: Value): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The value as a flag; null where it is none. */
export function flagOf(value: Value): boolean | null {
  const word = textOf(value)?.toLowerCase()
  if (word === undefined) return null
  if (['true', 'yes', 'enable', 'enabled', 'on'].includes(word)) return true
  return ['false', 'no', 'disable', 'disabled', 'off'].includes(word) ? false : null
}

/** The value as a whole number; null where it is none. */
export function numberOf(value: Value): number | null {
  const text = textOf(value)
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null
}

/** The value as a list. One thing is a list of one, as is a list that is not known. */
export function listOf(value: Value): readonly Evaluated[] {
  if (Array.isArray(value)) return value as readonly Evaluated[]
  return value === undefined || value === null ? [] : [value as Evaluated]
}

/** The value as an object; an empty one where it is none. */
export const fieldsOf = (value: Value): Properties => (isObject(value) && !isUnknown(value) ? value : {})
/** The objects of a list; one that is not known counts as an empty one, so that nothing is lost. */
export const recordsOf = (value: Value): readonly Properties[] => listOf(value).map(fieldsOf)
/** The texts of a list. */
export const textsOf = (value: Value): string[] => listOf(value).flatMap((one) => textOf(one) ?? [])

/** The id that a value names, be it by an ARN; of what is not known, one that leads nowhere and says why. */
export function idOf(value: Value): string | null {
  if (isUnknown(value)) return notImported(whatOf(value))
  const text = textOf(value)
  if (text === null) return null
  if (isId(text)) return text
  const last = lastPart(text)
  return isId(last) ? last : notImported(text)
}
/** The ids of a list. */
export const idsOf = (value: Value): string[] => listOf(value).flatMap((one) => idOf(one) ?? [])

/** The value as a block or an address, which cannot be read where it is not known; null where nothing is said. */
export const blockOf = (value: Value): string | null => (isUnknown(value) ? NOT_KNOWN : textOf(value))

/** Longer ones are not laid out: AWS counts white space. Source: PrivateLink guide, endpoint policies. */
const MOST_POLICY = 20_480

/** A policy as text: as it stands where it is one, else as JSON of what it comes to. */
export function policyText(value: Value): string | undefined {
  if (value === undefined || value === null || isUnknown(value)) return undefined
  if (typeof value === 'string') return value
  const text = (indent: number) =>
    JSON.stringify(value, (_, part: Value) => (isUnknown(part) ? `not known: ${part.unknown}` : part), indent)
  const laidOut = text(2)
  return laidOut.length > MOST_POLICY ? text(0) : laidOut
}
