import type { ProposedStatement } from '../policy/propose/proposedStatement.ts'
import type { Change } from './change.ts'
import { type SearchInput, type Tried, tryChanges } from './searchChanges.ts'
import { addition } from './waysToAllow.ts'
import { withMerged } from './waysToDeny.ts'

type Subject = Pick<SearchInput, 'design' | 'catalogue' | 'goals'>

/** The same changes without whatever can be left out: whole ones, statements, and actions, resources, principals and values in them. */
export async function leastChanges(subject: Subject, found: Tried, pause: () => Promise<void>): Promise<Tried> {
  let best = found
  /** Takes other changes in the place of the best ones where all goals are met with them too. */
  const take = async (changes: readonly Change[]): Promise<boolean> => {
    await pause()
    const tried = tryChanges(subject, changes)
    if (tried?.unmet.length !== 0) return false
    best = tried
    return true
  }
  await take(withStatementsMerged(subject, found.changes))
  for (let at = best.changes.length - 1; at >= 0; at--) await take(best.changes.filter((_, i) => i !== at))
  for (let at = 0; at < best.changes.length; at++)
    for (const smaller of smallerOf(subject, best.changes[at]!)) {
      const less = smaller(best.changes[at]!)
      if (less) await take(best.changes.map((one, i) => (i === at ? less : one)))
    }
  return best
}

/** What is added to one policy, with statements put together where that means no more; each is a change of its own. */
function withStatementsMerged({ design }: Subject, changes: readonly Change[]): readonly Change[] {
  const byPlace = new Map<
    string,
    { readonly change: Change & { kind: 'add-statements' }; list: readonly ProposedStatement[] }
  >()
  for (const change of changes)
    if (change.kind === 'add-statements') {
      const key = JSON.stringify(change.place)
      const own = byPlace.get(key) ?? { change, list: [] }
      byPlace.set(key, { ...own, list: change.statements.reduce(withMerged, own.list) })
    }
  const additions = [...byPlace.values()].flatMap(({ change, list }) =>
    list.map((statement) => addition(design, change.place, [statement], change.cost)),
  )
  return [...changes.filter(({ kind }) => kind !== 'add-statements'), ...additions]
}

/** Ways to say less: each leaves one entry out of one list of a statement. */
function smallerOf({ design }: Subject, change: Change): readonly ((now: Change) => Change | null)[] {
  if (change.kind !== 'add-statements') return []
  const [statement] = change.statements
  if (!statement) return []
  const without = (less: (now: ProposedStatement) => ProposedStatement | null) => (now: Change) => {
    const own = now.kind === 'add-statements' ? now.statements[0] : undefined
    const smaller = own && less(own)
    return smaller ? addition(design, change.place, [smaller], change.cost) : null
  }
  const shorter = (list: readonly string[], one: string) => {
    const left = list.filter((other) => other !== one)
    return left.length > 0 && left.length < list.length ? left : null
  }
  const { principal, actions, resources, conditions } = statement
  return [
    ...actions.map((one) =>
      without((now) => {
        const left = shorter(now.actions, one)
        return left && { ...now, actions: left }
      }),
    ),
    ...resources.map((one) =>
      without((now) => {
        const left = shorter(now.resources, one)
        return left && { ...now, resources: left }
      }),
    ),
    ...(principal && principal !== '*' ? principal.names : []).map((one) =>
      without((now) => {
        if (!now.principal || now.principal === '*') return null
        const left = shorter(now.principal.names, one)
        return left && { ...now, principal: { ...now.principal, names: left } }
      }),
    ),
    ...conditions.flatMap(({ values, operator, key }) =>
      // with fewer values a negated operator says more
      (operator.includes('Not') ? [] : values).map((one) =>
        without((now) => {
          const found = now.conditions.find((other) => other.operator === operator && other.key === key)
          const left = found && shorter(found.values, one)
          return left
            ? {
                ...now,
                conditions: now.conditions.map((other) => (other === found ? { ...found, values: left } : other)),
              }
            : null
        }),
      ),
    ),
  ]
}
