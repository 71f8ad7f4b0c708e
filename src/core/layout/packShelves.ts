import { largest } from '../base/largest.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, putAt, sizeIn } from './arranging.ts'
import type { Box } from './box.ts'
import { roundUp } from './nodeSizes.ts'

/** Rows are tried with up to this many boxes in the first. */
const MOST_TRIED = 40

/** Puts boxes of any size in rows from (x, y), so many in a row that the whole comes closest to the shape that is wanted; their right and bottom edge. */
export function packShelves(
  arranging: Arranging,
  ids: readonly ConstructId[],
  x: number,
  y: number,
  gap: number,
  shape: number,
): { readonly right: number; readonly bottom: number } {
  const sizes = ids.map((id) => sizeIn(arranging, id))
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const widest = largest(
    sizes.map(({ width }) => width),
    0,
  )
  let row = -gap
  const widths = sizes.slice(0, MOST_TRIED).map(({ width }) => {
    row = roundUp(row + gap) + width
    return Math.max(widest, row)
  })
  let best: { readonly shelves: ReturnType<typeof shelve>; readonly cost: number } | null = null
  for (const width of new Set([...widths, Math.max(widest, Math.sqrt(area * shape))])) {
    const shelves = shelve(sizes, width, x, y, gap)
    const cost = Math.max((shelves.right - x) / shape, shelves.bottom - y)
    if (!best || cost < best.cost) best = { shelves, cost }
  }
  const { spots, right, bottom } = best!.shelves
  ids.forEach((id, i) => {
    putAt(arranging, id, spots[i]!.x, spots[i]!.y)
  })
  return { right, bottom }
}

function shelve(sizes: readonly Pick<Box, 'width' | 'height'>[], width: number, x: number, y: number, gap: number) {
  let across = x
  let down = y
  let rowHeight = 0
  let right = x
  const spots = sizes.map((size) => {
    if (across > x && across + size.width > x + width) {
      across = x
      down = roundUp(down + rowHeight + gap)
      rowHeight = 0
    }
    const spot = { x: across, y: down }
    right = Math.max(right, across + size.width)
    across = roundUp(across + size.width + gap)
    rowHeight = Math.max(rowHeight, size.height)
    return spot
  })
  return { spots, right, bottom: down + rowHeight }
}
