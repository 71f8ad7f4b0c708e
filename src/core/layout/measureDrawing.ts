import { childrenIndex } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { sizeAround } from './arranging.ts'
import type { Box, Size } from './box.ts'
import { leafSizeOf } from './leafSizeOf.ts'
import { missingBoxes } from './planMissingPlacements.ts'

/** A construct as it is drawn: its box within its container, and where that is on the canvas. */
export interface Drawn {
  readonly box: Box
  readonly absolute: Box
  readonly parent: ConstructId | null
  /** Containers round it. */
  readonly depth: number
  /** For containers: the least size that holds the content. */
  readonly least: Size
}
/** Every construct, containers before their content. */
export type Drawing = ReadonlyMap<ConstructId, Drawn>

const known = new WeakMap<Design['layout'], { readonly constructs: Design['constructs']; readonly drawing: Drawing }>()

/** Where everything is drawn: placements from the design, tidy ones where it has none, containers never smaller than their content. */
export function measureDrawing(design: Design): Drawing {
  const ready = known.get(design.layout)
  if (ready?.constructs === design.constructs) return ready.drawing
  const drawing = measure(design)
  known.set(design.layout, { constructs: design.constructs, drawing })
  return drawing
}

function measure(design: Design): Drawing {
  const index = childrenIndex(design)
  const missing = missingBoxes(design)
  const sizes = new Map<ConstructId, { readonly size: Size; readonly least: Size }>()
  const placementIn = (id: ConstructId) => missing.get(id) ?? design.layout[id] ?? { x: 0, y: 0 }
  const size = (id: ConstructId): Size => {
    const content = index.get(id) ?? []
    for (const child of content) size(child)
    const { kind } = design.constructs[id]!
    if (!definitions[kind].container) {
      const leaf = leafSizeOf(kind)
      sizes.set(id, { size: leaf, least: leaf })
      return leaf
    }
    const boxes = content.map((child) => ({ ...placementIn(child), ...sizes.get(child)!.size }))
    const least = sizeAround(design, id, boxes)
    const { width = 0, height = 0 } = placementIn(id)
    const own = { width: Math.max(width, least.width), height: Math.max(height, least.height) }
    sizes.set(id, { size: own, least })
    return own
  }
  const drawing = new Map<ConstructId, Drawn>()
  const place = (
    id: ConstructId,
    parent: ConstructId | null,
    origin: { x: number; y: number },
    depth: number,
  ): void => {
    const { x, y } = placementIn(id)
    const { size: own, least } = sizes.get(id)!
    const absolute = { x: origin.x + x, y: origin.y + y, ...own }
    drawing.set(id, { box: { x, y, ...own }, absolute, parent, depth, least })
    for (const child of index.get(id) ?? []) place(child, id, absolute, depth + 1)
  }
  const roots = index.get(null) ?? []
  for (const id of roots) size(id)
  for (const id of roots) place(id, null, { x: 0, y: 0 }, 0)
  return drawing
}
