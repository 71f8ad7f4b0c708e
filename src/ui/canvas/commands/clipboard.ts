import { appendAll } from '../../../core/base/index.ts'
import {
  findFreeSpot,
  growAncestors,
  measureDrawing,
  NODE_SIZES,
  planMissingPlacements,
} from '../../../core/layout/index.ts'
import {
  applyEdits,
  type ConstructId,
  childrenIndex,
  copyConstructs,
  type Design,
  type Edit,
  planPaste,
} from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'
import { removeSelection } from './removeSelection.ts'

/** What was copied last, for browsers that do not let a page read the clipboard. */
let kept: string | null = null

const OFFSET = { x: NODE_SIZES.grid, y: NODE_SIZES.grid }
const namesOf = (count: number): string => (count === 1 ? 'One construct' : `${count} constructs`)

/** Copies the selection, with all that lies in it, to the clipboard. */
export function copySelection(stores: Stores): boolean {
  const { design, selection } = stores.design.getState()
  if (selection.length === 0) return false
  kept = copyConstructs(design, selection)
  // without permission the copy still works within this page
  void navigator.clipboard?.writeText(kept).catch(() => undefined)
  stores.view.getState().say(`${namesOf(selection.length)} copied.`)
  return true
}

/** Copies the selection and takes it away. */
export function cutSelection(stores: Stores): boolean {
  return copySelection(stores) && removeSelection(stores)
}

/** Pastes `text`, or what the clipboard holds, into what is selected or where the originals lie. */
export async function paste(stores: Stores, text?: string): Promise<boolean> {
  const found = text ?? (await readClipboard()) ?? kept
  if (found === null) {
    stores.view.getState().say('There is nothing to paste.')
    return false
  }
  const { selection } = stores.design.getState()
  return pasteText(stores, 'Paste', found, selection.length === 1 ? selection[0]! : null)
}

/** Puts a copy of the selection beside it; the clipboard stays as it is. */
export function duplicateSelection(stores: Stores): boolean {
  const { design, selection } = stores.design.getState()
  return selection.length > 0 && pasteText(stores, 'Duplicate', copyConstructs(design, selection), null)
}

function pasteText(stores: Stores, label: string, text: string, parent: ConstructId | null): boolean {
  const { design, apply, select } = stores.design.getState()
  const plan = planPaste(design, text, parent, OFFSET)
  if (!plan.ok) {
    stores.view.getState().say(`${plan.sentence}.`, 'error')
    return false
  }
  if (!apply(label, [...plan.edits, ...settlePasted(design, plan.edits, plan.ids)])) return false
  select(plan.ids)
  stores.view.getState().say(`${namesOf(plan.ids.length)} pasted.`)
  return true
}

/** Puts what was pasted next to what stands there already, not over it, and makes room for it. */
function settlePasted(design: Design, edits: readonly Edit[], ids: readonly ConstructId[]): readonly Edit[] {
  const more: Edit[] = []
  let at = applyEdits(design, edits).design
  const add = (found: readonly Edit[]) => {
    appendAll(more, found)
    at = applyEdits(at, found).design
  }
  add(planMissingPlacements(at))
  for (const id of ids) {
    const drawing = measureDrawing(at)
    const { box, parent } = drawing.get(id)!
    const taken = (childrenIndex(at).get(parent) ?? []).filter((one) => one !== id).map((one) => drawing.get(one)!.box)
    add(growAncestors(at, id, { ...at.layout[id]!, ...findFreeSpot(taken, box, box, parent !== null) }))
  }
  return more
}

/** The clipboard's text, where the page may read it without asking; null where it may not. */
async function readClipboard(): Promise<string | null> {
  if (!navigator.clipboard?.readText) return null
  try {
    const permission = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    if (permission.state === 'denied' || (permission.state === 'prompt' && kept !== null)) return null
    return await navigator.clipboard.readText()
  } catch {
    return null // some browsers know no such permission: what was copied on this page is still there
  }
}
