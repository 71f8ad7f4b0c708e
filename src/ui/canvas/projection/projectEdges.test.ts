import { describe, expect, it } from 'vitest'
import { measureDrawing } from '../../../core/layout/index.ts'
import { buildDesign } from '../../../core/model/testing/designBuilder.ts'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import { boxAt } from '../edges/boxAt.ts'
import { costOf } from '../lines/lineCost.ts'
import { cornersOf } from '../lines/lineShape.ts'
import { placeWords, routeLines } from '../lines/routeLines.ts'
import { type CanvasEdge, type EdgeView, projectEdges } from './projectEdges.ts'

const view = (fields: Partial<EdgeView> = {}): EdgeView => ({
  near: new Set(),
  highlights: null,
  routing: null,
  ...fields,
})
const ids = (edges: readonly CanvasEdge[]) => edges.map(({ id }) => id).sort()

describe('projectEdges', () => {
  const design = kinesisDesign()
  const quiet = projectEdges(design, view())

  it('shows endpoints with their interfaces and their service, and nothing else, when nothing is pointed at', () => {
    expect(ids(quiet)).toEqual([
      'endpoint back-a network-interface',
      'endpoint back-b network-interface',
      'endpoint streams endpoint-service',
    ])
  })

  it('shows the tables and groups of what is pointed at', () => {
    const edges = projectEdges(design, view({ near: new Set(['worker', 'front']) }))
    expect(ids(edges)).toContain('worker wide security-group')
    expect(ids(edges)).toContain('front open route-table-association')
    expect(ids(edges)).not.toContain('open igw route')
  })

  it('meets an interface where it is drawn, in the lower part of its subnet', () => {
    const line = quiet.find(({ id }) => id === 'endpoint back-b network-interface')!
    const subnet = design.layout['back-b']!
    const { to } = line.data!
    expect(to.y + to.height).toBeLessThanOrEqual(subnet.height! / 2)
    expect(to.y).toBeGreaterThan(0)
    expect(to.width).toBeLessThan(subnet.width!)
  })

  it('keeps the very same lines where nothing has changed', () => {
    const before = new Map(quiet.map((edge) => [edge.id, edge]))
    const after = projectEdges(design, view({ near: new Set(['worker']) }), before)
    expect(after.filter((edge) => before.has(edge.id)).every((edge) => edge === before.get(edge.id))).toBe(true)
    expect(after.length).toBe(quiet.length + 1)
  })

  it('adds the way of a request on top', () => {
    const links = [{ from: 'worker', to: 'back-a', fromChip: null, toChip: 'endpoint', state: 'carried' as const }]
    const highlights = { lights: new Map(), links, chips: new Set<string>(), outcome: 'succeeds' as const }
    const path = projectEdges(design, view({ highlights })).at(-1)!
    expect(path).toMatchObject({ type: 'path', source: 'worker', target: 'back-a' })
    expect(path.zIndex).toBeGreaterThan(quiet[0]!.zIndex!)
  })

  it('takes the way of a request past a VPC that the packet never enters', () => {
    const design = buildDesign((b) => {
      const gateway = b.transitGateway({ name: 'hub' })
      for (const [i, name] of ['one', 'between', 'two'].entries()) {
        const vpc = b.vpc({ name, cidrs: [`10.${i}.0.0/16`] })
        b.ec2(b.subnet(vpc, { name: `subnet-${name}`, zone: 'us-east-1a' }), { name: `client-${name}` })
        b.attach(vpc, gateway, { name: `attachment-${name}` })
      }
    })
    const stops = ['client-one', 'attachment-one', 'hub', 'attachment-two', 'client-two']
    const links = stops.slice(1).map((to, i) => ({
      from: stops[i]!,
      to,
      fromChip: null,
      toChip: null,
      state: 'carried' as const,
    }))
    const highlights = { lights: new Map(), links, chips: new Set<string>(), outcome: 'succeeds' as const }
    const drawing = measureDrawing(design)
    const weightOf = (routing: EdgeView['routing']) => {
      const edges = projectEdges(design, view({ highlights, routing })).filter(({ type }) => type === 'path')
      expect(edges).toHaveLength(links.length)
      const wall = [{ box: drawing.get('between')!.absolute, weight: 1 }]
      return edges.reduce((sum, edge) => {
        const middleOf = (id: string) => {
          const { x, y, width, height } = drawing.get(id)!.absolute
          return [x + width / 2, y + height / 2] as const
        }
        const ends = [
          boxAt(...middleOf(edge.source), edge.data!.from),
          boxAt(...middleOf(edge.target), edge.data!.to),
        ] as const
        const corners = cornersOf(...ends, edge.data!.shape)
        return sum + costOf(corners, wall, 1e9) - costOf(corners, [], 1e9)
      }, 0)
    }
    expect(weightOf({ routeLines, placeWords })).toBe(0)
  })

  it('leaves out a way that leads to something no longer drawn', () => {
    const links = [{ from: 'worker', to: 'gone', fromChip: null, toChip: null, state: 'carried' as const }]
    const highlights = { lights: new Map(), links, chips: new Set<string>(), outcome: 'succeeds' as const }
    expect(ids(projectEdges(design, view({ highlights })))).toEqual(ids(quiet))
  })
})

describe('in a large design', () => {
  const design = buildDesign((b) => {
    for (let v = 0; v < 60; v++) {
      const vpc = b.vpc({ id: `vpc-${v}`, cidrs: [`10.${v}.0.0/16`] })
      const subnet = b.subnet(vpc, { id: `net-${v}`, cidr: `10.${v}.0.0/24` })
      b.securityGroup(vpc, { id: `sg-${v}` })
      b.ec2(subnet, { id: `client-${v}`, securityGroups: [`sg-${v}`] })
      b.interfaceEndpoint(vpc, 'sqs', { id: `endpoint-${v}`, subnets: [subnet] })
    }
  })
  /** The lines that were asked a way, by where they begin and end. */
  const asked = (fields: Partial<EdgeView>) => {
    let count = 0
    const routing = {
      routeLines: (_: unknown, ends: Parameters<typeof routeLines>[1]) => {
        count += ends.length
        return routeLines(design, ends)
      },
      placeWords,
    }
    // another layout, or what was worked out before is known
    const edges = projectEdges({ ...design, layout: { ...design.layout } }, view({ routing, ...fields }))
    return { count, edges: edges.length }
  }

  it('lines that are more than one can follow do not look for a way', () => {
    const quiet = asked({})
    expect(quiet.edges).toBeGreaterThan(40)
    expect(quiet.count).toBe(0)
  })

  it('those of what is selected still do, and the way of a request', () => {
    expect(asked({ near: new Set(['client-7']) }).count).toBe(1)
    const links = [
      { from: 'client-7', to: 'net-7', fromChip: null, toChip: 'endpoint-7', state: 'carried' as const },
      { from: 'net-7', to: 'endpoint-7', fromChip: 'endpoint-7', toChip: null, state: 'carried' as const },
    ]
    const highlights = { lights: new Map(), links, chips: new Set<string>(), outcome: 'succeeds' as const }
    expect(asked({ highlights }).count).toBe(2)
  })
})
