import { type ConstructId, planConnection } from '../../core/model/index.ts'
import type { Stores } from '../../state/types.ts'

/**
 * Joins two constructs as a line between them means, and says what that came to; where it may have been meant for less, with a button for
 * that. `isInstead` = that was chosen at once.
 */
export function connect(stores: Stores, from: ConstructId, to: ConstructId, isInstead: boolean): void {
  const { design, apply } = stores.design.getState()
  const { say } = stores.view.getState()
  const plan = planConnection(design, from, to)
  if (!plan.ok) {
    say(plan.sentence, 'error')
    return
  }
  const label = `Connect ${design.constructs[from]!.name} and ${design.constructs[to]!.name}`
  const { instead } = plan
  const chosen = instead && isInstead ? instead : plan
  if (!apply(label, chosen.edits)) return
  const done = stores.design.getState().design
  const run = () => {
    const now = stores.design.getState()
    if (now.design === done) {
      now.undo()
      connect(stores, from, to, true)
    } else say('Something else was done since: take that back first.')
  }
  say(`${chosen.sentence}.`, 'info', instead && !isInstead ? { label: instead.label, run } : undefined)
}
