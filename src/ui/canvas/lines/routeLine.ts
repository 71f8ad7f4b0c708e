import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'
import { boundsOf, costOf, type Obstacle, obstaclesOf, type Terrain, widened } from './lineCost.ts'
import { cornersOf, type LineShape, plainShape } from './lineShape.ts'
import { shapesBetween } from './shapesBetween.ts'

/** Looks for a way with as many corners as it takes; a part of its own (`searchWay.ts`), which comes after the page. */
type SearchWay = (from: Box, to: Box, terrain: Terrain, most: number) => readonly Point[] | null

const MARGIN = 40
/** A line past more than this would take long to find a way, and be followed by nobody. */
const MOST_PASSED = 500

/** The shape of the line between two boxes that crosses least, and is short. */
export function routeLine(from: Box, to: Box, terrain: Terrain, searchWay: SearchWay | null = null): LineShape {
  const reach = widened(boundsOf(from, to), MARGIN)
  const near = obstaclesOf(terrain, from, to, widened(reach, MARGIN))
  if (near.length > MOST_PASSED) return plainShape(from, to)
  const shapes = shapesBetween(
    from,
    to,
    terrain.xs.filter((x) => x > reach.x && x < rightOf(reach)),
    terrain.ys.filter((y) => y > reach.y && y < bottomOf(reach)),
  )
  const best = cheapest(from, to, shapes, near)
  // one that crosses nothing is left as it is, if it is not a long way round
  if (!searchWay || best.cost === best.bare) return best.shape
  const corners = searchWay(from, to, terrain, best.cost)
  return corners ? { kind: 'round', from, to, corners } : best.shape
}

function cheapest(from: Box, to: Box, shapes: readonly LineShape[], obstacles: readonly Obstacle[]) {
  let best = { shape: shapes[0]!, cost: Number.POSITIVE_INFINITY, bare: 0 }
  for (const shape of shapes) {
    const corners = cornersOf(from, to, shape)
    const cost = costOf(corners, obstacles, best.cost)
    if (cost < best.cost) best = { shape, cost, bare: costOf(corners, [], Number.POSITIVE_INFINITY) }
  }
  return best
}
