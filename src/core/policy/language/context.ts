/** Set, to a value that nobody said. */
export const SOME_VALUE = 'some value'
/** Perhaps set, perhaps not. */
export const UNKNOWN = 'unknown'
/** What a request carries under a condition key; a key that it does not carry is not in the context. A key with several values has them all. */
export type ContextValue = readonly string[] | typeof SOME_VALUE | typeof UNKNOWN
/** By the key's name in small letters: names of condition keys are compared without regard to case. Source: IAM guide, JSON policy elements, Condition. */
export type Context = ReadonlyMap<string, ContextValue>

/** The one value of a key; null where it is not carried, or carries several, `MANY` where nobody says. */
export function singleValue(value: ContextValue | undefined): string | typeof MANY | null {
  if (value === undefined) return null
  if (value === SOME_VALUE || value === UNKNOWN) return MANY
  return value.length === 1 ? value[0]! : null
}
/** It stands for more than one value, of which nobody says which. */
export const MANY = Symbol('many')
