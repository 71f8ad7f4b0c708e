import { largest } from '../base/largest.ts'
import { type Box, bottomOf, overlaps, type Size } from './box.ts'
import { NODE_SIZES, snap } from './nodeSizes.ts'

const { grid, pad, top } = NODE_SIZES
/** Kept free round everything that is placed. */
const DISTANCE = 8
const REACH = 40

/** Whether nothing of `taken` is in the way of that box. */
export const isFree = (taken: readonly Box[], box: Box): boolean => !taken.some((one) => overlaps(one, box, DISTANCE))

/** The place nearest to `near` where a box of that size touches nothing of `taken`; below everything when all around is full. `bounded` = inside a container. */
export function findFreeSpot(
  taken: readonly Box[],
  { width, height }: Size,
  near: { readonly x: number; readonly y: number },
  bounded: boolean,
): { readonly x: number; readonly y: number } {
  const least = bounded ? { x: pad, y: top } : { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY }
  const x = Math.max(least.x, snap(near.x))
  const y = Math.max(least.y, snap(near.y))
  for (let ring = 0; ring <= REACH; ring++)
    for (const [right, down] of ringSteps(ring)) {
      const at = { x: x + right * grid, y: y + down * grid }
      if (at.x >= least.x && at.y >= least.y && isFree(taken, { ...at, width, height })) return at
    }
  return { x, y: snap(largest(taken.map(bottomOf)) + grid) }
}

/** The steps of a square ring, those straight right and down first. */
function* ringSteps(ring: number): Generator<readonly [number, number]> {
  if (ring === 0) yield [0, 0]
  for (let side = 0; side < ring * 2; side++) {
    const along = (side % 2 === 0 ? 1 : -1) * Math.ceil(side / 2)
    yield [along, ring]
    yield [ring, along]
    yield [along, -ring]
    yield [-ring, along]
  }
  if (ring > 0) {
    yield [ring, ring]
    yield [-ring, ring]
    yield [ring, -ring]
    yield [-ring, -ring]
  }
}
