import { type Box, type Drawing, drawnInterfaces, measureDrawing, type Point } from '../../../core/layout/index.ts'
import type { ConstructId, Design } from '../../../core/model/index.ts'
import { cornersOf, type LineShape, plainShape } from '../lines/lineShape.ts'
import type { Ends, placeWords, routeLines } from '../lines/routeLines.ts'
import { chipBoxes } from './chipBoxes.ts'

/** From one construct to another. A chip = the line meets the interface that construct has there, not the construct itself. */
export interface Way {
  readonly from: ConstructId
  readonly fromChip: ConstructId | null
  readonly to: ConstructId
  readonly toChip: ConstructId | null
}
/** Finds lines a way round what is drawn, and their words a place; it comes after the page, and lines are simple until then. */
export interface Routing {
  readonly routeLines: typeof routeLines
  readonly placeWords: typeof placeWords
}
/** Works out where lines of one design begin, end and bend. Ends are measured from the middle of their node. */
export interface Drawer {
  knows(id: ConstructId): boolean
  /** `isPlain` = without looking for a way round what is drawn, which takes a few milliseconds a line. */
  line(way: Way, isPlain?: boolean): Line
  /** The corners of a line on the canvas. */
  cornersOf(way: Way, line: Line): readonly Point[]
  /** Lines that run beside each other where they would lie over each other. */
  lines(ways: readonly Way[], isPlain?: boolean): readonly Line[]
}
/** A line and its ends. */
export interface Line {
  readonly shape: LineShape
  readonly from: Box
  readonly to: Box
}

const drawers = new WeakMap<Drawing, { readonly routing: Routing | null; readonly drawer: Drawer }>()

/** The drawer of this design as it is drawn now; each line is worked out once. */
export function createDrawer(design: Design, routing: Routing | null): Drawer {
  const drawing = measureDrawing(design)
  const ready = drawers.get(drawing)
  if (ready?.routing === routing) return ready.drawer
  const known = new Map<string, readonly Line[]>()
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
  const endsOf = ({ from, fromChip, to, toChip }: Way): Ends => [absoluteOf(from, fromChip), absoluteOf(to, toChip)]
  const drawer: Drawer = {
    knows: (id) => drawing.has(id),
    line: (way, isPlain) => drawer.lines([way], isPlain)[0]!,
    cornersOf: (way, { shape }) => cornersOf(...endsOf(way), shape),
    lines(ways, isPlain = false) {
      const key = `${isPlain} ${ways.map(({ from, fromChip, to, toChip }) => `${from} ${fromChip} ${to} ${toChip}`).join(', ')}`
      const earlier = known.get(key)
      if (earlier) return earlier
      const ends = ways.map(endsOf)
      const shapes =
        routing && !isPlain ? routing.routeLines(design, ends) : ends.map(([from, to]) => plainShape(from, to))
      const lines = ways.map(({ from, to }, i) => {
        const [start, end] = ends[i]!
        return { shape: shapes[i]!, from: fromMiddle(from, start), to: fromMiddle(to, end) }
      })
      known.set(key, lines)
      return lines
    },
  }
  drawers.set(drawing, { routing, drawer })
  return drawer
}
