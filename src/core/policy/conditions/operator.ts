import type { Context } from '../language/context.ts'
import type { LanguageVersion } from '../language/template.ts'
import type { Ternary } from '../language/ternary.ts'

/** Whether a value that the request carries is what the policy says. */
export type ValueTest = (value: string, context: Context) => Ternary

/** What an operator compares by, without its negation. */
export interface Comparison {
  /** The test for one value of the policy; null where the policy's value is none that the operator can read, and nothing is like it. */
  compile(text: string, version: LanguageVersion): ValueTest | null
  /** The word for such a value, such as “a number”. */
  readonly reads: string
}

/** A condition operator by its name. `negated` ones hold where none of the policy's values fits, and where the key is not carried. */
export interface Operator {
  readonly comparison: Comparison
  readonly negated: boolean
}
