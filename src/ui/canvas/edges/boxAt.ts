import type { Box } from '../../../core/layout/index.ts'
import type { EdgeEnd } from '../projection/projectEdges.ts'

/** The box of a line's end, once the middle of its node is known. */
export const boxAt = (x: number, y: number, end: EdgeEnd): Box => ({ ...end, x: x + end.x, y: y + end.y })
