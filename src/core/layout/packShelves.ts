import { largest } from '../base/largest.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, putAt, sizeIn } from './arranging.ts'
import { roundUp } from './nodeSizes.ts'

/** Puts boxes of any size in rows from (x, y), as wide as a page of about their common area; their right and bottom edge. */
export function packShelves(
  arranging: Arranging,
  ids: readonly ConstructId[],
  x: number,
  y: number,
  gap: number,
): { readonly right: number; readonly bottom: number } {
  const sizes = ids.map((id) => sizeIn(arranging, id))
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const width = largest(
    sizes.map((size) => size.width),
    Math.sqrt(area * 1.6),
  )
  let across = x
  let down = y
  let rowHeight = 0
  let right = x
  ids.forEach((id, i) => {
    const size = sizes[i]!
    if (across > x && across + size.width > x + width) {
      across = x
      down = roundUp(down + rowHeight + gap)
      rowHeight = 0
    }
    putAt(arranging, id, across, down)
    right = Math.max(right, across + size.width)
    across = roundUp(across + size.width + gap)
    rowHeight = Math.max(rowHeight, size.height)
  })
  return { right, bottom: down + rowHeight }
}
