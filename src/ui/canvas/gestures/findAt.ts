import type { Box, Drawing, Point } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'

const holds = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height

/** The innermost construct drawn at a point of the canvas, without those of `except`; null = the open canvas. */
export function findAt(
  drawing: Drawing,
  point: Point,
  except: ReadonlySet<ConstructId> = new Set(),
): ConstructId | null {
  let found: ConstructId | null = null
  let depth = -1
  for (const [id, drawn] of drawing)
    if (drawn.depth >= depth && !except.has(id) && holds(drawn.absolute, point)) {
      found = id
      depth = drawn.depth
    }
  return found
}
