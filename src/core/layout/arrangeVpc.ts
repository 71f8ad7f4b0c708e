import { groupBy } from '../base/groupBy.ts'
import { largest } from '../base/largest.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, fitAround, inArea, putAt, sizeAround, sizeIn } from './arranging.ts'
import { extentOf } from './box.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'
import { stackLeaves } from './packLeaves.ts'

const { pad, top, gap, aisle, pitch, row, rowPitch, leaf } = NODE_SIZES
/** A zone with more subnets than this takes another column. */
const MOST_ROWS = 10
/** With more subnets than this it may take one, where the VPC is better shown so. */
const MOST_TIERS = 3
const MOST_COLUMNS = 4
/** Another arrangement than the first has to be worth it. */
const CLEARLY = 0.9

/** How a VPC may be arranged. */
interface Manner {
  /** Columns of subnets in each zone. */
  readonly columns: number
  /** Columns in which tables, groups and ACLs follow each other to the right of the zones; null = each kind in its own below them. */
  readonly beside: number | null
}

/**
 * Zones as columns, gateways and endpoints to the right of them, tables, groups and ACLs in columns below; or, where many subnets would
 * make a tower of it, in the manner that shows it largest.
 */
export function arrangeVpc(arranging: Arranging, id: ConstructId, content: readonly ConstructId[]): void {
  const zones = inArea(arranging, content, 'main')
  let best: { readonly manner: Manner; readonly cost: number } | null = null
  let last: Manner | null = null
  for (const manner of mannersFor(arranging, zones)) {
    arrangeAs(arranging, id, content, manner)
    last = manner
    const cost = costOf(arranging, id)
    if (!best || cost < best.cost * CLEARLY) best = { manner, cost }
  }
  if (best!.manner !== last) arrangeAs(arranging, id, content, best!.manner)
}

/** The usual manner first. */
function mannersFor(arranging: Arranging, zones: readonly ConstructId[]): readonly Manner[] {
  const { rows } = rowsOfZones(arranging, zones)
  const usual = Math.max(1, Math.ceil(rows / MOST_ROWS))
  const most = rows > MOST_TIERS ? Math.min(MOST_COLUMNS, Math.ceil(rows / 2)) : usual
  const besides = zones.length > 0 ? [null, 1, 2, 3] : [null]
  return Array.from({ length: Math.max(1, most - usual + 1) }, (_, i) => usual + i).flatMap((columns) =>
    besides.map((beside) => ({ columns, beside })),
  )
}

/** What it takes of the canvas, and of a window of the shape that is wanted. */
function costOf({ boxes, shapes: { vpc: shape } }: Arranging, id: ConstructId): number {
  const { width, height } = boxes.get(id)!
  return width * height + Math.max(width / shape, height) ** 2 * shape
}

function arrangeAs(arranging: Arranging, id: ConstructId, content: readonly ConstructId[], manner: Manner): void {
  const zones = inArea(arranging, content, 'main')
  arrangeZones(arranging, zones, manner.columns)
  let x: number = pad
  for (const zone of zones) {
    putAt(arranging, zone, x, top)
    x = roundUp(x + sizeIn(arranging, zone).width + gap)
  }
  const { right, bottom } = extentOf(zones.map((zone) => arranging.boxes.get(zone)!))
  const side = inArea(arranging, content, 'side')
  const left = zones.length > 0 ? roundUp(right + aisle) : pad
  const below = inArea(arranging, content, 'below')
  const room = bottom - top + pitch.y - leaf.height
  const rows = Math.max(4, Math.floor(room / pitch.y))
  stackLeaves(arranging, side, left, top, rows)
  const sides = extentOf(side.map((one) => arranging.boxes.get(one)!))
  if (manner.beside !== null) {
    const y = side.length > 0 ? roundUp(sides.bottom + gap) : top
    stackLeaves(arranging, below, left, y, Math.max(1, Math.ceil(below.length / manner.beside)))
  } else {
    const foot = Math.max(bottom, sides.bottom)
    placeBelow(arranging, below, foot === 0 ? top : roundUp(foot + gap), Math.max(right, sides.right))
  }
  fitAround(arranging, id, content)
}

