import { type Box, type Drawing, drawnInterfaces, measureDrawing } from '../../../core/layout/index.ts'
import type { ConstructId, Design } from '../../../core/model/index.ts'
import { type LineShape, shapesBetween } from '../lines/lineShape.ts'
import { routeLine } from '../lines/routeLine.ts'
import { terrainOf } from '../lines/terrainOf.ts'
import { chipBoxes } from './chipBoxes.ts'

/** Works out where lines of one design begin, end and bend. */
export interface Drawer {
  knows(id: ConstructId): boolean
  /** `chip` = the line meets the interface that construct has in `id`, not `id` itself. Ends are measured from the middle of their node. */
  line(from: ConstructId, fromChip: ConstructId | null, to: ConstructId, toChip: ConstructId | null): Line
}
interface Line {
  readonly shape: LineShape
  readonly from: Box
  readonly to: Box
}

/** Up to this many constructs lines look for a way round what is drawn; beyond, they are drawn without looking. */
const MOST_ROUTED = 200

const known = new WeakMap<Drawing, Drawer>()

/** The drawer of this design as it is drawn now; each line is worked out once. */
export function createDrawer(design: Design): Drawer {
  const drawing = measureDrawing(design)
  const ready = known.get(drawing)
  if (ready) return ready
  const lines = new Map<string, Line>()
  const absoluteOf = (id: ConstructId, owner: ConstructId | null): Box => {
    const { absolute } = drawing.get(id)!
    const chips = owner === null ? [] : (drawnInterfaces(design).get(id) ?? [])
    const at = chips.findIndex((chip) => chip.owner === owner)
    if (at < 0) return absolute
    const boxes = chipBoxes(absolute, chips.length)
    const box = boxes[Math.min(at, boxes.length - 1)]!
    return { ...box, x: absolute.x + box.x, y: absolute.y + box.y }
  }
  const fromMiddle = (id: ConstructId, box: Box): Box => {
    const { x, y, width, height } = drawing.get(id)!.absolute
    return { ...box, x: box.x - x - width / 2, y: box.y - y - height / 2 }
  }
  const drawer: Drawer = {
    knows: (id) => drawing.has(id),
    line(from, fromChip, to, toChip) {
      const key = `${from} ${fromChip} ${to} ${toChip}`
      const earlier = lines.get(key)
      if (earlier) return earlier
      const [start, end] = [absoluteOf(from, fromChip), absoluteOf(to, toChip)]
      const shape =
        drawing.size > MOST_ROUTED ? shapesBetween(start, end, [], [])[0]! : routeLine(start, end, terrainOf(design))
      const line = { shape, from: fromMiddle(from, start), to: fromMiddle(to, end) }
      lines.set(key, line)
      return line
    },
  }
  known.set(drawing, drawer)
  return drawer
}
