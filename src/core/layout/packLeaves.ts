import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, putAt } from './arranging.ts'
import { pitchOf } from './leafSizeOf.ts'
import { NODE_SIZES } from './nodeSizes.ts'

/** Columns for that many leaves, so that the block they make is a little wider than high. */
const columnsFor = (count: number): number => Math.max(1, Math.round(Math.sqrt(count * 0.4)))

/** Puts leaves in rows from (x, y). */
export function packLeaves(
  arranging: Arranging,
  ids: readonly ConstructId[],
  x: number,
  y: number,
  columns = columnsFor(ids.length),
): void {
  const { pitch } = NODE_SIZES
  ids.forEach((id, i) => {
    putAt(arranging, id, x + (i % columns) * pitch.x, y + Math.floor(i / columns) * pitch.y)
  })
}

/** Puts leaves of one size in columns from (x, y), each at most `rows` high; the right edge of the last column's cell. */
export function stackLeaves(
  arranging: Arranging,
  ids: readonly ConstructId[],
  x: number,
  y: number,
  rows: number,
): number {
  const pitch = ids[0] === undefined ? NODE_SIZES.pitch : pitchOf(arranging.design.constructs[ids[0]]!.kind)
  ids.forEach((id, i) => {
    putAt(arranging, id, x + Math.floor(i / rows) * pitch.x, y + (i % rows) * pitch.y)
  })
  return x + Math.ceil(ids.length / rows) * pitch.x
}
