import { appendAll } from '../base/appendAll.ts'
import { applyEdits } from '../model/applyEdit.ts'
import { childrenIndex, parentOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { type Addable, readAddable, wordsOfAddable } from '../model/kinds/addables.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { planAddition } from '../model/plans/planAddition.ts'
import { planMove } from '../model/plans/planMove.ts'
import { type Box, overlaps } from './box.ts'
import { findFreeSpot } from './findFreeSpot.ts'
import { growAncestors } from './growAncestors.ts'
import { measureDrawing } from './measureDrawing.ts'
import { NODE_SIZES } from './nodeSizes.ts'
import { planMissingPlacements } from './planMissingPlacements.ts'

/** A place on the canvas. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What letting go does, as one undo step; or why it cannot be done. */
export type DropPlan =
  | { readonly ok: true; readonly label: string; readonly edits: readonly Edit[]; readonly ids: readonly ConstructId[] }
  | { readonly ok: false; readonly sentence: string }

/**
 * What a construct that is let go over `target` is let go on: that, or its own container where the target lies in there too and cannot
 * take it. A VPC moved over another VPC stays in its Region.
 */
export function dropTarget(design: Design, id: ConstructId, target: ConstructId | null): ConstructId | null {
  const here = parentOf(design, id)
  if (here === null || target === null || planMove(design, id, target).ok) return target
  for (let at = parentOf(design, target); at !== null; at = parentOf(design, at)) if (at === here) return here
  return target
}

/** Moves constructs to places on the canvas (their upper left corners), into what lies under `target`. */
export function planMoveTo(
  design: Design,
  spots: ReadonlyMap<ConstructId, Point>,
  target: ConstructId | null,
): DropPlan {
  const before = measureDrawing(design)
  const edits: Edit[] = []
  let at = design
  const add = (more: readonly Edit[]) => {
    appendAll(edits, more)
    at = applyEdits(at, more).design
  }
  for (const [id, spot] of spots) {
    const plan = planMove(at, id, dropTarget(at, id, target))
    if (!plan.ok) return plan
    const origin = plan.parent === null ? { x: 0, y: 0 } : measureDrawing(at).get(plan.parent)!.absolute
    const drawn = before.get(id)!
    const moves = plan.edits.some((edit) => edit.kind === 'change')
    add(plan.edits)
    const made = plan.edits.some((edit) => edit.kind === 'add')
    if (!made) {
      const wanted = { ...drawn.box, x: spot.x - origin.x, y: spot.y - origin.y }
      const free = moveAside(at, id, wanted, new Set(spots.keys()))
      if (moves || free.x !== drawn.box.x || free.y !== drawn.box.y) add(growAncestors(at, id, placeAs(at, id, free)))
    }
    add(planMissingPlacements(at))
  }
  const [first] = spots.keys()
  const label = spots.size === 1 ? `Move ${design.constructs[first!]!.name}` : `Move ${spots.size} constructs`
  return { ok: true, label, edits, ids: [...spots.keys()] }
}

/** Moves a construct into a container without a pointer: to the first place in it where it covers nothing. */
export function planMoveInto(design: Design, id: ConstructId, container: ConstructId): DropPlan {
  const drawn = measureDrawing(design).get(container)
  if (!drawn) return { ok: false, sentence: `There is no construct with the id “${container}”` }
  const { x, y } = drawn.absolute
  return planMoveTo(design, new Map([[id, { x: x + NODE_SIZES.pad, y: y + NODE_SIZES.top }]]), container)
}

/** The nearest place to `wanted` where it covers none of its siblings; `moving` ones keep their places to each other. */
function moveAside(design: Design, id: ConstructId, wanted: Box, moving: ReadonlySet<ConstructId>): Point {
  const drawing = measureDrawing(design)
  const parent = drawing.get(id)!.parent
  const taken = (childrenIndex(design).get(parent) ?? [])
    .filter((one) => one !== id && !moving.has(one))
    .map((one) => drawing.get(one)!.box)
  if (!taken.some((box) => overlaps(box, wanted))) return wanted
  return findFreeSpot(taken, wanted, wanted, parent !== null)
}

const placeAs = (design: Design, id: ConstructId, { x, y }: Point) => {
  const { width, height } = design.layout[id] ?? {}
  return width === undefined || height === undefined ? { x, y } : { x, y, width, height }
}

/** Adds a new construct at a point of the canvas, or (null) where there is room, into what lies under `target`. */
export function planPlaceAt(
  design: Design,
  addable: Addable,
  target: ConstructId | null,
  point: Point | null,
): DropPlan {
  const { container } = definitions[readAddable(addable).kind]
  const first = planAddition(design, addable, target)
  if (!first.ok) return first
  let edits = first.edits
  const outermost = first.edits.find((edit) => edit.kind === 'add' && edit.construct.id === first.id) ?? first.edits[0]!
  const isNested = first.edits.some(
    (edit) => edit.kind === 'add' && edit !== outermost && definitions[edit.construct.kind].container,
  )
  let at = applyEdits(design, edits).design
  const placed = applyEdits(at, planMissingPlacements(at)).design
  if (point && !isNested) {
    const drawing = measureDrawing(placed)
    const { box, parent } = drawing.get(first.id)!
    const origin = parent === null ? { x: 0, y: 0 } : drawing.get(parent)!.absolute
    // a leaf comes under the pointer with its middle, a container with its title
    const grip = container ? { x: NODE_SIZES.pad * 3, y: NODE_SIZES.pad } : { x: box.width / 2, y: box.height / 2 }
    const wanted = { x: point.x - origin.x - grip.x, y: point.y - origin.y - grip.y }
    const siblings = (childrenIndex(at).get(parent) ?? []).filter((id) => id !== first.id && id in design.constructs)
    const taken = siblings.map((id) => drawing.get(id)!.box)
    const { width, height } = box
    const spot = findFreeSpot(taken, box, wanted, parent !== null)
    const placement = container ? { ...spot, width, height } : spot
    edits = edits.map((edit) => (edit.kind === 'add' && edit.construct.id === first.id ? { ...edit, placement } : edit))
    at = applyEdits(design, edits).design
  }
  const missing = planMissingPlacements(at)
  at = applyEdits(at, missing).design
  const grown = at.layout[first.id] ? growAncestors(at, first.id, at.layout[first.id]!) : []
  return {
    ok: true,
    label: `Add ${wordsOfAddable(addable).noun}`,
    edits: [...edits, ...missing, ...grown],
    ids: [first.id],
  }
}
