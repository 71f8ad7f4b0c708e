import { either, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from '../statement/call.ts'
import { GRANTS, type Grant } from '../statement/compilePrincipals.ts'
import type { CompiledLevel, LayerName } from './policies.ts'

/** What the policies of one level say of a call, taken alone. */
export interface LevelAnswer {
  readonly layer: LayerName
  readonly target: string
  readonly denies: Ternary
  /** By how directly the caller is named: an `Allow` of each kind. */
  readonly allows: Readonly<Record<Grant, Ternary>>
}

const NOTHING: Readonly<Record<Grant, Ternary>> = { account: NO, role: NO, direct: NO }

/** Asks each statement of a level. A policy that nobody has read may say anything. */
export function askLevel(level: CompiledLevel, call: Call): LevelAnswer {
  const { layer, target } = level
  let denies: Ternary = NO
  let allows = NOTHING
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
      else {
        const grant = statement.grantTo(call)
        if (met > allows[grant]) allows = { ...allows, [grant]: met }
      }
    }
  }
  return { layer, target, denies, allows }
}

/** Whether a level allows at all. */
export const allowsAtAll = ({ allows }: LevelAnswer): Ternary =>
  GRANTS.reduce<Ternary>((found, grant) => either(found, allows[grant]), NO)

/** What a layer that plays no part says: nothing against it. */
export const ALLOWS: Ternary = YES
