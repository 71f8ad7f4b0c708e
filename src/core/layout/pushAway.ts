import type { ConstructId } from '../model/kinds/registry.ts'
import { type Box, bottomOf, overlaps, rightOf } from './box.ts'
import { NODE_SIZES } from './nodeSizes.ts'

/** What comes closer than this has to give way. */
const CLOSE = NODE_SIZES.gap - 1

/**
 * What has to move because a box has grown: what lay beyond its old right or lower edge goes on by as much as it grew, if it would lie
 * under it or close to it, and takes along what would come in its own way.
 */
export function pushAway(
  siblings: readonly (readonly [ConstructId, Box])[],
  before: Box,
  after: Box,
): ReadonlyMap<ConstructId, Box> {
  const earlier = new Map(siblings)
  const boxes = new Map(siblings)
  const right = rightOf(after) - rightOf(before)
  const down = bottomOf(after) - bottomOf(before)
  const isRight = (box: Box) => box.x >= rightOf(before)
  const isBelow = (box: Box) => box.y >= bottomOf(before)
  const isHit = (test: (box: Box) => boolean) =>
    [...boxes.values()].some((box) => test(box) && overlaps(box, after, CLOSE))
  if (right > 0 && isHit((box) => isRight(box) && !isBelow(box))) {
    const moved = (box: Box): Box => ({ ...box, x: box.x + right })
    // a map takes in what is added while it is walked
    const going = new Map([...boxes].filter(([, box]) => isRight(box) && !isBelow(box)))
    for (const box of going.values())
      for (const [id, other] of boxes)
        if (isRight(other) && overlaps(other, moved(box), CLOSE) && !overlaps(other, box)) going.set(id, other)
    for (const [id, box] of going) boxes.set(id, moved(box))
  }
  if (down > 0 && isHit(isBelow))
    for (const [id, box] of boxes) if (isBelow(box)) boxes.set(id, { ...box, y: box.y + down })
  return new Map([...boxes].filter(([id, box]) => box !== earlier.get(id)))
}
