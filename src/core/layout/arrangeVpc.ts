import { groupBy } from '../base/groupBy.ts'
import { largest } from '../base/largest.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, fitAround, inArea, putAt, sizeAround, sizeIn } from './arranging.ts'
import { extentOf } from './box.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'
import { stackLeaves } from './packLeaves.ts'

const { pad, top, gap, aisle, pitch, leaf } = NODE_SIZES
/** A zone with more subnets than this takes another column. */
const MOST_ROWS = 10

/** Zones as columns, gateways and endpoints to the right of them, tables, groups and ACLs in columns below. */
export function arrangeVpc(arranging: Arranging, id: ConstructId, content: readonly ConstructId[]): void {
  const zones = inArea(arranging, content, 'main')
  arrangeZones(arranging, zones)
  let x: number = pad
  for (const zone of zones) {
    putAt(arranging, zone, x, top)
    x = roundUp(x + sizeIn(arranging, zone).width + gap)
  }
  const zoneBoxes = zones.map((zone) => arranging.boxes.get(zone)!)
  const { right, bottom } = extentOf(zoneBoxes)
  const side = inArea(arranging, content, 'side')
  const rows = Math.max(4, Math.floor((bottom - top + pitch.y - leaf.height) / pitch.y))
  stackLeaves(arranging, side, zones.length > 0 ? roundUp(right + aisle) : pad, top, rows)
  const sideBottom = zones.length > 0 ? bottom : extentOf(side.map((one) => arranging.boxes.get(one)!)).bottom
  const below = inArea(arranging, content, 'below')
  placeBelow(arranging, below, sideBottom === 0 ? top : roundUp(sideBottom + gap), right)
  fitAround(arranging, id, content)
}

/** One column or more for each kind; the kind with the longest column gets the next one that there is room for. */
function placeBelow(arranging: Arranging, ids: readonly ConstructId[], y: number, right: number): void {
  const groups = groupBy(ids, (id) => definitions[arranging.design.constructs[id]!.kind].stands.rank)
  const room = Math.max(groups.size, Math.floor((right - pad + pitch.x - leaf.width) / pitch.x))
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

/** Gives zones of one VPC the same rows: public subnets first, all subnets of a row equally high, all of a zone equally wide. */
export function arrangeZones(arranging: Arranging, zones: readonly ConstructId[]): void {
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
  const rows =
    openRows +
    largest(
      split.map(({ closed }) => closed.length),
      0,
    )
  const rowsPerColumn = Math.max(1, Math.ceil(rows / Math.ceil(rows / MOST_ROWS)) || 1)
  const heights = new Array<number>(rowsPerColumn).fill(0)
  const rowed = split.map(({ zone, open, closed }) => ({
    zone,
    rows: [...open.map((id, i) => ({ id, row: i })), ...closed.map((id, i) => ({ id, row: openRows + i }))],
  }))
  for (const { rows: subnets } of rowed)
    for (const { id, row } of subnets) {
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
