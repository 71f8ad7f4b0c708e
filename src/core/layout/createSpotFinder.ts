import { largest } from '../base/largest.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Area } from '../model/kinds/standing.ts'
import { type Box, bottomOf, rightOf, type Size } from './box.ts'
import { isFree } from './findFreeSpot.ts'
import { leafSizeOf, pitchOf } from './leafSizeOf.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'

const { pad, top, gap, aisle, leaf } = NODE_SIZES

/** Finds places for newcomers among what stands in one container. */
export interface SpotFinder {
  place(id: ConstructId, size: Size): Box
}

type Point = Pick<Box, 'x' | 'y'>

interface Cursor {
  readonly x: number
  readonly y: number
  readonly columns: number
  next: number
}

/** `standing`: the content with a place by now. `width` of the container as drawn, null = the open canvas. */
export function createSpotFinder(
  design: Design,
  standing: ReadonlyMap<ConstructId, Box>,
  width: number | null,
): SpotFinder {
  const areaOf = (id: ConstructId): Area => definitions[design.constructs[id]!.kind].stands.area
  const taken = createCells()
  const mains = createExtent()
  const all = createExtent()
  const cursors = new Map<Area, Cursor>()
  const note = (id: ConstructId, box: Box) => {
    taken.add(box)
    all.add(box)
    if (areaOf(id) === 'main') mains.add(box)
  }
  for (const [id, box] of standing) note(id, box)
  const origin = width === null ? { x: 0, y: 0 } : { x: pad, y: top }

  /** Leaves go on in rows of their area, from where its first one stands. */
  const openArea = (area: Area, pitch: Point): Cursor => {
    const peers = [...standing].filter(([id]) => areaOf(id) === area).map(([, box]) => box)
    const isAlone = mains.last === null
    const free: { readonly [A in Area]: { x: number; y: number } } = {
      main: origin,
      inside: origin,
      above: { x: origin.x, y: isAlone ? 0 : Math.min(0, mains.top) - pitch.y - gap },
      side: isAlone ? origin : { x: roundUp(mains.right + aisle), y: origin.y + (width === null ? top * 2 : 0) },
      below: isAlone ? origin : { x: origin.x, y: roundUp(mains.bottom + gap) },
      foot: all.last === null ? origin : { x: origin.x, y: roundUp(all.bottom + aisle) },
    }
    const first = peers.reduce((a, b) => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) }), peers[0] ?? free[area])
    const room = (area === 'below' && !isAlone ? mains.right : (width ?? 0)) - first.x + pitch.x - leaf.width
    const columns = area === 'side' ? 1 : Math.max(1, Math.floor(room / pitch.x))
    return { x: first.x, y: first.y, columns, next: 0 }
  }

  const placeLeaf = (kind: ConstructKind): Box => {
    const { area } = definitions[kind].stands
    const pitch = pitchOf(kind)
    const cursor = cursors.get(area) ?? openArea(area, pitch)
    cursors.set(area, cursor)
    for (;;) {
      const at = cursor.next++
      const x = cursor.x + (at % cursor.columns) * pitch.x
      const box = { x, y: cursor.y + Math.floor(at / cursor.columns) * pitch.y, ...leafSizeOf(kind) }
      if (taken.isFree(box)) return box
    }
  }

  /** Subnets go under the last one, other containers to the right of it. */
  const placeContainer = (id: ConstructId, size: Size): Box => {
    const { last } = mains
    if (areaOf(id) === 'foot') {
      // Beside the last of its like, else under all that stands.
      const peers = [...standing].filter(([other]) => areaOf(other) === 'foot').map(([, one]) => one)
      const level = peers.at(-1)
      const box = level
        ? { ...size, x: roundUp(largest(peers.map(rightOf)) + gap), y: level.y }
        : { ...size, x: origin.x, y: all.last === null ? origin.y : roundUp(all.bottom + aisle) }
      return taken.isFree(box) ? box : { ...box, x: origin.x, y: roundUp(all.bottom + gap) }
    }
    if (!last) {
      const box = { ...size, ...origin }
      return taken.isFree(box) ? box : { ...box, y: roundUp(all.bottom + gap) }
    }
    const stacks = design.constructs[id]!.kind === 'subnet'
    const beside = stacks ? { x: last.x, y: roundUp(mains.bottom + gap) } : { x: roundUp(mains.right + gap), y: last.y }
    const box = { ...size, ...beside }
    return taken.isFree(box) ? box : { ...box, x: roundUp(all.right + gap), y: last.y }
  }

  return {
    place(id, size) {
      const isContainer = definitions[design.constructs[id]!.kind].container
      const box = isContainer ? placeContainer(id, size) : placeLeaf(design.constructs[id]!.kind)
      note(id, box)
      return box
    },
  }
}

/** How far a growing set of boxes reaches. */
function createExtent() {
  return {
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    last: null as Box | null,
    add(box: Box): void {
      this.right = Math.max(this.right, rightOf(box))
      this.bottom = Math.max(this.bottom, bottomOf(box))
      this.top = Math.min(this.top, box.y)
      this.last = box
    },
  }
}

const CELL = 240

/** Boxes by the squares of the canvas that they touch, so that asking for free room looks at few of them. */
function createCells() {
  const cells = new Map<string, Box[]>()
  const keysOf = function* (box: Box): Generator<string> {
    for (let x = Math.floor((box.x - gap) / CELL); x <= Math.floor((rightOf(box) + gap) / CELL); x++)
      for (let y = Math.floor((box.y - gap) / CELL); y <= Math.floor((bottomOf(box) + gap) / CELL); y++)
        yield `${x},${y}`
  }
  return {
    add(box: Box): void {
      for (const key of keysOf(box)) {
        const list = cells.get(key)
        if (list) list.push(box)
        else cells.set(key, [box])
      }
    },
    isFree(box: Box): boolean {
      for (const key of keysOf(box)) if (!isFree(cells.get(key) ?? [], box)) return false
      return true
    },
  }
}
