import { sortedBy } from '../base/order.ts'
import { type Design, MOST_COORDINATE, type Placement } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { arrange } from './arrange.ts'
import type { Box } from './box.ts'

/** Puts everything in its tidy place: the same design always gets the same drawing. Only what changes is an edit. */
export function planTidy(design: Design): readonly Edit[] {
  const boxes = arrange(design, null)
  return sortedBy(boxes, ([id]) => id).flatMap(([id, box]) => placeEdit(design, id, box) ?? [])
}

/** No drawing is larger than a file may say: what does not fit lies at its edge. */
const within = (coordinate: number): number => Math.min(MOST_COORDINATE, Math.max(-MOST_COORDINATE, coordinate))

/** The placement that a box is kept as: leaves have no size of their own. */
export function placementOf(design: Design, id: ConstructId, { x, y, width, height }: Box): Placement {
  const at = { x: within(x), y: within(y) }
  return definitions[design.constructs[id]!.kind].container
    ? { ...at, width: within(width), height: within(height) }
    : at
}

/** The edit that gives a construct this box; null when it has it already. */
export function placeEdit(design: Design, id: ConstructId, box: Box): Edit | null {
  const now = Object.hasOwn(design.layout, id) ? design.layout[id] : undefined
  const placement = placementOf(design, id, box)
  const same =
    now &&
    now.x === placement.x &&
    now.y === placement.y &&
    now.width === placement.width &&
    now.height === placement.height
  return same ? null : { kind: 'place', id, placement }
}
