import { describe, expect, it } from 'vitest'
import { applyEdits, type Edit, listOfKind } from '../../../core/model/index.ts'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import type { CanvasNode, ContainerNode } from './canvasNodes.ts'
import { type NodeView, projectNodes, Z } from './projectNodes.ts'

const view = (fields: Partial<NodeView> = {}): NodeView => ({
  selection: new Set(),
  marks: new Map(),
  highlights: null,
  ...fields,
})
const byId = (nodes: readonly CanvasNode[]) => new Map(nodes.map((node) => [node.id, node]))
const changed = (before: readonly CanvasNode[], after: readonly CanvasNode[]) => {
  const earlier = byId(before)
  return after.filter((node) => node !== earlier.get(node.id)).map(({ id }) => id)
}

describe('projectNodes', () => {
  const design = kinesisDesign()
  const nodes = projectNodes(design, view())

  it('draws every construct once, containers before their content and below it', () => {
    expect(nodes.map(({ id }) => id).sort()).toEqual(Object.keys(design.constructs).sort())
    for (const [at, { parentId, zIndex }] of nodes.entries()) {
      if (parentId === undefined) continue
      const container = nodes.findIndex(({ id }) => id === parentId)
      expect(container).toBeLessThan(at)
      expect(nodes[container]!.zIndex).toBeLessThan(zIndex!)
    }
  })

  it('lays what decided over its neighbours, whose edge would cover its word', () => {
    const lights = new Map([
      ['worker', { state: 'passed', current: false }],
      ['endpoint', { state: 'refused', current: false }],
    ] as const)
    const highlights = { lights, links: [], chips: new Set<string>(), outcome: 'fails' } as const
    const drawn = byId(projectNodes(design, view({ highlights })))
    expect(drawn.get('worker')!.zIndex).toBe(Z.leaf)
    expect(drawn.get('endpoint')!.zIndex).toBeGreaterThan(Z.leaf)
  })

  it('knows two types of node and gives both their size beforehand', () => {
    for (const { type, width, height, measured } of nodes) {
      expect(['construct', 'container']).toContain(type)
      expect(measured).toEqual({ width, height })
    }
  })

  it('draws interfaces of endpoints as chips of their subnets, and tells public subnets', () => {
    const subnet = (id: string) => (byId(nodes).get(id) as ContainerNode).data
    expect(subnet('back-b').chips.map(({ owner }) => owner)).toEqual(['endpoint'])
    expect(subnet('front')).toMatchObject({ isPublic: true, chips: [] })
    expect(subnet('back-a').isPublic).toBe(false)
  })

  it('names the account of a container where the design has several', () => {
    const ownerOf = (given: typeof design) => (byId(projectNodes(given, view())).get('vpc') as ContainerNode).data.owner
    expect(ownerOf(design)).toBeNull()
    const second = { ...listOfKind(design, 'account')[0]!, id: 'account-2', name: 'Payments' }
    const { design: shared } = applyEdits(design, [
      { kind: 'add', construct: second },
      { kind: 'change', of: 'vpc', id: 'vpc', fields: { account: 'account-2' } },
    ])
    expect(ownerOf(shared)).toBe('Payments')
    expect(byId(projectNodes(shared, view())).get('vpc')?.ariaLabel).toContain('of Payments')
  })

  it('says in words what a node is and where', () => {
    const marks = new Map([['worker', { count: 2, severity: 'warning' as const }]])
    const label = byId(projectNodes(design, view({ marks }))).get('worker')?.ariaLabel
    expect(label).toBe(
      'worker, Client, EC2 instance, in back-a, us-east-1a, vpc, us-east-1, 2 findings, the gravest is warning',
    )
  })

  it('keeps the very same nodes where nothing has changed', () => {
    const again = projectNodes({ ...design, constructs: { ...design.constructs } }, view(), byId(nodes))
    expect(changed(nodes, again)).toEqual([])
  })

  it('draws only what has moved, been selected or changed', () => {
    const redraw = (edit: Edit) => projectNodes(applyEdits(design, [edit]).design, view(), byId(nodes))
    expect(changed(nodes, redraw({ kind: 'place', id: 'igw', placement: { x: 600, y: 300 } }))).toEqual(['igw'])
    expect(changed(nodes, projectNodes(design, view({ selection: new Set(['igw']) }), byId(nodes)))).toEqual(['igw'])
    const renamed = redraw({ kind: 'change', of: 'internet-gateway', id: 'igw', fields: { name: 'door' } })
    expect(changed(nodes, renamed)).toEqual(['igw'])
  })

  it('keeps the content of a node that has only moved', () => {
    const moved = applyEdits(design, [{ kind: 'place', id: 'igw', placement: { x: 600, y: 300 } }]).design
    expect(byId(projectNodes(moved, view(), byId(nodes))).get('igw')?.data).toBe(byId(nodes).get('igw')?.data)
  })

  it('draws what lies in a renamed container anew, for its label names the container', () => {
    const edit: Edit = { kind: 'change', of: 'subnet', id: 'back-b', fields: { name: 'rear' } }
    const after = projectNodes(applyEdits(design, [edit]).design, view(), byId(nodes))
    expect(changed(nodes, after)).toEqual(['back-b'])
    const inside: Edit = { kind: 'change', of: 'subnet', id: 'back-a', fields: { name: 'rear' } }
    expect(changed(nodes, projectNodes(applyEdits(design, [inside]).design, view(), byId(nodes)))).toEqual([
      'back-a',
      'worker',
    ])
  })
})
