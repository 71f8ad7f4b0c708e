import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { bottomOf, rightOf } from './box.ts'
import { measureDrawing } from './measureDrawing.ts'
import { planTidy } from './planTidy.ts'
import { applied, expectContained, overlapsIn } from './testing/checkDrawing.ts'
import { designOf, everyKind } from './testing/exampleDesigns.ts'

const shape = fc.record({
  zones: fc.nat(4),
  subnets: fc.nat(12),
  clients: fc.nat(6),
  endpoints: fc.nat(9),
  groups: fc.nat(12),
})
const tidied = (design: Design) => applied(design, planTidy(design))

describe('planTidy', () => {
  it('draws every kind inside its container and nothing over anything else', () => {
    const design = tidied(everyKind())
    expect(Object.keys(design.layout).sort()).toEqual(Object.keys(design.constructs).sort())
    expect(overlapsIn(design)).toEqual([])
    expectContained(design)
  })

  it('does so for designs of any shape', () => {
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 4 }), (shapes) => {
        const design = tidied(designOf(shapes))
        expect(overlapsIn(design)).toEqual([])
        expectContained(design)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same drawing whatever the drawing was before and in whatever order the constructs are kept', () => {
    const design = everyKind()
    const shuffled = { ...design, constructs: Object.fromEntries(Object.entries(design.constructs).reverse()) }
    const moved = { ...tidied(design), layout: { ...tidied(design).layout, kinesis: { x: 900, y: 700 } } }
    expect(tidied(shuffled).layout).toEqual(tidied(design).layout)
    expect(tidied(moved).layout).toEqual(tidied(design).layout)
  })

  it('has nothing left to do after itself', () => {
    expect(planTidy(tidied(everyKind()))).toEqual([])
  })

  it('draws zones as columns with public subnets in the first row', () => {
    const drawing = measureDrawing(tidied(everyKind()))
    const at = (id: string) => drawing.get(id)!.absolute
    expect(at('us-east-1b').x).toBeGreaterThan(at('us-east-1a').x)
    expect(at('us-east-1b').y).toBe(at('us-east-1a').y)
    expect(at('front-a').y).toBe(at('front-b').y)
    expect(at('back-a').y).toBe(at('back-b').y)
    expect(at('back-a').y).toBeGreaterThan(at('front-a').y)
  })

  it('draws zones in the order of their names, whichever was drawn first', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      for (const [id, zone] of [
        ['zone-9', 'us-east-1a'],
        ['zone-1', 'us-east-1c'],
        ['zone-2', 'us-east-1b'],
      ] as const)
        b.zone(vpc, zone, { id })
    })
    const { layout } = tidied(design)
    expect(['zone-9', 'zone-2', 'zone-1'].map((id) => layout[id]!.x)).toEqual(
      ['zone-9', 'zone-2', 'zone-1'].map((id) => layout[id]!.x).sort((a, b) => a - b),
    )
  })

  it('puts VPCs side by side where that shows them larger', () => {
    for (const [count, columns] of [
      [3, 2],
      [4, 2],
      [9, 3],
    ] as const) {
      const design = buildDesign((b) => {
        b.transitGateway({ id: 'hub' })
        for (let n = 0; n < count; n++) b.attach(b.vpc({ id: `vpc-${n}`, cidrs: [`10.${n}.0.0/16`] }), 'hub')
      })
      const { layout } = tidied(design)
      const xs = new Set(Array.from({ length: count }, (_, n) => layout[`vpc-${n}`]!.x))
      expect(xs.size, `${count} VPCs`).toBe(columns)
    }
  })

  it('draws a service at the height of the endpoint that leads to it, to the right of the VPC', () => {
    const drawing = measureDrawing(tidied(everyKind()))
    expect(drawing.get('streams')!.absolute.y).toBe(drawing.get('kinesis')!.absolute.y)
    expect(drawing.get('streams')!.absolute.x).toBeGreaterThan(
      drawing.get('vpc')!.absolute.x + drawing.get('vpc')!.absolute.width,
    )
  })

  it('draws what has lost its container under everything else', () => {
    const design = everyKind()
    const lost = { ...design.constructs['front-a']!, id: 'lost', zone: 'gone' } as Design['constructs'][string]
    const drawing = measureDrawing(tidied({ ...design, constructs: { ...design.constructs, lost } }))
    const others = [...drawing].filter(([id]) => id !== 'lost').map(([, { absolute }]) => absolute.y + absolute.height)
    expect(drawing.get('lost')!.absolute.y).toBeGreaterThanOrEqual(Math.max(...others))
  })
})

