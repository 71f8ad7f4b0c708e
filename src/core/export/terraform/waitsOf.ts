import { compareText } from '../../base/order.ts'
import { codeOf, type Expression, type Piece, variable } from './expression.ts'
import type { References } from './referencesIn.ts'

/** What each resource waits for, itself or by what it names, where `given` are the variables that are null at first. */
export function waitsOf(
  uses: ReadonlyMap<string, References>,
  given: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, readonly string[]>()
  const visit = (address: string): readonly string[] => {
    const known = of.get(address)
    if (known) return known
    of.set(address, [])
    const { resources, variables } = uses.get(address)!
    const found = new Set([...variables].filter((name) => given.has(name)))
    for (const used of resources) if (uses.has(used)) for (const one of visit(used)) found.add(one)
    const sorted = [...found].sort(compareText)
    of.set(address, sorted)
    return sorted
  }
  for (const address of uses.keys()) visit(address)
  return of
}

/** One where all the variables are filled, none elsewhere. */
export const countOf = (waits: readonly string[]): Expression =>
  waits.length === 1 ? codeOf(variable(waits[0]!), ' == null ? 0 : 1') : codeOf(...allGiven(waits), ' ? 1 : 0')

/** The value where all the variables are filled, null elsewhere. */
export const valueOnce = (waits: readonly string[], { hcl }: Expression): Expression => {
  if (waits.length === 0) return { hcl }
  return waits.length === 1
    ? codeOf(variable(waits[0]!), ' == null ? null : ', ...hcl)
    : codeOf(...allGiven(waits), ' ? ', ...hcl, ' : null')
}

const allGiven = (waits: readonly string[]): readonly Piece[] =>
  waits.flatMap((name, index) => [...(index === 0 ? [] : [' && ']), variable(name), ' != null'])
