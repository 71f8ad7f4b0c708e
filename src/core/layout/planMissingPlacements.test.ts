import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Design, parentOf } from '../model/index.ts'
import { measureDrawing } from './measureDrawing.ts'
import { planMissingPlacements } from './planMissingPlacements.ts'
import { planTidy } from './planTidy.ts'
import { applied, overlapsIn } from './testing/checkDrawing.ts'
import { everyKind } from './testing/exampleDesigns.ts'

const placed = (): Design => applied(everyKind(), planTidy(everyKind()))
const without = (design: Design, ids: readonly string[]): Design => ({
  ...design,
  layout: Object.fromEntries(Object.entries(design.layout).filter(([id]) => !ids.includes(id))),
})

describe('planMissingPlacements', () => {
  it('has nothing to do where everything has a place', () => {
    expect(planMissingPlacements(placed())).toEqual([])
  })

  it('lays out a design without any placement as tidying does', () => {
    const design = everyKind()
    expect(applied(design, planMissingPlacements(design)).layout).toEqual(placed().layout)
  })

  it('places what is missing, moves nothing else, and lays nothing over its siblings', () => {
    const all = Object.keys(everyKind().constructs)
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), (ids) => {
        const design = without(placed(), ids)
        const done = applied(design, planMissingPlacements(design))
        expect(Object.keys(done.layout).sort()).toEqual(Object.keys(done.constructs).sort())
        expect({ ...done.layout, ...design.layout }).toEqual(done.layout)
        const newcomers = overlapsIn(done).filter((pair) => pair.split(' and ').every((id) => ids.includes(id)))
        expect(newcomers).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('puts a new group under the other groups and a new subnet under the last one of its zone', () => {
    const design = placed()
    const group = { ...design.constructs['group-1']!, id: 'group-2' } as Design['constructs'][string]
    const subnet = { ...design.constructs['back-a']!, id: 'back-c' } as Design['constructs'][string]
    const grown = { ...design, constructs: { ...design.constructs, 'group-2': group, 'back-c': subnet } }
    const drawing = measureDrawing(applied(grown, planMissingPlacements(grown)))
    expect(parentOf(grown, 'back-c')).toBe('us-east-1a')
    expect(drawing.get('back-c')!.box.y).toBeGreaterThan(drawing.get('back-a')!.box.y)
    expect(drawing.get('group-2')!.box.y).toBeGreaterThanOrEqual(drawing.get('group-1')!.box.y)
  })
})
