import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'
import { createHeap } from './createHeap.ts'
import { BEND, boundsOf, NEAR, obstaclesOf, strokeCost, type Terrain, widened } from './lineCost.ts'

/** How far outside of its ends a way may go. */
const REACH = 260
/** Beyond this many steps the simple shapes have to do. */
const MOST_STEPS = 12_000
/** What it costs to run through an end of the line itself, a pixel. */
const OWN_END = 100
/** What it costs to meet a side away from its middle, a pixel. */
const OFF_MIDDLE = 0.4
/** A side is met no closer to its corners. */
const INSET = 10

type Axis = 'across' | 'down'
interface Step {
  readonly column: number
  readonly row: number
  readonly axis: Axis
  readonly cost: number
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
  const at = (column: number, row: number): Point => ({ x: columns[column]!, y: rows[row]! })
  const onRow = remember((row) => obstacles.filter(({ box }) => isBeside(rows[row]!, box.y, bottomOf(box))))
  const onColumn = remember((column) => obstacles.filter(({ box }) => isBeside(columns[column]!, box.x, rightOf(box))))
  const stroke = (a: Point, b: Point) => strokeCost(a, b, others)

  const open = createHeap<Step>((step) => step.cost + distanceTo(to, at(step.column, step.row)))
  for (const { column, row, axis, point, off } of portsOf(from, columns, rows))
    open.add({ column, row, axis, before: null, start: point, cost: off + stroke(point, at(column, row)) })
  const ends = new Map(portsOf(to, columns, rows).map((port) => [keyOf(port.column, port.row, port.axis), port]))
  const done = new Set<string>()
  let best: { readonly corners: readonly Point[]; readonly cost: number } | null = null
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = open.take()
    if (!step || step.cost >= (best?.cost ?? most)) break
    const { column, row, axis, cost } = step
    const key = keyOf(column, row, axis)
    if (done.has(key)) continue
    done.add(key)
    for (const next of ['across', 'down'] as const) {
      const port = ends.get(keyOf(column, row, next))
      if (!port) continue
      const total = cost + (next === axis ? 0 : BEND) + port.off + stroke(at(column, row), port.point)
      if (total < (best?.cost ?? most)) best = { corners: cornersTo(step, port.point, at), cost: total }
    }
    for (const [right, down] of DIRECTIONS) {
      const next = { column: column + right, row: row + down }
      if (!(next.column in columns) || !(next.row in rows)) continue
      const turned: Axis = right === 0 ? 'down' : 'across'
      if (done.has(keyOf(next.column, next.row, turned))) continue
      const inTheWay = turned === 'across' ? onRow(row) : onColumn(column)
      const length = strokeCost(at(column, row), at(next.column, next.row), inTheWay)
      const further = cost + length + (turned === axis ? 0 : BEND)
      if (further < (best?.cost ?? most)) open.add({ ...next, axis: turned, cost: further, before: step, start: null })
    }
  }
  return best?.corners ?? null
}

const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

const isBeside = (at: number, start: number, end: number): boolean => at > start - NEAR && at < end + NEAR

/** Works each answer out once. */
function remember<T>(work: (index: number) => T): (index: number) => T {
  const known: T[] = []
  return (index) => {
    known[index] ??= work(index)
    return known[index]!
  }
}

const middle = (start: number, length: number): number => start + length / 2
const keyOf = (column: number, row: number, axis: Axis): string => `${column} ${row} ${axis}`

const distanceTo = (box: Box, { x, y }: Point): number =>
  Math.max(0, box.x - x, x - rightOf(box)) + Math.max(0, box.y - y, y - bottomOf(box))

/** Where ways may run, in order. */
const coordinates = (all: readonly number[], start: number, end: number, own: readonly number[]): readonly number[] =>
  [...new Set([...all.filter((one) => one > start && one < end), ...own])].sort((a, b) => a - b)

interface Port {
  /** The crossing that one comes to first, leaving the box there. */
  readonly column: number
  readonly row: number
  readonly axis: Axis
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
    if (left >= 0) ports.push({ column: left, row, axis: 'across', point: { x: box.x, y }, off })
    if (right >= 0) ports.push({ column: right, row, axis: 'across', point: { x: rightOf(box), y }, off })
  }
  for (const [column, x] of columns.entries()) {
    if (x < box.x + INSET || x > rightOf(box) - INSET) continue
    const off = Math.abs(x - middle(box.x, box.width)) * OFF_MIDDLE
    if (above >= 0) ports.push({ column, row: above, axis: 'down', point: { x, y: box.y }, off })
    if (below >= 0) ports.push({ column, row: below, axis: 'down', point: { x, y: bottomOf(box) }, off })
  }
  return ports
}

/** The corners of the way to here and on to `end`; what lies on a straight stroke is left out. */
function cornersTo(last: Step, end: Point, at: (column: number, row: number) => Point): readonly Point[] {
  const points = [end]
  for (let step: Step | null = last; step; step = step.before) {
    points.push(at(step.column, step.row))
    if (step.start) points.push(step.start)
  }
  points.reverse()
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
