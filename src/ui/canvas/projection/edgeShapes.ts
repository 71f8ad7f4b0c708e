import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react'
import type { Box } from '../../../core/layout/index.ts'

/** A line between two boxes: its path, and where a word on it stands. */
export interface EdgeShape {
  readonly path: string
  readonly labelX: number
  readonly labelY: number
}

/** Straight runs with rounded corners: for what belongs together. */
export function drawConnection(from: Box, to: Box): EdgeShape {
  const ends = endsOf(from, to)
  const [path, labelX, labelY] = getSmoothStepPath({ ...ends, borderRadius: 6, offset: 14 })
  return { path, labelX, labelY }
}

/** A curve: for the way of a request. */
export function drawPath(from: Box, to: Box): EdgeShape {
  const [path, labelX, labelY] = getBezierPath({ ...endsOf(from, to), curvature: 0.35 })
  return { path, labelX, labelY }
}

/** The sides that face each other: left and right where there is room between them, else top and bottom. */
function endsOf(from: Box, to: Box) {
  const gapRight = to.x - (from.x + from.width)
  const gapLeft = from.x - (to.x + to.width)
  const middle = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  const [a, b] = [middle(from), middle(to)]
  if (Math.max(gapRight, gapLeft) >= 16) {
    const right = gapRight >= gapLeft
    return {
      sourceX: right ? from.x + from.width : from.x,
      sourceY: a.y,
      sourcePosition: right ? Position.Right : Position.Left,
      targetX: right ? to.x : to.x + to.width,
      targetY: b.y,
      targetPosition: right ? Position.Left : Position.Right,
    }
  }
  const down = b.y >= a.y
  return {
    sourceX: a.x,
    sourceY: down ? from.y + from.height : from.y,
    sourcePosition: down ? Position.Bottom : Position.Top,
    targetX: b.x,
    targetY: down ? to.y : to.y + to.height,
    targetPosition: down ? Position.Top : Position.Bottom,
  }
}
