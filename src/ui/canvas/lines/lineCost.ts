import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'

/** Something that a line had better not run through, and what each pixel of it costs. */
export interface Obstacle {
  readonly box: Box
  readonly weight: number
}
/** What lies about where lines are drawn. */
export interface Terrain {
  readonly obstacles: readonly Obstacle[]
  /** Where there is room between things for upright and level parts. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** What a corner costs; a pixel of length costs 1. */
export const BEND = 24
/** Beside a thing there is no room for a line. */
export const NEAR = 3

/** What a pixel over another line costs, and how far beside it there is room again. */
const OVER_LINE = 2
const BESIDE_LINE = 7

/** The terrain with a line drawn on it, which others had better not be drawn over. */
export function withLine(terrain: Terrain, corners: readonly Point[]): Terrain {
  const strokes = corners.flatMap((end, i) => {
    const start = corners[i - 1]
    return start ? [boundsOf({ ...start, width: 0, height: 0 }, { ...end, width: 0, height: 0 })] : []
  })
  const beside = (at: number) => [at - BESIDE_LINE, at + BESIDE_LINE]
  return {
    obstacles: [...terrain.obstacles, ...strokes.map((box) => ({ box, weight: OVER_LINE }))],
    xs: [...terrain.xs, ...strokes.flatMap(({ x, width }) => (width === 0 ? beside(x) : []))],
    ys: [...terrain.ys, ...strokes.flatMap(({ y, height }) => (height === 0 ? beside(y) : []))],
  }
}

/** The obstacles of a line between two boxes: not what the ends are, lie in or hold. */
export const obstaclesOf = (terrain: Terrain, from: Box, to: Box, around: Box): readonly Obstacle[] =>
  terrain.obstacles.filter(
    ({ box }) => touches(around, box) && ![from, to].some((end) => holds(box, end) || holds(end, box)),
  )

/** The cost of a line along these corners; stops counting beyond `most`. */
export function costOf(corners: readonly Point[], obstacles: readonly Obstacle[], most: number): number {
  let cost = Math.max(0, corners.length - 2) * BEND
  for (const [i, end] of corners.entries()) {
    const start = corners[i - 1]
    if (start) cost += strokeCost(start, end, obstacles)
    if (cost >= most) return cost
  }
  return cost
}

/** The length of one stroke, and what it runs through. */
export function strokeCost(start: Point, end: Point, obstacles: readonly Obstacle[]): number {
  const stroke = boundsOf({ ...start, width: 0, height: 0 }, { ...end, width: 0, height: 0 })
  let cost = stroke.width + stroke.height
  for (const { box, weight } of obstacles)
    if (touches(box, stroke, NEAR)) {
      const across = Math.min(rightOf(stroke), rightOf(box)) - Math.max(stroke.x, box.x)
      const down = Math.min(bottomOf(stroke), bottomOf(box)) - Math.max(stroke.y, box.y)
      cost += weight * Math.max(NEAR, across, down)
    }
  return cost
}

/** The least box round both. */
export function boundsOf(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(rightOf(a), rightOf(b)) - x, height: Math.max(bottomOf(a), bottomOf(b)) - y }
}

/** The box, larger by that much on every side. */
export const widened = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + by * 2,
  height: height + by * 2,
})

const touches = (a: Box, b: Box, near = 0): boolean =>
  a.x - near < rightOf(b) && b.x < rightOf(a) + near && a.y - near < bottomOf(b) && b.y < bottomOf(a) + near

/** Whether one box lies in the other, or is the same. */
const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && rightOf(outer) >= rightOf(inner) && bottomOf(outer) >= bottomOf(inner)
