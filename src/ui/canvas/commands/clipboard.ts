import { appendAll } from '../../../core/base/index.ts'
import {
  type Box,
  bottomOf,
  findFreeSpot,
  growAncestors,
  isFree,
  measureDrawing,
  NODE_SIZES,
  planMissingPlacements,
  pushAway,
  rightOf,
  type Size,
} from '../../../core/layout/index.ts'
import {
  applyEdits,
  type ConstructId,
  childrenIndex,
  copyConstructs,
  type Design,
  definitions,
  type Edit,
  planPaste,
  subtreeOf,
} from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'
import { viewportOf } from '../viewports.ts'
import { countWords } from './countWords.ts'
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
  const count = new Set(selection.flatMap((id) => subtreeOf(design, id))).size
  stores.view.getState().say(`${namesOf(count)} copied.`)
  return true
}

/** Copies the selection and takes it away. */
export function cutSelection(stores: Stores): boolean {
  return copySelection(stores) && removeSelection(stores)
}

/** Pastes `text`, or what the clipboard holds, into what is selected or where the originals lie; what was not copied from a design is opened or imported. */
export async function paste(stores: Stores, text?: string): Promise<boolean> {
  const found = text ?? (await readClipboard()) ?? kept
  if (found === null || found.trim() === '') {
    stores.view.getState().say('There is nothing to paste.')
    return false
  }
  const { selection } = stores.design.getState()
  const parent = selection.length === 1 ? selection[0]! : null
  return pasteText(stores, 'Paste', 'pasted', found, parent) ?? stores.actions.openPasted(found)
}

/** Puts a copy of the selection beside it; the clipboard stays as it is. */
export function duplicateSelection(stores: Stores): boolean {
  const { design, selection } = stores.design.getState()
  if (selection.length === 0) return false
  return pasteText(stores, 'Duplicate', 'duplicated', copyConstructs(design, selection), null) ?? false
}

/** null = the text was not copied from a design. */
function pasteText(
  stores: Stores,
  label: string,
  done: string,
  text: string,
  parent: ConstructId | null,
): boolean | null {
  const { design, apply, select } = stores.design.getState()
  const plan = planPaste(design, text, parent, OFFSET)
  if (!plan.ok && plan.isForeign) return null
  if (!plan.ok) {
    stores.view.getState().say(`${plan.sentence}.`, 'error')
    return false
  }
  if (!apply(label, [...plan.edits, ...settlePasted(design, plan.edits, plan.ids)])) return false
  select(plan.ids)
  viewportOf(stores)?.reveal(...plan.ids)
  stores.view.getState().say(`${describeAdded(plan.edits, plan.ids)} ${done}.`)
  return true
}

/** `VPC 4, with 2 subnets and 1 client,` or `3 constructs`. */
function describeAdded(edits: readonly Edit[], ids: readonly ConstructId[]): string {
  const added = edits.flatMap((edit) => (edit.kind === 'add' ? [edit.construct] : []))
  const inside = added.filter(({ id }) => !ids.includes(id))
  const first = added.find(({ id }) => id === ids[0])
  if (ids.length !== 1 || !first) return namesOf(added.length)
  const name = first.name || definitions[first.kind].title
  return inside.length > 0 ? `${name}, with ${countWords(inside)},` : name
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
    const siblings = (childrenIndex(at).get(parent) ?? []).flatMap((one) =>
      one === id ? [] : [[one, drawing.get(one)!.box] as const],
    )
    const taken = siblings.map(([, one]) => one)
    const { kind } = at.constructs[id]!
    const isContainer = definitions[kind].container
    const room = parent === null ? null : drawing.get(parent)!.box
    const places = placesBeside(box, taken, room, STACKED.has(kind) || !isContainer)
    const free = places.find((one) => isFree(taken, one))
    const forced = free || !isContainer ? undefined : places[0]
    const spot = free ?? forced ?? findFreeSpot(taken, box, box, parent !== null)
    if (forced) {
      // the original makes way for the copy as if it had grown by it
      const original = { ...box, x: box.x - OFFSET.x, y: box.y - OFFSET.y }
      const both = { ...original, width: rightOf(forced) - original.x, height: bottomOf(forced) - original.y }
      const others = siblings.filter(([, one]) => one.x !== original.x || one.y !== original.y)
      add([...pushAway(others, original, both)].map(([one, to]) => moveTo(at, one, to)))
    }
    add(growAncestors(at, id, { ...at.layout[id]!, x: spot.x, y: spot.y }))
  }
  return more
}

/** What goes on under the last of its like, where other containers go on to the right. */
const STACKED: ReadonlySet<string> = new Set(['subnet'])

/** From a leaf or a row to the one under it, by their heights. */
const STEPS: ReadonlyMap<number, number> = new Map([
  [NODE_SIZES.leaf.height, NODE_SIZES.pitch.y],
  [NODE_SIZES.row.height, NODE_SIZES.rowPitch.y],
])

/** Places in line with the original, which lies back by the offset, the best first: those that the container has room for, then the way its like goes on. */
function placesBeside(box: Box, taken: readonly Box[], room: Size | null, stacks: boolean): readonly Box[] {
  const { width, height } = box
  const x = box.x - OFFSET.x
  const y = box.y - OFFSET.y
  if (!taken.some((one) => one.x === x && one.y === y && one.width === width && one.height === height)) return []
  const step = STEPS.get(height) ?? height + NODE_SIZES.gap
  const right = { ...box, x: x + width + NODE_SIZES.gap, y }
  const below = { ...box, x, y: y + step }
  const inOrder = stacks ? [below, right] : [right, below]
  const fits = (one: Box) =>
    room !== null && rightOf(one) <= room.width - NODE_SIZES.pad && bottomOf(one) <= room.height - NODE_SIZES.pad
  return [...inOrder].sort((a, b) => Number(fits(b) && isFree(taken, b)) - Number(fits(a) && isFree(taken, a)))
}

const moveTo = (design: Design, id: ConstructId, { x, y }: Box): Edit => ({
  kind: 'place',
  id,
  placement: { ...design.layout[id]!, x, y },
})

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
