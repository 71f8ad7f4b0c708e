import { compareText } from '../../base/order.ts'
import { makesName } from './maybe.ts'
import type { Tree, TreeObject } from './resource.ts'

/** CloudFormation takes at most so many conditions in one Fn::And. */
const MOST_IN_AND = 10

/** Resources that stand back until parameters are given, and the conditions by which they do. */
export interface Waiting {
  /** Name of a resource -> names of the parameters that it needs, itself or through others, sorted. */
  readonly of: ReadonlyMap<string, readonly string[]>
  readonly conditions: TreeObject
}

/** What each resource waits for, where `given` are the parameters that may be empty at first. */
export function waitingOf(
  /** Name of a resource -> what its properties refer to. */
  named: ReadonlyMap<string, readonly string[]>,
  given: ReadonlySet<string>,
  after: ReadonlyMap<string, readonly string[]>,
  /** Name of a resource -> what it is left out with where that exists. */
  owners: ReadonlyMap<string, string>,
): Waiting {
  const of = new Map<string, readonly string[]>()
  const visit = (name: string): readonly string[] => {
    const known = of.get(name)
    if (known) return known
    of.set(name, [])
    const found = new Set<string>()
    for (const used of [...named.get(name)!, ...(after.get(name) ?? [])]) {
      if (given.has(used)) found.add(used)
      else if (named.has(used)) for (const one of visit(used)) found.add(one)
    }
    const sorted = [...found].sort(compareText)
    of.set(name, sorted)
    return sorted
  }
  for (const name of named.keys()) visit(name)
  const conditions: Record<string, Tree> = {}
  for (const [name, names] of of) {
    addCondition(names, conditions)
    const owner = owners.get(name) ?? null
    if (owner !== null && names.length > 0)
      conditions[conditionName(names, owner)!] = {
        'Fn::And': [{ Condition: conditionName(names)! }, { Condition: makesName(owner) }],
      }
  }
  return { of, conditions: Object.fromEntries(Object.entries(conditions).sort(([a], [b]) => compareText(a, b))) }
}

/** Name of the condition that all the parameters are given, and that the thing is made where a part is left out with one; null where there is nothing of it. */
export function conditionName(names: readonly string[], owner: string | null = null): string | null {
  const given = names.length === 0 ? '' : `Has${names.join('And')}`
  const made = owner === null ? '' : makesName(owner)
  return given === '' && made === '' ? null : `${given}${made}`
}

function addCondition(names: readonly string[], conditions: Record<string, Tree>): void {
  for (const name of names) conditions[conditionName([name])!] = { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: name }, ''] }] }
  if (names.length > 1) conditions[conditionName(names)!] = allOf(names.map((name) => ({ Condition: `Has${name}` })))
}

function allOf(terms: readonly Tree[]): Tree {
  if (terms.length === 1) return terms[0]!
  if (terms.length <= MOST_IN_AND) return { 'Fn::And': terms }
  const first = allOf(terms.slice(0, MOST_IN_AND))
  return allOf([first, ...terms.slice(MOST_IN_AND)])
}