it('draws what joins networks below them: transit gateways under the VPCs, networks outside AWS under the Regions', () => {
  const drawing = measureDrawing(tidied(everyKind()))
  const at = (id: string) => drawing.get(id)!.absolute
  const foot = (id: string) => at(id).y + at(id).height
  for (const id of ['transit', 'transit-2', 'vpn'])
    for (const vpc of ['vpc', 'other']) expect(at(id).y).toBeGreaterThanOrEqual(foot(vpc))
  expect(foot('transit')).toBeLessThan(foot('region-1'))
  expect(at('office').y).toBeGreaterThanOrEqual(foot('region-1'))
})

describe('a network that was imported', () => {
  /** Two Regions, two VPCs in each, of one zone with many subnets and as many tables, groups and ACLs. */
  const design = tidied(
    buildDesign((b) => {
      for (const [r, code] of ['us-east-1', 'us-west-1'].entries()) {
        const region = b.region(code)
        const hub = b.transitGateway({ id: `hub-${r}`, region })
        for (const v of [0, 1]) {
          const vpc = b.vpc({ id: `vpc-${r}${v}`, region, cidrs: [`10.${r * 2 + v}.0.0/16`] })
          for (const [n, tier] of ['public', 'web', 'data', 'transit'].entries()) {
            const id = `${tier}-${r}${v}`
            b.subnet(vpc, { id, zone: `${code}a`, cidr: `10.${r * 2 + v}.${n}.0/24` })
            b.routeTable(vpc, [], { id: `table-${id}` })
            b.securityGroup(vpc, { id: `group-${id}` })
            b.networkAcl(vpc, { id: `acl-${id}`, subnets: [id] })
            if (n < 3) b.ec2(id, { id: `client-${id}` })
          }
          b.internetGateway(vpc, { id: `way-out-${r}${v}` })
          b.attach(vpc, hub, { id: `attachment-${r}${v}` })
        }
      }
    }),
  )
  const drawing = measureDrawing(design)
  const box = (id: string) => drawing.get(id)!.absolute

  it('stands so that all of it can be read at once: towers and bands make names small', () => {
    const all = [...drawing.values()].map(({ absolute }) => absolute)
    const [right, bottom] = [Math.max(...all.map(rightOf)), Math.max(...all.map(bottomOf))]
    // the canvas between the panels of a page of 1380 by 860, less its margins
    expect(Math.min(749 / right, 621 / bottom)).toBeGreaterThan(0.36)
    expect(overlapsIn(design)).toEqual([])
    expectContained(design)
  })

  it('gives tables, groups and ACLs less room than what they are for', () => {
    const rows = Object.values(design.constructs).filter(({ kind }) =>
      ['route-table', 'security-group', 'network-acl'].includes(kind),
    )
    expect(rows.length).toBe(48)
    const area = (ids: readonly string[]) => ids.reduce((sum, id) => sum + box(id).width * box(id).height, 0)
    const share = area(rows.map(({ id }) => id)) / area(['vpc-00', 'vpc-01', 'vpc-10', 'vpc-11'])
    expect(share).toBeLessThan(0.15)
  })

  it('puts many subnets of one zone in columns, and few below each other', () => {
    expect(new Set(['public', 'web', 'data', 'transit'].map((tier) => box(`${tier}-00`).x)).size).toBe(2)
    const few = tidied(
      buildDesign((b) => {
        for (const id of ['one', 'two', 'three']) b.subnet(b.vpc({ id: 'vpc' }), { id, zone: 'us-east-1a' })
      }),
    )
    expect(new Set(['one', 'two', 'three'].map((id) => few.layout[id]!.x)).size).toBe(1)
  })
})
