import { both, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from '../statement/call.ts'
import type { Element } from '../statement/compileStatement.ts'
import type { CompiledPolicies, LayerName } from './policies.ts'

/** What a statement says of a call, and why. */
export interface StatementAnswer {
  readonly layer: LayerName
  readonly target: string
  readonly policy: string
  /** Its `Sid`, or its number from 1. */
  readonly statement: string
  readonly effect: 'Allow' | 'Deny'
  /** Whether it is about the call. */
  readonly met: Ternary
  /** The elements that the call does not meet, or of which nobody knows: each would have to change. */
  readonly misses: readonly Element[]
  /** The condition keys that it hangs on where nobody knows. */
  readonly openKeys: readonly string[]
}

/** Each statement of each layer, and where the call misses it. For the reader: deciding asks less. */
export function explainAuthorization(policies: CompiledPolicies, call: Call): readonly StatementAnswer[] {
  return policies.flatMap(({ layer, target, policies: these }) =>
    these.flatMap(({ name, statements }) =>
      (statements ?? []).map((statement): StatementAnswer => {
        const elements = statement.explain(call)
        const met = elements.map((one) => one.met).reduce(both, YES)
        const missed = elements.filter((one) => one.met === (met === MAYBE ? MAYBE : NO))
        return {
          layer,
          target,
          policy: name,
          statement: statement.name,
          effect: statement.effect,
          met,
          misses: missed.map(({ at }) => at),
          openKeys: met === MAYBE ? missed.flatMap(({ keys }) => keys.filter((key) => isOpen(call, key))) : [],
        }
      }),
    ),
  )
}

/** Nobody said what the call carries under a key, or it carries several values, of which nobody says which counts. */
function isOpen({ context }: Call, key: string): boolean {
  const value = context.get(key.toLowerCase())
  return value !== undefined && (typeof value === 'string' || value.length > 1)
}
