import { expect } from 'vitest'
import { applyEdits, childrenIndex, type Design, definitions, type Edit } from '../../model/index.ts'
import { bottomOf, overlaps, rightOf } from '../box.ts'
import { measureDrawing } from '../measureDrawing.ts'
import { NODE_SIZES } from '../nodeSizes.ts'

/** The design after the edits. */
export const applied = (design: Design, edits: readonly Edit[]): Design => applyEdits(design, edits).design

/** Names of siblings that lie over each other. */
export function overlapsIn(design: Design): readonly string[] {
  const drawing = measureDrawing(design)
  const found: string[] = []
  for (const siblings of childrenIndex(design).values()) {
    const boxes = siblings
      .map((id) => ({ id, ...drawing.get(id)!.box }))
      .sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
    for (const [i, a] of boxes.entries())
      for (let j = i + 1; j < boxes.length && boxes[j]!.x < rightOf(a); j++)
        if (overlaps(a, boxes[j]!)) found.push(`${a.id} and ${boxes[j]!.id}`)
  }
  return found
}

/** Expects every construct to lie in its container, below the title bar, on the grid, and every container to be stored as large as it is drawn. */
export function expectContained(design: Design): void {
  for (const [id, { box, parent }] of measureDrawing(design)) {
    expect(box.x % NODE_SIZES.grid, `${id} is off the grid`).toBeCloseTo(0)
    expect(box.y % NODE_SIZES.grid, `${id} is off the grid`).toBeCloseTo(0)
    if (definitions[design.constructs[id]!.kind].container) expect(design.layout[id]).toEqual(box)
    if (parent === null) continue
    const room = measureDrawing(design).get(parent)!.box
    expect(box.x, `${id} sticks out`).toBeGreaterThanOrEqual(NODE_SIZES.pad)
    expect(box.y, `${id} covers a title`).toBeGreaterThanOrEqual(NODE_SIZES.top)
    expect(rightOf(box), `${id} sticks out`).toBeLessThanOrEqual(room.width)
    expect(bottomOf(box), `${id} sticks out`).toBeLessThanOrEqual(room.height)
  }
}
