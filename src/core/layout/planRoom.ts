import { childrenIndex } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { sizeAround } from './arranging.ts'
import { type Box, extentOf, overlaps } from './box.ts'
import { type Drawn, measureDrawing } from './measureDrawing.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'
import { placeEdit } from './planTidy.ts'
import { pushAway } from './pushAway.ts'

/**
 * The edits after which a change covers nothing: what has grown by it (a subnet that got an interface, and all that is round it) moves its
 * neighbours aside, and what is new goes where there is room. Whatever lay over something before stays.
 */
export function planRoom(before: Design, after: Design): readonly Edit[] {
  const was = measureDrawing(before)
  const now = measureDrawing(after)
  const index = childrenIndex(after)
  const boxes = new Map<ConstructId, Box>()
  const boxOf = (id: ConstructId): Box => boxes.get(id) ?? now.get(id)!.box
  const settleContent = (parent: ConstructId | null) => {
    const content = index.get(parent) ?? []
    const others = (id: ConstructId) => content.flatMap((one) => (one === id ? [] : [[one, boxOf(one)] as const]))
    for (const id of content) {
      const earlier = standing(was.get(id), parent)
      const box = boxOf(id)
      if (!earlier || (box.width <= earlier.width && box.height <= earlier.height)) continue
      const { width, height } = earlier
      for (const [one, pushed] of pushAway(others(id), { ...box, width, height }, box)) boxes.set(one, pushed)
      boxes.set(id, box)
    }
    for (const id of content) {
      if (standing(was.get(id), parent)) continue
      const taken = others(id).map(([, box]) => box)
      const box = boxOf(id)
      if (taken.some((one) => overlaps(one, box)))
        boxes.set(id, { ...box, y: roundUp(extentOf(taken).bottom + NODE_SIZES.gap) })
    }
  }
  // innermost first: what a container's content takes decides how large it is among its own neighbours
  for (const [id, { box }] of [...now].sort(([, a], [, b]) => b.depth - a.depth)) {
    if (!definitions[after.constructs[id]!.kind].container) continue
    settleContent(id)
    const least = sizeAround(after, id, (index.get(id) ?? []).map(boxOf))
    const size = { width: Math.max(box.width, least.width), height: Math.max(box.height, least.height) }
    if (size.width > box.width || size.height > box.height) boxes.set(id, { ...boxOf(id), ...size })
  }
  settleContent(null)
  return [...boxes].flatMap(([id, box]) => placeEdit(after, id, box) ?? [])
}

/** Its box, if it stood in that container. */
const standing = (drawn: Drawn | undefined, parent: ConstructId | null): Box | null =>
  drawn && drawn.parent === parent ? drawn.box : null
