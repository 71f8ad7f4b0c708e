import { type Context, type ContextValue, SOME_VALUE, UNKNOWN } from '../language/context.ts'
import type { LanguageVersion } from '../language/template.ts'
import { asTernary, both, either, MAYBE, NO, not, type Ternary, YES } from '../language/ternary.ts'
import type { Operator, ValueTest } from './operator.ts'
import { readOperator } from './readOperator.ts'
import { like } from './strings.ts'

/** One key under one operator, with the values that the policy gives it. */
export interface Condition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/**
 * Whether a request meets a condition. Several values are alternatives, which a negated operator excludes all. A key that is not carried meets
 * negated operators, `…IfExists` and `ForAllValues` (an empty set too, “such as an empty string”), and no others. Without `ForAllValues` or `ForAnyValue` a key that carries
 * several values is compared one by one, and the answer is open where they differ: AWS says that such keys need one of the two. Source: IAM guide,
 * condition operators; multivalued context keys. Throws for an operator that there is not: `readPolicy` lets none through.
 */
export function compileCondition(condition: Condition, version: LanguageVersion) {
  const { operator: word, key, values } = condition
  const written = readOperator(word)
  if (written === null) throw new Error(`no condition operator: ${word}`)
  const { quantifier, operator } = written
  const name = key.toLowerCase()
  if (operator === 'Null') return compileNull(name, values)
  const tests = values.flatMap((value) => operator.comparison.compile(value, version) ?? [])
  const one = tests.length === 1 ? tests[0]! : anyOf(tests)
  const test: ValueTest = operator.negated ? (value, context) => not(one(value, context)) : one
  const absent = isMetByAbsence(condition) ? YES : NO
  const always = alwaysOf(operator, values)
  // an empty set of values is as good as none
  const whatever = always === absent || (always !== null && quantifier === null) ? always : MAYBE
  const combine = quantifier === 'all' ? every : quantifier === 'any' ? some : agreed
  return (context: Context): Ternary => {
    const value = context.get(name)
    if (value === undefined) return absent
    if (value === SOME_VALUE) return whatever
    if (value === UNKNOWN) return whatever === absent ? absent : MAYBE
    if (value.length === 1) return quantifier !== null && value[0] === '' ? absent : test(value[0]!, context)
    return value.length === 0 ? absent : combine(value, test, context)
  }
}

/** Whether a request that does not carry the key meets the condition. */
export function isMetByAbsence({ operator: word, values }: Condition): boolean {
  const written = readOperator(word)
  if (!written) return false
  const { quantifier, operator, ifExists } = written
  if (operator === 'Null') return values.some((value) => value.toLowerCase() === 'true')
  return quantifier === 'all' || ifExists || (operator.negated && quantifier === null)
}

/** What every value gives the same answer to: `*` is like all of them. null: they differ. */
const alwaysOf = ({ comparison, negated }: Operator, values: readonly string[]): Ternary | null =>
  comparison === like && values.some((value) => /^\*+$/.test(value)) ? (negated ? NO : YES) : null

const anyOf =
  (tests: readonly ValueTest[]): ValueTest =>
  (value, context) => {
    let found: Ternary = NO
    for (const test of tests) {
      found = either(found, test(value, context))
      if (found === YES) return YES
    }
    return found
  }
const every = (values: readonly string[], test: ValueTest, context: Context): Ternary =>
  values.reduce<Ternary>((found, value) => both(found, test(value, context)), YES)
const some = (values: readonly string[], test: ValueTest, context: Context): Ternary =>
  values.reduce<Ternary>((found, value) => either(found, test(value, context)), NO)
function agreed(values: readonly string[], test: ValueTest, context: Context): Ternary {
  const [least, most] = [every(values, test, context), some(values, test, context)]
  return least === most ? least : MAYBE
}

/** `Null`: “true” where the key is not carried, “false” where it is and holds something. Source: IAM guide, condition operator to check existence of condition keys. */
function compileNull(name: string, values: readonly string[]) {
  const words = new Set(values.map((value) => value.toLowerCase()))
  return (context: Context): Ternary => {
    const value: ContextValue | undefined = context.get(name)
    if (words.has('true') && words.has('false')) return YES
    if (value === UNKNOWN) return words.size === 0 ? NO : MAYBE
    // the guide takes an empty text for a value in one place, for none in another
    if (value?.length === 1 && value[0] === '') return MAYBE
    const absent = value === undefined || value.length === 0
    return asTernary(words.has(absent ? 'true' : 'false'))
  }
}
