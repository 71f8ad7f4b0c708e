import { childrenIndex } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { arrange } from './arrange.ts'
import { sizeAround } from './arranging.ts'
import type { Box, Size } from './box.ts'
import { createSpotFinder } from './createSpotFinder.ts'
import { leafSizeOf } from './leafSizeOf.ts'
import { placementOf } from './planTidy.ts'

/** Places what has no place yet, in free room of its container; never moves anything that has one. */
export function planMissingPlacements(design: Design): readonly Edit[] {
  const boxes = missingBoxes(design)
  return [...boxes].map(([id, box]) => ({ kind: 'place', id, placement: placementOf(design, id, box) }))
}

const isPlaced = (design: Design, id: ConstructId): boolean => Object.hasOwn(design.layout, id)

/** Boxes for the constructs without a placement, containers before their content. */
export function missingBoxes(design: Design): ReadonlyMap<ConstructId, Box> {
  const ids = Object.keys(design.constructs)
  const missing = new Set(ids.filter((id) => !isPlaced(design, id)))
  const found = new Map<ConstructId, Box>()
  if (missing.size === 0) return found
  if (missing.size === ids.length) return arrange(design, null)
  const index = childrenIndex(design)
  /** The size of a construct by what is placed by now. */
  const sizes = new Map<ConstructId, Size>()
  const fill = (id: ConstructId | null): void => {
    const content = index.get(id) ?? []
    const fresh = content.filter((child) => missing.has(child))
    if (id !== null && missing.has(id) && fresh.length === content.length && content.every((child) => isFresh(child))) {
      for (const [inner, box] of arrange(design, id)) {
        found.set(inner, box)
        sizes.set(inner, box)
      }
      return
    }
    for (const child of content) fill(child)
    if (fresh.length > 0) {
      const standing = new Map(content.flatMap((child) => (missing.has(child) ? [] : [[child, boxIn(child)] as const])))
      const width = id === null ? null : (design.layout[id]?.width ?? 0)
      const finder = createSpotFinder(design, standing, width)
      // leaves go round the containers
      const isContainer = (child: ConstructId) => definitions[design.constructs[child]!.kind].container
      fresh.sort((a, b) => Number(isContainer(b)) - Number(isContainer(a)))
      for (const child of fresh) found.set(child, finder.place(child, sizeAt(child)))
    }
    if (id !== null) sizes.set(id, sizeOf(id, content))
  }
  const isFresh = (id: ConstructId): boolean => missing.has(id) && (index.get(id) ?? []).every(isFresh)
  const sizeAt = (id: ConstructId): Size => sizes.get(id) ?? leafSizeOf(design.constructs[id]!.kind)
  const boxIn = (id: ConstructId): Box => {
    const { x, y } = found.get(id) ?? design.layout[id]!
    return { ...sizeAt(id), x, y }
  }
  const sizeOf = (id: ConstructId, content: readonly ConstructId[]): Size => {
    if (!definitions[design.constructs[id]!.kind].container) return sizeAt(id)
    const least = sizeAround(design, id, content.map(boxIn))
    const { width = 0, height = 0 } = isPlaced(design, id) ? design.layout[id]! : {}
    return { width: Math.max(width, least.width), height: Math.max(height, least.height) }
  }
  fill(null)
  return found
}
