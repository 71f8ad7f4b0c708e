import type { Design } from '../design.ts'
import type { Addable } from '../kinds/addables.ts'
import type { ConstructId } from '../kinds/registry.ts'
import { planAddition } from './planAddition.ts'
import { planMove } from './planMove.ts'

/**
 * The sentence shown before something is let go over `target` (null = the canvas), and the container that lights up: the one that the
 * placement of `planAddition` and `planMove` is relative to. These two do the work, so that what is said is what is done.
 */
export function describeDrop(
  design: Design,
  what: { readonly kind: Addable } | { readonly id: ConstructId },
  target: ConstructId | null,
): { readonly ok: boolean; readonly sentence: string; readonly parent: ConstructId | null } {
  const plan = 'kind' in what ? planAddition(design, what.kind, target) : planMove(design, what.id, target)
  return { ok: plan.ok, sentence: plan.sentence, parent: plan.ok ? plan.parent : null }
}