/** One column or more for each kind; the kind with the longest column gets the next one that there is room for. */
function placeBelow(arranging: Arranging, ids: readonly ConstructId[], y: number, right: number): void {
  const groups = groupBy(ids, (id) => definitions[arranging.design.constructs[id]!.kind].stands.rank)
  const room = Math.max(groups.size, Math.floor((right - pad + rowPitch.x - row.width) / rowPitch.x))
  const columns = [...groups.values()].map((members) => ({ members, count: 1 }))
  const rowsOf = (one: (typeof columns)[number]) => Math.ceil(one.members.length / one.count)
  for (let spare = room - columns.length; spare > 0; spare--) {
    const longest = columns.reduce((a, b) => (rowsOf(b) > rowsOf(a) ? b : a), columns[0]!)
    if (!longest || rowsOf(longest) < 2) break
    longest.count++
  }
  let x: number = pad
  for (const one of columns) x = stackLeaves(arranging, one.members, x, y, rowsOf(one))
}

/** The subnets of each zone, and how many rows they make: public ones are those of the first rows. */
function rowsOfZones(arranging: Arranging, zones: readonly ConstructId[]) {
  const split = zones.map((zone) => {
    const subnets = arranging.contentOf(zone)
    return {
      zone,
      open: subnets.filter((id) => arranging.isPublic.has(id)),
      closed: subnets.filter((id) => !arranging.isPublic.has(id)),
    }
  })
  const openRows = largest(
    split.map(({ open }) => open.length),
    0,
  )
  const closedRows = largest(
    split.map(({ closed }) => closed.length),
    0,
  )
  return { split, openRows, rows: openRows + closedRows }
}

/** Gives zones of one VPC the same rows: public subnets first, all subnets of a row equally high, all of a zone equally wide. */
export function arrangeZones(arranging: Arranging, zones: readonly ConstructId[], columns?: number): void {
  const { split, openRows, rows } = rowsOfZones(arranging, zones)
  const rowsPerColumn = Math.max(1, Math.ceil(rows / (columns ?? Math.ceil(rows / MOST_ROWS))) || 1)
  const heights = new Array<number>(rowsPerColumn).fill(0)
  const rowed = split.map(({ zone, open, closed }) => ({
    zone,
    rows: [...open.map((id, i) => ({ id, row: i })), ...closed.map((id, i) => ({ id, row: openRows + i }))],
  }))
  for (const { rows: subnets } of rowed)
    for (const { id, row } of subnets) {
      // another manner may have stretched it
      fitAround(arranging, id, arranging.contentOf(id))
      const at = row % rowsPerColumn
      heights[at] = Math.max(heights[at]!, sizeIn(arranging, id).height)
    }
  const tops: number[] = []
  let next: number = top
  for (const height of heights) {
    tops.push(next)
    next = roundUp(next + height + (height && gap))
  }
  for (const { rows: subnets } of rowed) {
    const width = largest(
      subnets.map(({ id }) => sizeIn(arranging, id).width),
      0,
    )
    for (const { id, row } of subnets) {
      const column = Math.floor(row / rowsPerColumn)
      const at = row % rowsPerColumn
      arranging.boxes.set(id, { x: pad + column * roundUp(width + gap), y: tops[at]!, width, height: heights[at]! })
    }
  }
  const foot = Math.max(0, tops.at(-1)! + heights.at(-1)!)
  for (const { zone, rows: subnets } of rowed) {
    const { width, height } = sizeAround(
      arranging.design,
      zone,
      subnets.map(({ id }) => arranging.boxes.get(id)!),
    )
    arranging.boxes.set(zone, { x: 0, y: 0, width, height: Math.max(height, roundUp(foot + pad)) })
  }
}
