import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'
import { createHeap } from './createHeap.ts'
import { BEND, boundsOf, NEAR, type Obstacle, obstaclesOf, strokeCost, type Terrain, widened } from './lineCost.ts'

/** How far outside of its ends a way may go. */
const REACH = 260
/** Beyond this many steps the simple shapes have to do. */
const MOST_STEPS = 8_000
/** What it costs to run through an end of the line itself, a pixel. */
const OWN_END = 100
/** What it costs to meet a side away from its middle, a pixel. */
const OFF_MIDDLE = 0.4
/** A side is met no closer to its corners. */
const INSET = 10

/** How much sooner steps towards the end are tried than others: a little less than the best way, found in a fraction of the time. */
const EAGER = 1.8

/** Where a way is and how it got there: a crossing of a column and a row, come to across or down. */
interface Step {
  readonly state: number
  readonly cost: number
  /** How far the end is, as the crow flies along columns and rows. */
  readonly left: number
  readonly before: Step | null
  /** Where a way begins on the outline of its first box. */
  readonly start: Point | null
}

/** The way between two boxes that costs least, along the lines where there is room; null where none costs less than `most`. */
export function searchWay(from: Box, to: Box, terrain: Terrain, most: number): readonly Point[] | null {
  const reach = widened(boundsOf(from, to), REACH)
  const columns = coordinates(terrain.xs, reach.x, rightOf(reach), [middle(from.x, from.width), middle(to.x, to.width)])
  const rows = coordinates(terrain.ys, reach.y, bottomOf(reach), [middle(from.y, from.height), middle(to.y, to.height)])
  const others = obstaclesOf(terrain, from, to, reach)
  const obstacles = [...others, { box: from, weight: OWN_END }, { box: to, weight: OWN_END }]
  const across = remember((row) => lengthsAlong(columns, (x) => ({ x, y: rows[row]! }), obstacles))
  const down = remember((column) => lengthsAlong(rows, (y) => ({ x: columns[column]!, y }), obstacles))
  const stateOf = (column: number, row: number, axis: number) => (row * columns.length + column) * 2 + axis
  const columnOf = (state: number) => (state >> 1) % columns.length
  const rowOf = (state: number) => Math.floor((state >> 1) / columns.length)
  const at = (state: number): Point => ({ x: columns[columnOf(state)]!, y: rows[rowOf(state)]! })

  let best = null as Best | null
  const least = new Float64Array(columns.length * rows.length * 2).fill(Number.POSITIVE_INFINITY)
  const open = createHeap<Step>(({ cost, left }) => cost + left * EAGER)
  const reachState = (state: number, cost: number, before: Step | null, start: Point | null) => {
    if (cost >= least[state]!) return
    const left = distanceTo(to, at(state))
    if (cost + left >= (best?.cost ?? most)) return
    least[state] = cost
    open.add({ state, cost, left, before, start })
  }
  for (const { column, row, axis, point, off } of portsOf(from, columns, rows)) {
    const state = stateOf(column, row, axis)
    reachState(state, off + strokeCost(point, at(state), others), null, point)
  }
  const ends = new Map(portsOf(to, columns, rows).map((port) => [stateOf(port.column, port.row, port.axis), port]))
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = open.take()
    if (!step) break
    const { state, cost, left } = step
    if (cost > least[state]! || cost + left >= (best?.cost ?? most)) continue
    const axis = state & 1
    for (const next of [ACROSS, DOWN]) {
      const port = ends.get(next === axis ? state : state ^ 1)
      if (!port) continue
      const total = cost + (next === axis ? 0 : BEND) + port.off + strokeCost(at(state), port.point, others)
      if (total < (best?.cost ?? most)) best = { last: step, end: port.point, cost: total }
    }
    const [column, row] = [columnOf(state), rowOf(state)]
    const turn = (to: number) => cost + (to === axis ? 0 : BEND)
    if (column > 0) reachState(stateOf(column - 1, row, ACROSS), turn(ACROSS) + across(row)[column - 1]!, step, null)
    if (column < columns.length - 1)
      reachState(stateOf(column + 1, row, ACROSS), turn(ACROSS) + across(row)[column]!, step, null)
    if (row > 0) reachState(stateOf(column, row - 1, DOWN), turn(DOWN) + down(column)[row - 1]!, step, null)
    if (row < rows.length - 1) reachState(stateOf(column, row + 1, DOWN), turn(DOWN) + down(column)[row]!, step, null)
  }
  return best && cornersTo(best.last, best.end, at)
}

