import { isFields } from '../../fields.ts'
import { bag } from '../bag.ts'

/** Whether an entry of the configuration is an expression, and not a block. Source: Terraform, JSON output format, expression representation. */
export const isExpression = (value: unknown): boolean =>
  isFields(value) && ('references' in value || 'constant_value' in value)

/** Stands for a block of the configuration that nobody can tell. */
export const UNTOLD = Symbol('untold')

/**
 * The block of the configuration that each of these planned blocks came from. Sets come in another order than they are written in, so that they are matched
 * by what is known of them.
 */
export function matchBlocks(planned: readonly unknown[], configured: unknown): readonly unknown[] {
  if (!Array.isArray(configured)) return planned.map(() => configured)
  const written: readonly unknown[] = configured
  const fits = planned.map((one) => written.flatMap((block, index) => (isAlike(one, block, written) ? [index] : [])))
  const groups = new Map<string, number[]>()
  for (const [index, one] of planned.entries()) {
    const name = `${JSON.stringify(one)} ${fits[index]!.join()}`
    groups.set(name, [...(groups.get(name) ?? []), index])
  }
  const result: unknown[] = planned.map(() => UNTOLD)
  for (const group of groups.values()) {
    const could = fits[group[0]!]!
    // those that nobody can tell apart may be told in any order
    if (could.length === group.length) for (const [at, index] of group.entries()) result[index] = written[could[at]!]
  }
  return result
}

/** Whether a planned block may have come from a written one: what is written out is there, and what is there another block alone does not write. */
function isAlike(planned: unknown, block: unknown, all: readonly unknown[]): boolean {
  if (!isFields(block)) return false
  const said = bag(planned)
  const own = bag(block)
  const isWritten = Object.entries(own).every(([name, expression]) => {
    const { constant_value } = isExpression(expression) ? bag(expression) : {}
    return constant_value === undefined || isEmpty(constant_value) || isSame(said[name], constant_value)
  })
  const isElsewhere = Object.entries(said).some(
    ([name, value]) => !isEmpty(value) && !(name in own) && all.some((other) => isSame(constantOf(other, name), value)),
  )
  return isWritten && !isElsewhere
}
const constantOf = (block: unknown, name: string): unknown => bag(bag(block)[name]).constant_value

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Terraform writes numbers and flags as texts where the provider wants texts. */
const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : String(a) === String(b)
