import { groupBy } from '../../base/groupBy.ts'
import type { Condition } from '../../policy/conditions/compileCondition.ts'
import { readOperator } from '../../policy/conditions/readOperator.ts'
import type { Statement } from '../../policy/document.ts'
import type { Origin } from '../../topology/origin.ts'
import { placeInPolicy, type StatementHere } from './policiesHere.ts'

/** The conditions of a statement on one key, `keys` in small letters; `Null` asks whether it is carried, which is another matter. */
export const conditionsOn = ({ statement }: StatementHere, ...keys: readonly string[]): readonly Condition[] =>
  statement.conditions.filter(({ operator, key }) => keys.includes(key.toLowerCase()) && !isNull(operator))

export const isNull = (operator: string): boolean => readOperator(operator)?.operator === 'Null'

/** Whether it asks for one of its values, rather than for any other. */
export function isPositive({ operator: word }: Condition): boolean {
  const operator = readOperator(word)?.operator
  return operator !== undefined && operator !== 'Null' && !operator.negated
}

/** Keys by which a policy says whose resources are meant. Source: IAM guide, global condition context keys, “properties of the resource”. */
const OF_OWNER: ReadonlySet<string> = new Set([
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:resourceaccount',
  's3:resourceaccount',
])
/** Whether a condition says whose resources are meant. */
export const saysWhose = ({ conditions }: Statement): boolean =>
  conditions.some(({ key }) => OF_OWNER.has(key.toLowerCase()))

/** Where a condition stands. */
export const placeOfCondition = (here: StatementHere, { operator, key }: Condition): Origin => {
  const place = placeInPolicy(here, 'Condition')
  return { ...place, path: [...place.path, operator, key] }
}

/** The policy’s text with other conditions in a statement; null where two of them would stand in one place. */
export function withConditions({ policy, index }: StatementHere, conditions: readonly Condition[]): string | null {
  const block: Record<string, Record<string, string | readonly string[]>> = {}
  for (const [operator, these] of groupBy(conditions, (one) => one.operator)) {
    if (new Set(these.map(({ key }) => key)).size < these.length) return null
    block[operator] = Object.fromEntries(
      these.map(({ key, values }) => [key, values.length === 1 ? values[0]! : values]),
    )
  }
  return policy.text.set(policy.text.pathTo(index, 'Condition'), conditions.length === 0 ? undefined : block)
}

/** The same with one of its conditions changed. */
export const withCondition = (here: StatementHere, condition: Condition, change: Partial<Condition>): string | null =>
  withConditions(
    here,
    here.statement.conditions.map((one) => (one === condition ? { ...one, ...change } : one)),
  )
