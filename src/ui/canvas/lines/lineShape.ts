import { type Box, bottomOf, type Point, rightOf } from '../../../core/layout/index.ts'

/** How a line runs: across and then down, or with its middle part at a given x or y of the canvas. */
export type LineShape =
  | { readonly kind: 'straight' }
  | { readonly kind: 'across-down' }
  | { readonly kind: 'down-across' }
  | { readonly kind: 'upright'; readonly x: number }
  | { readonly kind: 'level'; readonly y: number }
  | Round
/** A way with as many corners as it takes, and the ends that it was found for. */
interface Round {
  readonly kind: 'round'
  readonly from: Box
  readonly to: Box
  readonly corners: readonly Point[]
}

/** Sides that overlap by this much are joined by one straight stroke. */
const ROOM = 16
/** A line keeps this far from the sides that it does not meet. */
export const CLEARANCE = 8

/** The middle of a box. */
export const middleX = (box: Box): number => box.x + box.width / 2
export const middleY = (box: Box): number => box.y + box.height / 2

/** The shape of a line that looks at nothing but its ends. */
export function plainShape(from: Box, to: Box): LineShape {
  if (straightEnds(from, to)) return { kind: 'straight' }
  const x = betweenSides(from.x, rightOf(from), to.x, rightOf(to))
  if (x !== null) return { kind: 'upright', x }
  const y = betweenSides(from.y, bottomOf(from), to.y, bottomOf(to))
  return y === null
    ? { kind: 'upright', x: Math.max(rightOf(from), rightOf(to)) + CLEARANCE * 2 }
    : { kind: 'level', y }
}

/** The middle of the room between two stretches; null where they overlap. */
export function betweenSides(from: number, fromEnd: number, to: number, toEnd: number): number | null {
  const [start, end] = fromEnd <= to ? [fromEnd, to] : [toEnd, from]
  return end - start >= CLEARANCE * 2 ? (start + end) / 2 : null
}

/** The corners of a line of that shape, from side to side. */
export function cornersOf(from: Box, to: Box, shape: LineShape): readonly Point[] {
  switch (shape.kind) {
    case 'straight':
      return straightEnds(from, to) ?? cornersOf(from, to, plainShape(from, to))
    case 'round':
      return movedAlong(from, to, shape) ?? cornersOf(from, to, plainShape(from, to))
    case 'across-down': {
      const x = middleX(to)
      const y = middleY(from)
      return [
        { x: x > from.x ? rightOf(from) : from.x, y },
        { x, y },
        { x, y: y < to.y ? to.y : bottomOf(to) },
      ]
    }
    case 'down-across':
      return [...cornersOf(to, from, { kind: 'across-down' })].reverse()
    case 'upright': {
      const { x } = shape
      const start = { x: x > from.x ? rightOf(from) : from.x, y: middleY(from) }
      const end = { x: x > to.x ? rightOf(to) : to.x, y: middleY(to) }
      return [start, { x, y: start.y }, { x, y: end.y }, end]
    }
    case 'level': {
      const { y } = shape
      const start = { x: middleX(from), y: y > from.y ? bottomOf(from) : from.y }
      const end = { x: middleX(to), y: y > to.y ? bottomOf(to) : to.y }
      return [start, { x: start.x, y }, { x: end.x, y }, end]
    }
  }
}

/** The way while both ends are where it was found, or have moved together; null once one of them is dragged away. */
function movedAlong(from: Box, to: Box, found: Round): readonly Point[] | null {
  const x = from.x - found.from.x
  const y = from.y - found.from.y
  if (Math.abs(to.x - found.to.x - x) > 0.5 || Math.abs(to.y - found.to.y - y) > 0.5) return null
  return x === 0 && y === 0 ? found.corners : found.corners.map((corner) => ({ x: corner.x + x, y: corner.y + y }))
}

/** The ends of one straight stroke between sides that face each other; null where they do not overlap enough. */
export function straightEnds(from: Box, to: Box): readonly [Point, Point] | null {
  const y = commonMiddle(from.y, bottomOf(from), to.y, bottomOf(to))
  if (y !== null && (rightOf(from) <= to.x || rightOf(to) <= from.x)) {
    const right = rightOf(from) <= to.x
    return [
      { x: right ? rightOf(from) : from.x, y },
      { x: right ? to.x : rightOf(to), y },
    ]
  }
  const x = commonMiddle(from.x, rightOf(from), to.x, rightOf(to))
  if (x !== null && (bottomOf(from) <= to.y || bottomOf(to) <= from.y)) {
    const down = bottomOf(from) <= to.y
    return [
      { x, y: down ? bottomOf(from) : from.y },
      { x, y: down ? to.y : bottomOf(to) },
    ]
  }
  return null
}

function commonMiddle(from: number, fromEnd: number, to: number, toEnd: number): number | null {
  const [start, end] = [Math.max(from, to), Math.min(fromEnd, toEnd)]
  return end - start >= ROOM ? (start + end) / 2 : null
}
