import { type ConstructId, type Design, type Edit, planRemoval, removalProblem } from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'
import { countWords } from './countWords.ts'
import { undoOf } from './undoOf.ts'

/** Deletes the selection with all that lies in it; what named it lets go. What went is said, with a way back. */
export function removeSelection(stores: Stores): boolean {
  const { design, selection, apply } = stores.design.getState()
  if (selection.length === 0) return false
  const problem = removalProblem(design, selection)
  const { say } = stores.view.getState()
  const edits = planRemoval(design, selection)
  const name = selection.length === 1 ? design.constructs[selection[0]!]!.name : `${selection.length} constructs`
  const isDone = edits.length > 0 && apply(`Delete ${name}`, edits)
  const gone = isDone ? describeGone(design, selection, edits) : ''
  if (problem !== null) say([problem, gone].filter(Boolean).join(' '), 'error', isDone ? undoOf(stores) : undefined)
  else if (isDone) say(gone, 'info', undoOf(stores))
  return isDone
}

/** `VPC 1 deleted, and with it 1 Availability Zone, 2 subnets and 1 client.` */
function describeGone(design: Design, selection: readonly ConstructId[], edits: readonly Edit[]): string {
  const ids = edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.id] : []))
  const chosen = ids.filter((id) => selection.includes(id))
  const others = ids.filter((id) => !selection.includes(id))
  const head = chosen.length === 1 ? design.constructs[chosen[0]!]!.name : `${chosen.length} constructs`
  const rest = others.map((id) => design.constructs[id]!)
  return `${head} deleted${rest.length > 0 ? `, and with ${chosen.length === 1 ? 'it' : 'them'} ${countWords(rest)}` : ''}.`
}
