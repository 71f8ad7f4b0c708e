import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'
import { cornersOf, type LineShape, shapesBetween } from './lineShape.ts'

/** Something that a line had better not cross, and how much detour it is worth. */
export interface Obstacle {
  readonly box: Box
  readonly weight: number
}
/** What lies about where lines are drawn. */
export interface Terrain {
  readonly obstacles: readonly Obstacle[]
  /** Where there is room between containers for upright and level parts. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

const BEND = 24
const NEAR = 3

/** The shape of the line between two boxes that crosses least, and is short. */
export function routeLine(from: Box, to: Box, terrain: Terrain): LineShape {
  const reach = boundsOf(from, to)
  const within = (at: number, start: number, end: number) => at > start - MARGIN && at < end + MARGIN
  const shapes = shapesBetween(
    from,
    to,
    terrain.xs.filter((x) => within(x, reach.x, rightOf(reach))),
    terrain.ys.filter((y) => within(y, reach.y, bottomOf(reach))),
  )
  if (shapes.length === 1) return shapes[0]!
  const around: Box = {
    x: reach.x - MARGIN,
    y: reach.y - MARGIN,
    width: reach.width + MARGIN * 2,
    height: reach.height + MARGIN * 2,
  }
  const near = terrain.obstacles.filter(({ box }) => touches(around, box) && !holds(box, from) && !holds(box, to))
  let best = shapes[0]!
  let least = Number.POSITIVE_INFINITY
  for (const shape of shapes) {
    const cost = costOf(cornersOf(from, to, shape), near, least)
    if (cost < least) {
      least = cost
      best = shape
    }
  }
  return best
}

const MARGIN = 40

function costOf(corners: readonly Point[], obstacles: readonly Obstacle[], most: number): number {
  let cost = corners.length * BEND
  for (const [i, end] of corners.entries()) {
    const start = corners[i - 1]
    if (!start) continue
    cost += Math.abs(end.x - start.x) + Math.abs(end.y - start.y)
    const stroke = boundsOf({ ...start, width: 0, height: 0 }, { ...end, width: 0, height: 0 })
    for (const { box, weight } of obstacles) if (touches(box, stroke, NEAR)) cost += weight
    if (cost >= most) return cost
  }
  return cost
}

function boundsOf(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(rightOf(a), rightOf(b)) - x, height: Math.max(bottomOf(a), bottomOf(b)) - y }
}

const touches = (a: Box, b: Box, near = 0): boolean =>
  a.x - near < rightOf(b) && b.x < rightOf(a) + near && a.y - near < bottomOf(b) && b.y < bottomOf(a) + near

/** Whether the obstacle is the end of the line itself, or lies round it. */
const holds = (box: Box, end: Box): boolean =>
  box.x <= end.x && box.y <= end.y && rightOf(box) >= rightOf(end) && bottomOf(box) >= bottomOf(end)
