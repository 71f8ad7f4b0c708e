import { describe, expect, it } from 'vitest'
import type { Design } from '../model/index.ts'
import { growAncestors } from './growAncestors.ts'
import { measureDrawing } from './measureDrawing.ts'
import { planTidy } from './planTidy.ts'
import { applied, expectContained, overlapsIn } from './testing/checkDrawing.ts'
import { everyKind } from './testing/exampleDesigns.ts'

const placed = (): Design => applied(everyKind(), planTidy(everyKind()))

describe('growAncestors', () => {
  it('moves only the construct where there is room', () => {
    const design = placed()
    const { x, y } = design.layout['acl-1']!
    expect(growAncestors(design, 'acl-1', { x: x + 20, y })).toEqual([
      { kind: 'place', id: 'acl-1', placement: { x: x + 20, y } },
    ])
  })

  it('keeps the title bar and the edge of the container free', () => {
    const [edit] = growAncestors(placed(), 'acl-1', { x: -300, y: -300 })
    expect(edit).toEqual({ kind: 'place', id: 'acl-1', placement: { x: 20, y: 40 } })
  })

  it('grows every container round it and moves along what would be covered', () => {
    const design = placed()
    const grown = applied(design, growAncestors(design, 'web-a', { x: 500, y: 400 }))
    const before = measureDrawing(design)
    const drawing = measureDrawing(grown)
    for (const id of ['front-a', 'us-east-1a', 'vpc', 'region-1'])
      expect(drawing.get(id)!.box.width).toBeGreaterThan(before.get(id)!.box.width)
    expect(drawing.get('us-east-1b')!.box.x).toBeGreaterThan(before.get('us-east-1b')!.box.x)
    expect(overlapsIn(grown)).toEqual([])
    expectContained(grown)
  })

  it('moves along what a container would cover that is made larger', () => {
    const design = placed()
    const vpc = design.layout.vpc!
    const grown = applied(design, growAncestors(design, 'vpc', { ...vpc, width: vpc.width! + 300 }))
    expect(grown.layout.streams!.x).toBe(design.layout.streams!.x + 300)
    expect(overlapsIn(grown)).toEqual([])
    expectContained(grown)
  })

  it('never makes a container smaller than its content', () => {
    const design = placed()
    const grown = applied(design, growAncestors(design, 'vpc', { ...design.layout.vpc!, width: 10, height: 10 }))
    expectContained(grown)
  })
})
