import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Design, planConnection } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { measureDrawing } from './measureDrawing.ts'
import { planMissingPlacements } from './planMissingPlacements.ts'
import { planRoom } from './planRoom.ts'
import { planTidy } from './planTidy.ts'
import { pushAway } from './pushAway.ts'
import { applied, expectContained, overlapsIn } from './testing/checkDrawing.ts'
import { designOf, everyKind } from './testing/exampleDesigns.ts'

/** The change, its newcomers placed, and room made for all of it. */
function changed(design: Design, edits: Parameters<typeof applied>[1]): Design {
  const next = applied(design, edits)
  const placed = applied(next, planMissingPlacements(next))
  return applied(placed, planRoom(design, placed))
}
const tidy = (design: Design): Design => applied(design, planTidy(design))

describe('planRoom', () => {
  const hub = tidy(
    buildDesign((b) => {
      b.transitGateway({ id: 'hub' })
      for (const n of [1, 2, 3]) {
        const vpc = b.vpc({ id: `vpc-${n}`, cidrs: [`10.${n}.0.0/16`] })
        for (const zone of ['a', 'b']) b.ec2(b.subnet(vpc, { id: `subnet-${n}${zone}`, zone: `us-east-1${zone}` }))
        b.mainTable(vpc, [], { id: `table-${n}` })
      }
    }),
  )

  it('has nothing to do where nothing has grown', () => {
    const fields = { name: 'renamed' }
    const renamed = applied(hub, [{ kind: 'change', of: 'vpc', id: 'vpc-1', fields }])
    expect(planRoom(hub, renamed)).toEqual([])
  })

  it('makes room at every level for what attachments put into subnets', () => {
    let at = hub
    for (const vpc of ['vpc-1', 'vpc-2', 'vpc-3']) {
      const plan = planConnection(at, vpc, 'hub')
      if (!plan.ok) throw new Error(plan.sentence)
      // the fault: without making room something lies over something else
      at = changed(at, plan.edits)
      expect(overlapsIn(at)).toEqual([])
      expectContained(at)
    }
    const grown = (id: string) => measureDrawing(at).get(id)!.box.height > measureDrawing(hub).get(id)!.box.height
    expect(['subnet-1a', 'subnet-3b', 'vpc-2'].filter(grown)).toEqual(['subnet-1a', 'subnet-3b', 'vpc-2'])
  })

  it('leaves alone what a person has laid over something', () => {
    const { x, y } = hub.layout['vpc-1']!
    const over = applied(hub, [{ kind: 'place', id: 'hub', placement: { ...hub.layout.hub!, x: x + 20, y: y + 20 } }])
    const plan = planConnection(over, 'vpc-3', 'hub')
    const after = changed(over, plan.ok ? plan.edits : [])
    expect(after.layout.hub).toMatchObject({ x: x + 20, y: y + 20 })
  })

  it('lets nothing lie over anything after any connection in a tidy design', () => {
    const designs = [tidy(everyKind()), tidy(designOf([{ zones: 2, subnets: 2, clients: 1, endpoints: 2, groups: 2 }]))]
    fc.assert(
      fc.property(fc.constantFrom(...designs), fc.nat(), fc.nat(), (design, one, other) => {
        const ids = Object.keys(design.constructs)
        const plan = planConnection(design, ids[one % ids.length]!, ids[other % ids.length]!)
        fc.pre(plan.ok)
        if (!plan.ok) return
        const after = changed(design, plan.edits)
        expect(overlapsIn(after)).toEqual([])
        expectContained(after)
      }),
      { numRuns: 80 },
    )
  })
})

describe('pushAway', () => {
  const box = (x: number, y: number, width = 100, height = 100) => ({ x, y, width, height })

  it('keeps the distance between neighbours, and takes along what stands behind them', () => {
    const siblings = [
      ['near', box(120, 0)],
      ['behind', box(240, 90)],
      ['far below', box(120, 400)],
    ] as const
    const pushed = pushAway(siblings, box(0, 0), box(0, 0, 160))
    expect(pushed.get('near')).toEqual(box(180, 0))
    expect(pushed.get('behind')).toEqual(box(300, 90))
    expect(pushed.has('far below')).toBe(false)
  })

  it('moves nothing that is far enough away', () => {
    expect(pushAway([['far', box(300, 0)]], box(0, 0), box(0, 0, 160)).size).toBe(0)
  })
})
