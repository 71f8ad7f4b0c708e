import {
  bottomOf,
  type Drawing,
  drawnInterfaces,
  measureDrawing,
  NODE_SIZES,
  rightOf,
} from '../../../core/layout/index.ts'
import { type Design, definitions } from '../../../core/model/index.ts'
import { chipBoxes } from '../projection/chipBoxes.ts'
import type { Obstacle, Terrain } from './routeLine.ts'

const WEIGHTS = { leaf: 2000, chip: 900, title: 160 }
const TITLE = { width: 190, height: 26 }
const BESIDE = NODE_SIZES.gap / 2

const known = new WeakMap<Drawing, Terrain>()

/** What lines go round in this drawing: leaves, chips and titles; and the room between its containers. */
export function terrainOf(design: Design): Terrain {
  const drawing = measureDrawing(design)
  const ready = known.get(drawing)
  if (ready) return ready
  const obstacles: Obstacle[] = []
  const xs = new Set<number>()
  const ys = new Set<number>()
  for (const [id, { absolute }] of drawing) {
    if (!definitions[design.constructs[id]!.kind].container) {
      obstacles.push({ box: absolute, weight: WEIGHTS.leaf })
      continue
    }
    const { x, y, width } = absolute
    obstacles.push({ box: { x, y, width: Math.min(width, TITLE.width), height: TITLE.height }, weight: WEIGHTS.title })
    xs.add(x - BESIDE).add(rightOf(absolute) + BESIDE)
    ys.add(y - BESIDE).add(bottomOf(absolute) + BESIDE)
    const chips = chipBoxes(absolute, drawnInterfaces(design).get(id)?.length ?? 0)
    for (const chip of chips) obstacles.push({ box: { ...chip, x: x + chip.x, y: y + chip.y }, weight: WEIGHTS.chip })
  }
  const terrain = { obstacles, xs: [...xs], ys: [...ys] }
  known.set(drawing, terrain)
  return terrain
}
