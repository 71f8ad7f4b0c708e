import type { Operator } from './operator.ts'
import { OPERATORS } from './operators.ts'

/** How the values of a key that carries several are taken. Source: IAM guide, multivalued context keys. */
export type Quantifier = 'all' | 'any' | null

/** An operator as a policy writes it: `ForAllValues:StringLikeIfExists`. */
export interface WrittenOperator {
  readonly quantifier: Quantifier
  /** `'Null'`, which asks whether the key is carried. */
  readonly operator: Operator | 'Null'
  readonly ifExists: boolean
}

const WRITTEN = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/

/** Null for a word that is no operator. `NullIfExists` is none. Source: IAM guide, “…IfExists condition operators”. */
export function readOperator(word: string): WrittenOperator | null {
  const [, set, name, ifExists] = WRITTEN.exec(word) ?? []
  if (name === undefined) return null
  const quantifier = set === 'ForAllValues' ? 'all' : set === 'ForAnyValue' ? 'any' : null
  if (name === 'Null') return ifExists === undefined ? { quantifier, operator: 'Null', ifExists: false } : null
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name]! : null
  return operator && { quantifier, operator, ifExists: ifExists !== undefined }
}
