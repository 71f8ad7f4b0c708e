import { isFields } from '../../fields.ts'
import { type Bag, bag } from '../bag.ts'

/** Whether an entry of the configuration is an expression, and not a block. Source: Terraform, JSON output format, expression representation. */
export const isExpression = (value: unknown): boolean =>
  isFields(value) && ('references' in value || 'constant_value' in value)

/**
 * The block of the configuration that each of these planned blocks came from; undefined where that cannot be told. Sets come in another order than they are
 * written in, so that they are matched by what is known of them.
 */
export function matchBlocks(planned: readonly unknown[], configured: unknown): readonly unknown[] {
  if (!Array.isArray(configured)) return planned.map(() => configured)
  const written: readonly unknown[] = configured
  if (written.length === 1) return planned.map(() => (isAlike(planned[0], written[0]) ? written[0] : undefined))
  const fits = planned.map((one) => written.flatMap((block, index) => (isAlike(one, block) ? [index] : [])))
  const groups = new Map<string, number[]>()
  for (const [index, one] of planned.entries()) {
    const name = `${JSON.stringify(one)} ${fits[index]!.join()}`
    groups.set(name, [...(groups.get(name) ?? []), index])
  }
  const result: unknown[] = planned.map(() => undefined)
  for (const group of groups.values()) {
    const could = fits[group[0]!]!
    if (could.length === 1 && group.length === 1) result[group[0]!] = written[could[0]!]
    // those that nobody can tell apart may be told in any order
    else if (could.length === group.length)
      for (const [at, index] of group.entries()) result[index] = written[could[at]!]
  }
  return result
}

/** Whether a planned block may have come from a written one: nothing that both say differs. */
function isAlike(planned: unknown, written: unknown): boolean {
  if (!isFields(planned) || !isFields(written)) return true
  const said: Bag = bag(planned)
  return Object.entries(bag(written)).every(([name, expression]) => {
    if (!isExpression(expression)) return true
    const { constant_value } = bag(expression)
    const value = said[name]
    return constant_value === undefined || value === undefined || value === null || isSame(value, constant_value)
  })
}

/** Terraform writes numbers and flags as texts where the provider wants texts. */
const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : String(a) === String(b)
