import { both, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from '../statement/call.ts'
import type { CompiledStatement, Element } from '../statement/compileStatement.ts'
import { type CompiledPolicies, LAYERS, type LayerName } from './policies.ts'

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

/** Each statement of each layer, or of some, and where the call misses it. For the reader: deciding asks less. */
export function explainAuthorization(
  policies: CompiledPolicies,
  call: Call,
  layers: readonly LayerName[] = LAYERS,
): readonly StatementAnswer[] {
  const answers: StatementAnswer[] = []
  for (const { layer, target, policies: these } of policies)
    if (layers.includes(layer))
      for (const { name: policy, statements } of these)
        for (const statement of statements ?? [])
          answers.push({ layer, target, policy, ...explainStatement(statement, call) })
  return answers
}

function explainStatement(
  { name, effect, explain }: CompiledStatement,
  call: Call,
): Omit<StatementAnswer, 'layer' | 'target' | 'policy'> {
  const elements = explain(call)
  const met = elements.reduce<Ternary>((least, one) => both(least, one.met), YES)
  const missed = elements.filter((one) => one.met === (met === MAYBE ? MAYBE : NO))
  return {
    statement: name,
    effect,
    met,
    misses: missed.map(({ at }) => at),
    openKeys: met === MAYBE ? missed.flatMap(({ keys }) => keys().filter((key) => isOpen(call, key))) : [],
  }
}

/** Nobody said what the call carries under a key, or it carries several values, of which nobody says which counts. */
function isOpen({ context }: Call, key: string): boolean {
  const value = context.get(key.toLowerCase())
  return value !== undefined && (typeof value === 'string' || value.length > 1)
}
