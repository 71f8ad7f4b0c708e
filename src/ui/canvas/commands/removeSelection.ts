import { planRemoval, removalProblem } from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'

/** Deletes the selection with all that lies in it; what named it lets go. */
export function removeSelection(stores: Stores): boolean {
  const { design, selection, apply } = stores.design.getState()
  if (selection.length === 0) return false
  const problem = removalProblem(design, selection)
  if (problem !== null) stores.view.getState().say(problem, 'error')
  const [first] = selection
  const label =
    selection.length === 1 ? `Delete ${design.constructs[first!]!.name}` : `Delete ${selection.length} constructs`
  const edits = planRemoval(design, selection)
  return edits.length > 0 && apply(label, edits)
}
