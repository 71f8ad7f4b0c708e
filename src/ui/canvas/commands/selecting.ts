import { compareNatural, measureDrawing } from '../../../core/layout/index.ts'
import { type ConstructId, childrenIndex, parentOf } from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'
import { viewportOf } from '../viewports.ts'

/**
 * Selects all in the container: the selected one, or the one that what is selected lies in. With nothing selected, or pressed again,
 * everything.
 */
export function selectAll(stores: Stores): void {
  const { design, selection, select } = stores.design.getState()
  const index = childrenIndex(design)
  const [first] = selection
  const own = selection.length === 1 ? (index.get(first!) ?? []) : []
  const beside = first === undefined ? [] : (index.get(parentOf(design, first)) ?? [])
  const inside = own.length > 0 ? own : beside
  const isDone = inside.length === selection.length && inside.every((id) => selection.includes(id))
  const isScattered = !selection.every((id) => own.length > 0 || inside.includes(id))
  select(isDone || isScattered || inside.length === 0 ? Object.keys(design.constructs) : inside)
}

/** Goes out to the container of what is selected. */
export function selectParent(stores: Stores): void {
  const { design, selection } = stores.design.getState()
  const [first] = selection
  const parent = first === undefined ? null : parentOf(design, first)
  if (parent !== null) goTo(stores, parent)
}

/** Goes in to the first construct of the selected container, the way one reads. */
export function selectChild(stores: Stores): void {
  const { design, selection } = stores.design.getState()
  const drawing = measureDrawing(design)
  const inside = [...(childrenIndex(design).get(selection[0] ?? null) ?? [])]
  const [first] = inside.sort((a, b) => {
    const [left, right] = [drawing.get(a)!.box, drawing.get(b)!.box]
    return left.y - right.y || left.x - right.x || compareNatural(a, b)
  })
  if (first !== undefined) goTo(stores, first)
}

/** Directions of `selectNeighbour`. */
export type Direction = 'left' | 'right' | 'up' | 'down'
const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Goes to the nearest construct in that direction among those that lie in the same container. */
export function selectNeighbour(stores: Stores, direction: Direction): void {
  const { design, selection } = stores.design.getState()
  const [first] = selection
  if (first === undefined) {
    selectChild(stores)
    return
  }
  const drawing = measureDrawing(design)
  const middle = (id: ConstructId) => {
    const { x, y, width, height } = drawing.get(id)!.absolute
    return { x: x + width / 2, y: y + height / 2 }
  }
  const from = middle(first)
  const [right, down] = STEPS[direction]
  let best: ConstructId | null = null
  let least = Number.POSITIVE_INFINITY
  for (const id of childrenIndex(design).get(parentOf(design, first)) ?? []) {
    const { x, y } = middle(id)
    const along = (x - from.x) * right + (y - from.y) * down
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right)
    if (id === first || along <= 0 || along + aside * 2 >= least) continue
    least = along + aside * 2
    best = id
  }
  if (best !== null) goTo(stores, best)
}

function goTo(stores: Stores, id: ConstructId): void {
  stores.design.getState().select([id])
  viewportOf(stores)?.reveal(id)
  viewportOf(stores)?.focus(id)
}
