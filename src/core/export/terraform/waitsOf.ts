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

/** One where all the variables are filled and nothing exists in its place, none elsewhere. */
export const countOf = (waits: readonly string[], existing: string | null): Expression =>
  chosen(waits, existing, '1', '0')

/** The value where all the variables are filled and nothing exists in its place, null elsewhere. */
export const valueOnce = (waits: readonly string[], existing: string | null, value: Expression): Expression =>
  waits.length === 0 && existing === null ? value : chosen(waits, existing, ...value.hcl, 'null')

/** The last piece is for where a variable is missing, or the thing exists. */
function chosen(waits: readonly string[], existing: string | null, ...pieces: readonly Piece[]): Expression {
  const value = pieces.slice(0, -1)
  const otherwise = pieces.at(-1)!
  if (existing === null && waits.length === 1)
    return codeOf(variable(waits[0]!), ' == null ? ', otherwise, ' : ', ...value)
  const terms = [
    ...waits.map((name) => [variable(name), ' != null']),
    ...(existing === null ? [] : [[variable(existing), ' == null']]),
  ]
  const condition = terms.flatMap((term, index) => [...(index === 0 ? [] : [' && ']), ...term])
  return codeOf(...condition, ' ? ', ...value, ' : ', otherwise)
}