interface Best {
  readonly last: Step
  readonly end: Point
  readonly cost: number
}
const ACROSS = 0
const DOWN = 1

/** What each stroke from one stop to the next costs. */
function lengthsAlong(
  stops: readonly number[],
  at: (stop: number) => Point,
  obstacles: readonly Obstacle[],
): Float64Array {
  const first = at(stops[0]!)
  const last = at(stops.at(-1)!)
  const line = boundsOf({ ...first, width: 0, height: 0 }, { ...last, width: 0, height: 0 })
  const isLevel = first.y === last.y
  const near = obstacles.filter(({ box }) =>
    isLevel
      ? line.y > box.y - NEAR && line.y < bottomOf(box) + NEAR
      : line.x > box.x - NEAR && line.x < rightOf(box) + NEAR,
  )
  const lengths = new Float64Array(stops.length - 1)
  for (let i = 1; i < stops.length; i++) lengths[i - 1] = stops[i]! - stops[i - 1]!
  for (const { box, weight } of near) {
    const [start, end] = isLevel ? [box.x, rightOf(box)] : [box.y, bottomOf(box)]
    for (let i = firstBeyond(stops, start - NEAR); i < stops.length; i++) {
      if (i === 0) continue
      const [a, b] = [stops[i - 1]!, stops[i]!]
      if (a >= end + NEAR) break
      lengths[i - 1]! += weight * Math.max(NEAR, Math.min(b, end) - Math.max(a, start))
    }
  }
  return lengths
}

/** The first of the stops, which are in order, that is greater. */
function firstBeyond(stops: readonly number[], value: number): number {
  let [low, high] = [0, stops.length]
  while (low < high) {
    const half = (low + high) >> 1
    if (stops[half]! > value) high = half
    else low = half + 1
  }
  return low
}

/** Works each answer out once. */
function remember<T>(work: (index: number) => T): (index: number) => T {
  const known: T[] = []
  return (index) => {
    known[index] ??= work(index)
    return known[index]!
  }
}

const middle = (start: number, length: number): number => start + length / 2

const distanceTo = (box: Box, { x, y }: Point): number =>
  Math.max(0, box.x - x, x - rightOf(box)) + Math.max(0, box.y - y, y - bottomOf(box))

/** Where ways may run, in order. */
const coordinates = (all: readonly number[], start: number, end: number, own: readonly number[]): readonly number[] =>
  [...new Set([...all.filter((one) => one > start && one < end), ...own])].sort((a, b) => a - b)

interface Port {
  /** The crossing that one comes to first, leaving the box there. */
  readonly column: number
  readonly row: number
  readonly axis: number
  readonly point: Point
  /** What it costs that the side is not met in its middle. */
  readonly off: number
}

/** Where lines may leave a box: straight out of its four sides. */
function portsOf(box: Box, columns: readonly number[], rows: readonly number[]): readonly Port[] {
  const ports: Port[] = []
  const left = columns.findLastIndex((x) => x <= box.x - 4)
  const right = columns.findIndex((x) => x >= rightOf(box) + 4)
  const above = rows.findLastIndex((y) => y <= box.y - 4)
  const below = rows.findIndex((y) => y >= bottomOf(box) + 4)
  for (const [row, y] of rows.entries()) {
    if (y < box.y + INSET || y > bottomOf(box) - INSET) continue
    const off = Math.abs(y - middle(box.y, box.height)) * OFF_MIDDLE
    if (left >= 0) ports.push({ column: left, row, axis: ACROSS, point: { x: box.x, y }, off })
    if (right >= 0) ports.push({ column: right, row, axis: ACROSS, point: { x: rightOf(box), y }, off })
  }
  for (const [column, x] of columns.entries()) {
    if (x < box.x + INSET || x > rightOf(box) - INSET) continue
    const off = Math.abs(x - middle(box.x, box.width)) * OFF_MIDDLE
    if (above >= 0) ports.push({ column, row: above, axis: DOWN, point: { x, y: box.y }, off })
    if (below >= 0) ports.push({ column, row: below, axis: DOWN, point: { x, y: bottomOf(box) }, off })
  }
  return ports
}

/** The corners of the way to here and on to `end`; what lies on a straight stroke is left out. */
function cornersTo(last: Step, end: Point, at: (state: number) => Point): readonly Point[] {
  const points = [end]
  for (let step: Step | null = last; step; step = step.before) {
    points.push(at(step.state))
    if (step.start) points.push(step.start)
  }
  points.reverse()
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
