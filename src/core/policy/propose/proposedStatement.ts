import { globOf, matcherOf } from '../language/glob.ts'

/** Operator, key, values; every one must be met. */
export interface ProposedCondition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** A statement that is proposed, its elements as lists. */
export interface ProposedStatement {
  readonly effect: 'Allow' | 'Deny'
  /** null in a policy of an identity. */
  readonly principal: '*' | { readonly kind: 'AWS' | 'Service'; readonly names: readonly string[] } | null
  readonly actions: readonly string[]
  /** None in a role’s trust policy, whose resource is the role. */
  readonly resources: readonly string[]
  readonly conditions: readonly ProposedCondition[]
}

/** The statement as JSON has it; a list of one is its one. */
export function statementJson({ effect, principal, actions, resources, conditions }: ProposedStatement): object {
  const who =
    principal === null ? {} : { Principal: principal === '*' ? '*' : { [principal.kind]: one(principal.names) } }
  const byOperator: Record<string, Record<string, unknown>> = {}
  for (const { operator, key, values } of conditions)
    byOperator[operator] = { ...byOperator[operator], [key]: one(values) }
  return {
    Effect: effect,
    ...who,
    Action: one(actions),
    ...(resources.length > 0 && { Resource: one(resources) }),
    ...(conditions.length > 0 && { Condition: byOperator }),
  }
}

/** Two statements as one that means no more than both; null where there is none: they differ in more than one list. */
export function mergeStatements(a: ProposedStatement, b: ProposedStatement): ProposedStatement | null {
  if (a.effect !== b.effect) return null
  const differ = LISTS.filter((list) => JSON.stringify(listOf(a, list)) !== JSON.stringify(listOf(b, list)))
  const [list, ...more] = differ
  if (list === undefined) return a
  if (more.length > 0) return null
  switch (list) {
    case 'actions':
      return { ...a, actions: union(a.actions, b.actions) }
    case 'resources':
      return { ...a, resources: union(a.resources, b.resources) }
    case 'principal': {
      const [p, q] = [a.principal, b.principal]
      if (p === null || q === null || p === '*' || q === '*' || p.kind !== q.kind) return null
      return { ...a, principal: { kind: p.kind, names: union(p.names, q.names) } }
    }
    case 'conditions': {
      const conditions = mergeConditions(a.conditions, b.conditions)
      return conditions && { ...a, conditions }
    }
  }
}

const LISTS = ['principal', 'actions', 'resources', 'conditions'] as const
const listOf = (statement: ProposedStatement, list: (typeof LISTS)[number]): unknown => statement[list]

/** Values of one key under an operator that is met by any of them. */
function mergeConditions(
  a: ProposedStatement['conditions'],
  b: ProposedStatement['conditions'],
): ProposedStatement['conditions'] | null {
  if (a.length !== b.length) return null
  const apart = a.flatMap((one, i) => (JSON.stringify(one) === JSON.stringify(b[i]) ? [] : [i]))
  const [at, ...more] = apart
  if (at === undefined || more.length > 0) return null
  const [p, q] = [a[at]!, b[at]!]
  if (p.operator !== q.operator || p.key !== q.key || p.operator.includes('Not') || p.operator === 'Null') return null
  return a.map((condition, i) => (i === at ? { ...p, values: union(p.values, q.values) } : condition))
}

/** Without what another of the list covers. */
export function union(a: readonly string[], b: readonly string[]): readonly string[] {
  const all = [...new Set([...a, ...b])]
  return all.filter((text) => !all.some((other) => other !== text && other.includes('*') && covers(other, text)))
}

/** Whether all that a text with wildcards names is named by another. */
export const covers = (wide: string, narrow: string): boolean => matcherOf(globOf(wide))(narrow)

const one = (list: readonly string[]): string | readonly string[] => (list.length === 1 ? list[0]! : list)
