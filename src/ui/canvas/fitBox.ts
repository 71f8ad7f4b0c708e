import { type Box, bottomOf, rightOf, type Size } from '../../core/layout/index.ts'

/** Where the canvas is looked at from: a point of it at zoom 1 is drawn at `point * zoom + (x, y)`. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Room round what is fitted; below it stands the zoom bar. */
const ROOM = { top: 28, left: 28, right: 28, bottom: 64 } as const
/** Room that is left beside the map, which stands in the lower right corner. */
const BESIDE_MAP = 24
/** A small design is not blown up to fill the screen. */
const MOST_FITTED = 1.1
const LEAST = 0.02
/** What is led to is not shown smaller than this while it fits. */
const READABLE = 0.35
/** The whole drawing is shown instead of a part where it is not much smaller. */
const NEARLY = 0.65

/** The view that shows a box as large as it goes, and nothing of `parts` (what is drawn of it) under the map (null = not there). */
export function fitBox(box: Box, parts: readonly Box[], room: Size, map: Size | null, most = MOST_FITTED): View {
  const full = fitInto(box, { ...ROOM }, room, most)
  if (!map || !parts.some((part) => isUnder(part, full, room, map))) return full
  const beside = fitInto(box, { ...ROOM, right: map.width + BESIDE_MAP }, room, most)
  const above = fitInto(box, { ...ROOM, bottom: map.height + BESIDE_MAP * 2 }, room, most)
  return above.zoom > beside.zoom ? above : beside
}

function fitInto(
  { x, y, width, height }: Box,
  edge: Record<keyof typeof ROOM, number>,
  room: Size,
  most: number,
): View {
  const across = Math.max(1, room.width - edge.left - edge.right)
  const down = Math.max(1, room.height - edge.top - edge.bottom)
  const zoom = Math.max(LEAST, Math.min(most, across / Math.max(1, width), down / Math.max(1, height)))
  return {
    x: edge.left + (across - width * zoom) / 2 - x * zoom,
    y: edge.top + (down - height * zoom) / 2 - y * zoom,
    zoom,
  }
}

const isUnder = (box: Box, { x, y, zoom }: View, room: Size, map: Size): boolean =>
  rightOf(box) * zoom + x > room.width - map.width - BESIDE_MAP &&
  bottomOf(box) * zoom + y > room.height - map.height - BESIDE_MAP * 1.5

/**
 * The view that shows a box and is as near as it can be to the present one: that itself where it shows the box, the whole drawing (null =
 * not that) where it is not much smaller, else moved by no more than it takes.
 */
export function revealBox(box: Box, now: View, room: Size, whole: View | null): View {
  const left = box.x * now.zoom + now.x
  const top = box.y * now.zoom + now.y
  const [right, bottom] = [left + box.width * now.zoom, top + box.height * now.zoom]
  const fits = left >= 0 && top >= 0 && right <= room.width && bottom <= room.height
  const covers = left <= 0 && top <= 0 && right >= room.width && bottom >= room.height
  if (fits || covers) return now
  if (whole && whole.zoom >= now.zoom * NEARLY) return whole
  const most = fitInto(box, { ...ROOM }, room, MOST_FITTED).zoom
  const zoom = Math.min(most, Math.max(now.zoom, READABLE))
  const shift = (start: number, length: number, at: number, before: number, after: number): number => {
    const [first, last] = [start * zoom + at, (start + length) * zoom + at]
    return first < before ? at + before - first : last > after ? at + after - last : at
  }
  // where the zoom changes it does so about the middle of the view
  const about = (at: number, length: number) => length / 2 - ((length / 2 - at) / now.zoom) * zoom
  return {
    x: shift(box.x, box.width, about(now.x, room.width), ROOM.left, room.width - ROOM.right),
    y: shift(box.y, box.height, about(now.y, room.height), ROOM.top, room.height - ROOM.bottom),
    zoom,
  }
}
