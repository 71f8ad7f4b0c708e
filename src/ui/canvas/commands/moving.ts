import { appendAll } from '../../../core/base/index.ts'
import { growAncestors, measureDrawing, NODE_SIZES } from '../../../core/layout/index.ts'
import {
  applyEdits,
  type ConstructId,
  type Design,
  definitions,
  type Edit,
  parentOf,
} from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'

/** Moves the selection by steps of the grid; a run of them is one undo step. */
export function nudge(stores: Stores, right: number, down: number): boolean {
  return placeEach(stores, 'Move', 'nudge', ({ x, y }) => ({
    x: x + right * NODE_SIZES.grid,
    y: y + down * NODE_SIZES.grid,
  }))
}

/** Makes the selected containers wider and higher by steps of the grid, never smaller than their content. */
export function resize(stores: Stores, right: number, down: number): boolean {
  const { design, selection } = stores.design.getState()
  const containers = selection.filter((id) => definitions[design.constructs[id]!.kind].container)
  return placeEach(
    stores,
    'Resize',
    'resize',
    ({ x, y, width, height }) => ({
      x,
      y,
      width: width + right * NODE_SIZES.grid,
      height: height + down * NODE_SIZES.grid,
    }),
    containers,
  )
}

type Change = (box: { x: number; y: number; width: number; height: number }) => {
  x: number
  y: number
  width?: number
  height?: number
}

function placeEach(stores: Stores, label: string, key: string, change: Change, ids?: readonly ConstructId[]): boolean {
  const { design, selection, apply } = stores.design.getState()
  const moving = outermost(design, ids ?? selection)
  if (moving.length === 0) return false
  const edits: Edit[] = []
  let at = design
  for (const id of moving) {
    const { box } = measureDrawing(at).get(id)!
    const wanted = change(box)
    const size = definitions[at.constructs[id]!.kind].container ? { width: box.width, height: box.height } : {}
    const found = growAncestors(at, id, { ...size, ...wanted })
    appendAll(edits, found)
    at = applyEdits(at, found).design
  }
  const name = moving.length === 1 ? design.constructs[moving[0]!]!.name : `${moving.length} constructs`
  return apply(`${label} ${name}`, edits, { mergeKey: `canvas.${key}.${moving.join(' ')}` })
}

/** Those that lie in none of the others: these take their content with them. */
function outermost(design: Design, ids: readonly ConstructId[]): readonly ConstructId[] {
  const chosen = new Set(ids)
  return ids.filter((id) => {
    for (let at = parentOf(design, id); at !== null; at = parentOf(design, at)) if (chosen.has(at)) return false
    return true
  })
}
