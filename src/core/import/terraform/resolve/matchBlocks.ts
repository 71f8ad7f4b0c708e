import { groupBy } from '../../../base/groupBy.ts'
import { isFields } from '../../fields.ts'
import { bag } from '../bag.ts'

/** Whether an entry of the configuration is an expression, and not a block. Source: Terraform, JSON output format, expression representation. */
export const isExpression = (value: unknown): boolean =>
  isFields(value) && ('references' in value || 'constant_value' in value)

/** Stands for a block of the configuration that nobody can tell. */
export const UNTOLD = Symbol('untold')

/**
 * The block of the configuration that each of these planned blocks came from. Sets come in another order than they are written in, so that they are matched
 * by what is known of them. `variables` are the values of those that expressions may name.
 */
export function matchBlocks(
  planned: readonly unknown[],
  configured: unknown,
  variables: ReadonlyMap<string, unknown> = new Map(),
): readonly unknown[] {
  if (!Array.isArray(configured)) return planned.map(() => configured)
  const written: readonly unknown[] = configured
  const fits = planned.map((one) =>
    written.flatMap((block, index) => (isAlike(one, block, written, variables) ? [index] : [])),
  )
  const groups = groupBy(planned.keys(), (index) => `${JSON.stringify(planned[index])} ${fits[index]!.join()}`)
  const result: unknown[] = planned.map(() => UNTOLD)
  const open = new Set(groups.values())
  const taken = new Set<number>()
  for (let before = -1; before !== open.size; ) {
    before = open.size
    for (const group of open) {
      // where each written block came to one, what another came from is no candidate
      const could = fits[group[0]!]!.filter((at) => written.length !== planned.length || !taken.has(at))
      if (could.length !== group.length) continue
      // those that nobody can tell apart may be told in any order
      for (const [at, index] of group.entries()) result[index] = written[could[at]!]
      for (const at of could) taken.add(at)
      open.delete(group)
    }
  }
  return result
}

/** Whether a planned block may have come from a written one: what is written out is there, and what is there another block alone does not write. */
function isAlike(
  planned: unknown,
  block: unknown,
  all: readonly unknown[],
  variables: ReadonlyMap<string, unknown>,
): boolean {
  if (!isFields(block)) return false
  const said = bag(planned)
  const own = bag(block)
  const isWritten = Object.entries(own).every(([name, expression]) => {
    const { constant_value } = isExpression(expression) ? bag(expression) : {}
    return constant_value === undefined || isEmpty(constant_value) || isSame(said[name], constant_value)
  })
  const isElsewhere = Object.entries(said).some(
    ([name, value]) =>
      !isEmpty(value) && !(name in own) && all.some((other) => isSame(writtenOf(other, name, variables), value)),
  )
  return isWritten && !isElsewhere
}

/** What a block writes for a member: a constant, or a variable and nothing else. */
function writtenOf(block: unknown, name: string, variables: ReadonlyMap<string, unknown>): unknown {
  const { constant_value, references } = bag(bag(block)[name])
  const [only, another] = Array.isArray(references) ? references : []
  if (typeof only !== 'string' || another !== undefined) return constant_value
  return only.startsWith('var.') ? variables.get(only.slice(4)) : undefined
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Terraform writes numbers and flags as texts where the provider wants texts. */
const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : String(a) === String(b)
