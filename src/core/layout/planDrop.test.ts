import { describe, expect, it } from 'vitest'
import { type Design, definitions, parentOf } from '../model/index.ts'
import { measureDrawing } from './measureDrawing.ts'
import { type DropPlan, planMoveInto, planMoveTo, planPlaceAt } from './planDrop.ts'
import { planTidy } from './planTidy.ts'
import { applied, overlapsIn } from './testing/checkDrawing.ts'
import { everyKind } from './testing/exampleDesigns.ts'

const placed = (): Design => applied(everyKind(), planTidy(everyKind()))
const corner = (design: Design, id: string) => measureDrawing(design).get(id)!.absolute
const done = (design: Design, plan: DropPlan): Design => {
  if (!plan.ok) throw new Error(plan.sentence)
  return applied(design, plan.edits)
}

describe('planMoveInto', () => {
  it('finds room in the container by itself', () => {
    const design = placed()
    const after = done(design, planMoveInto(design, 'web-a', 'back-b'))
    expect(parentOf(after, 'web-a')).toBe('back-b')
    expect(overlapsIn(after)).toEqual([])
  })

  it('says why it cannot', () => {
    expect(planMoveInto(placed(), 'web-a', 'nowhere')).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('nowhere'),
    })
  })
})

describe('planMoveTo', () => {
  it('moves within a container without changing what the design means', () => {
    const design = placed()
    const { x, y } = corner(design, 'acl-1')
    const after = done(design, planMoveTo(design, new Map([['acl-1', { x: x + 40, y: y + 80 }]]), 'vpc'))
    expect(after.constructs).toEqual(design.constructs)
    expect(corner(after, 'acl-1')).toMatchObject({ x: x + 40, y: y + 80 })
  })

  it('puts a client into the subnet that it is dropped on, at the place where it was dropped', () => {
    const design = placed()
    const { x, y } = corner(design, 'back-b')
    const plan = planMoveTo(design, new Map([['web-a', { x: x + 20, y: y + 200 }]]), 'back-b')
    const after = done(design, plan)
    expect(plan).toMatchObject({ ok: true, label: 'Move web-a' })
    expect(parentOf(after, 'web-a')).toBe('back-b')
    expect(corner(after, 'web-a')).toMatchObject({ x: x + 20, y: y + 200 })
    expect(overlapsIn(after)).toEqual([])
  })

  it('lays nothing over what stands there', () => {
    const design = placed()
    const { x, y } = corner(design, 'worker-b')
    const after = done(design, planMoveTo(design, new Map([['web-a', { x, y }]]), 'back-b'))
    expect(overlapsIn(after)).toEqual([])
  })

  it('refuses as the model does, and says why', () => {
    const design = placed()
    expect(planMoveTo(design, new Map([['open', { x: 0, y: -900 }]]), null)).toMatchObject({ ok: false })
  })

  it('leaves a VPC in its Region, beside the VPC that it is let go over', () => {
    const design = done(placed(), planPlaceAt(placed(), 'vpc', 'region-1', null))
    const { x, y } = corner(design, 'vpc')
    const after = done(design, planMoveTo(design, new Map([['vpc-1', { x: x + 100, y: y + 100 }]]), 'vpc'))
    expect(parentOf(after, 'vpc-1')).toBe('region-1')
    expect(overlapsIn(after)).toEqual([])
  })

  it('moves several as one and keeps their places to each other', () => {
    const design = placed()
    const spots = new Map(['group-1', 'acl-1'].map((id) => [id, corner(design, id)]))
    const moved = new Map([...spots].map(([id, { x, y }]) => [id, { x, y: y + 160 }]))
    const after = done(design, planMoveTo(design, moved, 'vpc'))
    for (const [id, { x, y }] of spots) expect(corner(after, id)).toMatchObject({ x, y: y + 160 })
  })
})

describe('planPlaceAt', () => {
  it('places every kind that can be placed on the VPC, and lays it over nothing', () => {
    const design = placed()
    const { x, y } = corner(design, 'vpc')
    for (const kind of Object.keys(definitions) as (keyof typeof definitions)[]) {
      const plan = planPlaceAt(design, kind, 'vpc', { x: x + 300, y: y + 200 })
      if (!plan.ok) continue
      const after = done(design, plan)
      expect(overlapsIn(after), kind).toEqual([])
      expect(plan.ids.every((id) => id in after.layout)).toBe(true)
    }
  })

  it('puts a new client under the pointer', () => {
    const design = placed()
    const { x, y } = corner(design, 'back-b')
    const after = done(design, planPlaceAt(design, 'client', 'back-b', { x: x + 110, y: y + 224 }))
    expect(corner(after, 'client-1')).toMatchObject({ x: x + 20, y: y + 200 })
  })

  it('finds room by itself without a pointer', () => {
    const design = placed()
    const after = done(design, planPlaceAt(design, 'client', 'back-b', null))
    expect(parentOf(after, 'client-1')).toBe('back-b')
    expect(overlapsIn(after)).toEqual([])
  })

  it('brings a zone along for a subnet in a VPC without one', () => {
    const design = done(placed(), planPlaceAt(placed(), 'vpc', 'region-1', null))
    const after = done(design, planPlaceAt(design, 'subnet', 'vpc-1', { x: 0, y: 0 }))
    const zone = parentOf(after, 'subnet-1')
    expect(after.constructs[zone!]?.kind).toBe('availability-zone')
    expect(overlapsIn(after)).toEqual([])
  })

  it('says why it cannot be placed', () => {
    expect(planPlaceAt(placed(), 'nat-gateway', null, { x: 0, y: 0 })).toMatchObject({ ok: false })
  })
})
