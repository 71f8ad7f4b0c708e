import { describe, expect, it } from 'vitest'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import { type CanvasEdge, type EdgeView, projectEdges } from './projectEdges.ts'

const view = (fields: Partial<EdgeView> = {}): EdgeView => ({ near: new Set(), highlights: null, ...fields })
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

  it('leaves out a way that leads to something no longer drawn', () => {
    const links = [{ from: 'worker', to: 'gone', fromChip: null, toChip: null, state: 'carried' as const }]
    const highlights = { lights: new Map(), links, chips: new Set<string>(), outcome: 'succeeds' as const }
    expect(ids(projectEdges(design, view({ highlights })))).toEqual(ids(quiet))
  })
})
