import { groupBy } from '../base/groupBy.ts'
import { regionOf } from '../model/containment.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Arranging, fitAround, inArea, putAt, sizeIn } from './arranging.ts'
import { extentOf } from './box.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'
import { packLeaves, stackLeaves } from './packLeaves.ts'
import { packShelves } from './packShelves.ts'

const { pad, top, gap, aisle, pitch, leaf } = NODE_SIZES
const ACCOUNTS_IN_A_ROW = 6
/** A kind of line with more members than this takes another column. */
const MOST_AT_FOOT = 6

/**
 * VPCs in rows; what lies outside any VPC in columns to the right, services as high as the endpoints that lead to them; what joins
 * VPCs with each other and with networks outside in a row below.
 */
export function arrangeRegion(arranging: Arranging, id: ConstructId, content: readonly ConstructId[]): void {
  const { shapes } = arranging
  const vpcs = inArea(arranging, content, 'main')
  const side = inArea(arranging, content, 'side')
  const { right, bottom } = packShelves(arranging, vpcs, pad, top, gap * 2, shapes.region)
  const x = vpcs.length > 0 ? roundUp(right + aisle) : pad
  const rows = Math.max(4, Math.floor((bottom - top * 2 + pitch.y - leaf.height) / pitch.y))
  if (side.length > rows) stackLeaves(arranging, side, x, top, rows)
  else placeBesideEndpoints(arranging, vpcs, side, x)
  const { bottom: foot } = extentOf([...vpcs, ...side].map((one) => arranging.boxes.get(one)!))
  arrangeFoot(arranging, inArea(arranging, content, 'foot'), pad, foot === 0 ? top : roundUp(foot + aisle))
  fitAround(arranging, id, content)
}

/** Transit gateways and networks side by side, and to their right a column for each kind of line that ends at them. */
function arrangeFoot(arranging: Arranging, ids: readonly ConstructId[], left: number, y: number): void {
  const kindOf = (id: ConstructId) => arranging.design.constructs[id]!.kind
  const containers = ids.filter((id) => definitions[kindOf(id)].container)
  let { right: x } = packShelves(arranging, containers, left, y, gap * 2, arranging.shapes.region)
  x = containers.length > 0 ? roundUp(x + aisle) : left
  const leaves = groupBy(ids, (id) => (definitions[kindOf(id)].container ? null : kindOf(id)))
  for (const members of leaves.values()) x = stackLeaves(arranging, members, x, y, MOST_AT_FOOT)
}

/** One column: each service at the height of the first endpoint that leads to it, the rest after them. */
function placeBesideEndpoints(
  arranging: Arranging,
  vpcs: readonly ConstructId[],
  side: readonly ConstructId[],
  x: number,
): void {
  const heights = new Map<string, number>()
  for (const vpc of vpcs)
    for (const one of arranging.contentOf(vpc)) {
      const service = serviceOf(arranging, one)
      const y = arranging.boxes.get(vpc)!.y + arranging.boxes.get(one)!.y
      if (service !== null && !heights.has(service)) heights.set(service, y)
    }
  const wishes = side
    .map((id) => ({ id, y: heights.get(serviceOf(arranging, id) ?? '') ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.y === b.y ? 0 : a.y - b.y))
  let next = vpcs.length > 0 ? top * 2 : top
  for (const { id, y } of wishes) {
    const at = Number.isFinite(y) ? Math.max(next, y) : next
    putAt(arranging, id, x, at)
    next = at + pitch.y
  }
}

/** The service that it leads to or is part of. */
function serviceOf({ design }: Arranging, id: ConstructId): string | null {
  const construct = design.constructs[id]!
  return definitions[construct.kind].service?.(construct, regionOf(design, id)?.code) ?? null
}

/**
 * Accounts in a row on top, Regions below them, internet hosts and hosted zones to the right, networks outside AWS below; what has lost
 * its container comes last.
 */
export function arrangeCanvas(arranging: Arranging, content: readonly ConstructId[]): void {
  const accounts = inArea(arranging, content, 'above')
  packLeaves(arranging, accounts, 0, 0, ACCOUNTS_IN_A_ROW)
  const start = Math.ceil(accounts.length / ACCOUNTS_IN_A_ROW) * pitch.y + (accounts.length > 0 ? gap : 0)
  const isRoot = (id: ConstructId) => definitions[arranging.design.constructs[id]!.kind].parent === null
  const regions = inArea(arranging, content, 'main').filter(isRoot)
  const { right, bottom } = packShelves(arranging, regions, 0, start, aisle, arranging.shapes.canvas)
  const hosts = inArea(arranging, content, 'side').filter(isRoot)
  const rows = Math.max(8, Math.floor((bottom - start) / pitch.y))
  stackLeaves(
    arranging,
    hosts,
    regions.length > 0 ? roundUp(right + aisle) : 0,
    regions.length > 0 ? start + top * 2 : start,
    rows,
  )
  const bottomAmong = (ids: readonly ConstructId[]) =>
    extentOf(ids.map((id) => ({ ...arranging.boxes.get(id)!, ...sizeIn(arranging, id) }))).bottom
  const networks = inArea(arranging, content, 'foot').filter(isRoot)
  const ground = bottomAmong([...regions, ...hosts])
  arrangeFoot(arranging, networks, 0, ground === 0 ? start : roundUp(ground + aisle))
  const stray = content.filter((id) => !isRoot(id))
  const foot = bottomAmong([...regions, ...hosts, ...networks])
  packShelves(arranging, stray, 0, roundUp(Math.max(foot, start) + gap * 2), gap, arranging.shapes.canvas)
}
