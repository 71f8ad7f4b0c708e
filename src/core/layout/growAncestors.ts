import { childrenIndex, parentOf } from '../model/containment.ts'
import type { Design, Placement } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { sizeAround } from './arranging.ts'
import type { Box, Size } from './box.ts'
import { measureDrawing } from './measureDrawing.ts'
import { NODE_SIZES } from './nodeSizes.ts'
import { placeEdit } from './planTidy.ts'
import { pushAway } from './pushAway.ts'

const { pad, top } = NODE_SIZES

/**
 * The edits that put a construct at `placement` in its container: not over the title bar, the containers round it grown to hold it, and
 * what stands in the way of their growth moved along.
 */
export function growAncestors(design: Design, id: ConstructId, placement: Placement): readonly Edit[] {
  const drawing = measureDrawing(design)
  const drawn = drawing.get(id)
  if (!drawn) return []
  const moved = new Map<ConstructId, Box>()
  const boxOf = (one: ConstructId): Box => moved.get(one) ?? drawing.get(one)!.box
  const parent = parentOf(design, id)
  const { width, height } = drawn.box
  const wanted = {
    x: parent === null ? placement.x : Math.max(pad, placement.x),
    y: parent === null ? placement.y : Math.max(top, placement.y),
    width: Math.max(placement.width ?? width, drawn.least.width),
    height: Math.max(placement.height ?? height, drawn.least.height),
  }
  moved.set(id, wanted)
  const index = childrenIndex(design)
  const siblingsOf = (one: ConstructId): Siblings =>
    (index.get(parentOf(design, one)) ?? []).flatMap((other) => (other === one ? [] : [[other, boxOf(other)] as const]))
  const makeRoom = (one: ConstructId, before: Box, after: Box) => {
    for (const [other, box] of pushAway(siblingsOf(one), before, after)) moved.set(other, box)
  }
  if (wanted.x === drawn.box.x && wanted.y === drawn.box.y) makeRoom(id, drawn.box, wanted)
  // What the container would be like without the newcomer, so that only its own arrival counts as growth.
  let without: Box | null = null
  for (let at = parent, inner = id; at !== null; inner = at, at = parentOf(design, at)) {
    const others = (index.get(at) ?? []).filter((one) => one !== inner)
    const earlier = others.map((one) => drawing.get(one)!.box)
    const { x, y } = drawing.get(at)!.box
    const least = sizeAround(design, at, without ? [...earlier, without] : earlier)
    const before = { x, y, ...largest(design.layout[at], least) }
    const after = { x, y, ...largest(before, sizeAround(design, at, [...others, inner].map(boxOf))) }
    if (after.width === before.width && after.height === before.height) break
    moved.set(at, after)
    without = before
    makeRoom(at, before, after)
  }
  return [...moved].flatMap(([one, box]) => placeEdit(design, one, box) ?? [])
}

type Siblings = readonly (readonly [ConstructId, Box])[]

const largest = (a: Placement | undefined, b: Size): Size => ({
  width: Math.max(a?.width ?? 0, b.width),
  height: Math.max(a?.height ?? 0, b.height),
})
