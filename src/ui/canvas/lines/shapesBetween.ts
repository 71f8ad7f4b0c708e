import { type Box, bottomOf, rightOf } from '../../../core/layout/index.ts'
import { betweenSides, CLEARANCE, type LineShape, middleX, middleY, plainShape, straightEnds } from './lineShape.ts'

/** The shapes that make sense between two boxes; `xs` and `ys` are where there is room for a middle part. */
export function shapesBetween(from: Box, to: Box, xs: Iterable<number>, ys: Iterable<number>): readonly LineShape[] {
  const shapes: LineShape[] = straightEnds(from, to) ? [{ kind: 'straight' }] : []
  const clearX = (x: number) => isBeside(x, from.x, rightOf(from)) && isBeside(x, to.x, rightOf(to))
  const clearY = (y: number) => isBeside(y, from.y, bottomOf(from)) && isBeside(y, to.y, bottomOf(to))
  const gapX = betweenSides(from.x, rightOf(from), to.x, rightOf(to))
  const gapY = betweenSides(from.y, bottomOf(from), to.y, bottomOf(to))
  for (const x of gapX === null ? xs : [gapX, ...xs]) if (clearX(x)) shapes.push({ kind: 'upright', x })
  for (const y of gapY === null ? ys : [gapY, ...ys]) if (clearY(y)) shapes.push({ kind: 'level', y })
  if (isBeside(middleX(to), from.x, rightOf(from)) && isBeside(middleY(from), to.y, bottomOf(to)))
    shapes.push({ kind: 'across-down' })
  if (isBeside(middleX(from), to.x, rightOf(to)) && isBeside(middleY(to), from.y, bottomOf(from)))
    shapes.push({ kind: 'down-across' })
  return shapes.length > 0 ? shapes : [plainShape(from, to)]
}

const isBeside = (at: number, start: number, end: number): boolean => at <= start - CLEARANCE || at >= end + CLEARANCE
