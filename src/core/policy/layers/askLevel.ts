import { both, either, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from '../statement/call.ts'
import { isNamed, type Naming, NOT_NAMED } from '../statement/compilePrincipals.ts'
import type { CompiledLevel, LayerName } from './policies.ts'

/** What the policies of one level say of a call, taken alone. */
export interface LevelAnswer {
  readonly layer: LayerName
  readonly target: string
  readonly denies: Ternary
  /** By how directly the caller is named: an `Allow` of each kind. */
  readonly allows: Naming
}

/** Asks each statement of a level. A policy that nobody has read may say anything. */
export function askLevel(level: CompiledLevel, call: Call): LevelAnswer {
  const { layer, target } = level
  let denies: Ternary = NO
  let allows = NOT_NAMED
  for (const { statements } of level.policies) {
    if (statements === null) {
      denies = either(denies, MAYBE)
      allows = { ...allows, direct: either(allows.direct, MAYBE) }
      continue
    }
    for (const statement of statements) {
      const met = statement.match(call)
      if (met === NO) continue
      if (statement.effect === 'Deny') denies = either(denies, met)
      else allows = withNaming(allows, statement.naming(call), met)
    }
  }
  return { layer, target, denies, allows }
}

function withNaming(allows: Naming, naming: Naming, met: Ternary): Naming {
  if (allows === NOT_NAMED && met === YES) return naming
  return {
    account: either(allows.account, both(met, naming.account)),
    role: either(allows.role, both(met, naming.role)),
    direct: either(allows.direct, both(met, naming.direct)),
  }
}

/** Whether a level allows at all. */
export const allowsAtAll = ({ allows }: LevelAnswer): Ternary => isNamed(allows)

/** What a layer that plays no part says: nothing against it. */
export const ALLOWS: Ternary = YES
