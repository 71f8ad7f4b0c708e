import type { Point } from '../../../core/layout/index.ts'
import type { LabelPlace } from './placeLabels.ts'

const RADIUS = 8

/** A line through these corners as an SVG path, its corners rounded. */
export function drawLine(corners: readonly Point[]): string {
  const points = corners.filter((point, i) => i === 0 || distance(point, corners[i - 1]!) > 0.5)
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  for (const [i, corner] of rest.entries()) {
    const next = rest[i + 1]
    if (!next) {
      path += `L${corner.x} ${corner.y}`
      continue
    }
    const before = points[i]!
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, next) / 2)
    const [start, end] = [towards(corner, before, radius), towards(corner, next, radius)]
    path += `L${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`
  }
  return path
}

/** Where a word on the line stands: at its place, if the line has that stroke, else in the middle of the longest. */
export function labelSpot(corners: readonly Point[], place?: LabelPlace): Point {
  const [start, end] = place ? [corners[place.stroke - 1], corners[place.stroke]] : []
  if (place && start && end)
    return { x: start.x + (end.x - start.x) * place.share, y: start.y + (end.y - start.y) * place.share }
  let longest = -1
  let spot: Point = corners[0] ?? { x: 0, y: 0 }
  for (const [i, point] of corners.entries()) {
    const before = corners[i - 1]
    if (!before || distance(before, point) <= longest) continue
    longest = distance(before, point)
    spot = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }
  }
  return spot
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
