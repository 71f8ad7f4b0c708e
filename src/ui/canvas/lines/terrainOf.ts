import {
  type Box,
  bottomOf,
  type Drawing,
  drawnInterfaces,
  leafSizeOf,
  measureDrawing,
  NODE_SIZES,
  pitchOf,
  rightOf,
} from '../../../core/layout/index.ts'
import { type ConstructKind, type Design, definitions } from '../../../core/model/index.ts'
import { chipBoxes } from '../projection/chipBoxes.ts'
import type { Obstacle, Terrain } from './lineCost.ts'

/** What a pixel through each costs. Containers count for lines that neither begin nor end in them: they would seem to pass through. */
const WEIGHTS = { leaf: 40, chip: 25, title: 8 }
const CONTAINER: { readonly [K in ConstructKind]?: number } = { region: 1, 'availability-zone': 2 }
const OTHER_CONTAINER = 5
const TITLE = { width: 250, height: 26 }
const LANE = NODE_SIZES.gap / 2
/** Leaves stand close above each other. */
const betweenRows = (kind: ConstructKind) => (pitchOf(kind).y - leafSizeOf(kind).height) / 2
const OVER_CHIPS = 6
const UNDER_TITLE = (TITLE.height + NODE_SIZES.top) / 2

/** The ground of all lines of a drawing. */
interface Ground extends Terrain {
  readonly leaves: readonly Box[]
}

const known = new WeakMap<Drawing, Ground>()

/** What lines go round in this drawing: leaves, chips, titles and containers; and the room between them. */
export function terrainOf(design: Design): Ground {
  const drawing = measureDrawing(design)
  const ready = known.get(drawing)
  if (ready) return ready
  const obstacles: Obstacle[] = []
  const leaves: Box[] = []
  const xs = new Set<number>()
  const ys = new Set<number>()
  for (const [id, { absolute }] of drawing) {
    const { kind } = design.constructs[id]!
    const { x, y, width } = absolute
    xs.add(x - LANE).add(rightOf(absolute) + LANE)
    if (!definitions[kind].container) {
      leaves.push(absolute)
      obstacles.push({ box: absolute, weight: WEIGHTS.leaf })
      ys.add(y - betweenRows(kind)).add(bottomOf(absolute) + betweenRows(kind))
      continue
    }
    obstacles.push({ box: { x, y, width: Math.min(width, TITLE.width), height: TITLE.height }, weight: WEIGHTS.title })
    obstacles.push({ box: absolute, weight: CONTAINER[kind] ?? OTHER_CONTAINER })
    xs.add(x + LANE).add(rightOf(absolute) - LANE)
    ys.add(y - LANE).add(y + UNDER_TITLE)
    ys.add(bottomOf(absolute) - LANE).add(bottomOf(absolute) + LANE)
    const chips = chipBoxes(absolute, drawnInterfaces(design).get(id)?.length ?? 0)
    for (const chip of chips) {
      obstacles.push({ box: { ...chip, x: x + chip.x, y: y + chip.y }, weight: WEIGHTS.chip })
      ys.add(y + chip.y - OVER_CHIPS)
    }
  }
  const terrain = { obstacles, leaves, xs: [...xs], ys: [...ys] }
  known.set(drawing, terrain)
  return terrain
}
