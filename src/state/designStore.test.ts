import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureDrawing, planRoom } from '../core/layout/index.ts'
import { type Design, type Edit, planConnection } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createDesignStore } from './designStore.ts'

const initial = buildDesign((b) => {
  const vpc = b.vpc({ id: 'vpc', cidrs: ['10.0.0.0/16'] })
  b.subnet(vpc, { id: 'subnet-a', cidr: '10.0.1.0/24' })
})
const client = (id: string) => buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id })).constructs[id]!

/** Puts what has no place at 1,1. */
const planMissingPlacements = (design: Design): readonly Edit[] =>
  Object.keys(design.constructs)
    .filter((id) => !Object.hasOwn(design.layout, id))
    .map((id) => ({ kind: 'place', id, placement: { x: 1, y: 1 } }))

function createTestStore(makeRoom: typeof planRoom = () => []) {
  const refusals: string[] = []
  const store = createDesignStore({
    initial,
    planMissingPlacements,
    planRoom: makeRoom,
    onRefused: (sentence) => refusals.push(sentence),
  })
  const read = () => store.getState()
  return { read, refusals, ...store.getState() }
}
const nameEdit = (name: string): Edit => ({ kind: 'change', of: 'vpc', id: 'vpc', fields: { name } })
const moveEdit = (x: number): Edit => ({ kind: 'place', id: 'vpc', placement: { x, y: 0 } })

describe('createDesignStore', () => {
  it('places what has no place, without an undo step', () => {
    const { read } = createTestStore()
    expect(read().design.layout['subnet-a']).toEqual({ x: 1, y: 1 })
    expect(read().undoLabel).toBeNull()
  })

  it('undoes and redoes, naming the steps', () => {
    const { read, apply, undo, redo } = createTestStore()
    const before = read().design
    apply('Rename VPC', [nameEdit('main')])
    apply('Move VPC', [moveEdit(50)])
    expect([read().undoLabel, read().redoLabel]).toEqual(['Move VPC', null])
    undo()
    expect([read().undoLabel, read().redoLabel]).toEqual(['Rename VPC', 'Move VPC'])
    undo()
    expect(read().design).toEqual(before)
    redo()
    redo()
    expect(read().design.constructs.vpc?.name).toBe('main')
    expect(read().design.layout.vpc).toEqual({ x: 50, y: 0 })
    expect(read().redoLabel).toBeNull()
    redo()
    expect(read().undoLabel).toBe('Move VPC')
  })

  it('moves aside what a change makes too large, as part of the same step', () => {
    const hub = buildDesign((b) => {
      b.transitGateway({ id: 'hub' })
      for (const n of [1, 2]) b.ec2(b.subnet(b.vpc({ id: `vpc-${n}`, cidrs: [`10.${n}.0.0/16`] })))
    })
    const { read, apply, open, undo } = createTestStore(planRoom)
    open(hub)
    const boxes = () => ['hub', 'vpc-1', 'vpc-2'].map((id) => measureDrawing(read().design).get(id)!.absolute)
    const below = boxes()[1]!.height + 20
    apply('Line up', [
      { kind: 'place', id: 'vpc-1', placement: { x: 20, y: 40 } },
      { kind: 'place', id: 'vpc-2', placement: { x: 20, y: 40 + below } },
      { kind: 'place', id: 'hub', placement: { x: 20, y: 40 + below * 2 } },
    ])
    const before = read().design
    const plan = planConnection(before, 'vpc-1', 'hub')
    apply('Attach', plan.ok ? plan.edits : [])
    const [gateway, first, second] = boxes()
    expect(second!.y).toBeGreaterThanOrEqual(first!.y + first!.height)
    expect(gateway!.y).toBeGreaterThanOrEqual(second!.y + second!.height)
    undo()
    expect(read().design).toEqual(before)
  })

  it('raises the revision with the meaning only', () => {
    const { read, apply, undo } = createTestStore()
    const { revision } = read()
    apply('Move VPC', [moveEdit(50)])
    expect(read().revision).toBe(revision)
    apply('Rename VPC', [nameEdit('main'), moveEdit(60)])
    expect(read().revision).toBe(revision + 1)
    undo()
    expect(read().revision).toBe(revision + 2)
    undo()
    expect(read().revision).toBe(revision + 2)
  })

  it('refuses an edit that does not fit, says why and keeps the design', () => {
    const { read, apply, refusals } = createTestStore()
    const before = read().design
    expect(apply('Remove', [nameEdit('main'), { kind: 'remove', id: 'nobody' }])).toBe(false)
    expect(read().design).toBe(before)
    expect(read().undoLabel).toBeNull()
    expect(refusals).toEqual(['There is no construct with the id “nobody”.'])
  })

  it('makes no step of an edit that changes nothing', () => {
    const { read, apply } = createTestStore()
    const { design, revision } = read()
    expect(apply('Rename VPC', [nameEdit(design.constructs.vpc!.name)])).toBe(true)
    expect(apply('Nothing', [])).toBe(true)
    expect(read().design).toBe(design)
    expect(read().revision).toBe(revision)
    expect(read().undoLabel).toBeNull()
  })

  it('makes one step of the letters typed in one focus', () => {
    const { read, apply, undo, redo } = createTestStore()
    const name = () => read().design.constructs.vpc?.name
    const before = name()
    for (const text of ['m', 'ma', 'mai', 'main']) apply('Rename VPC', [nameEdit(text)], { mergeKey: 'vpc.name#1' })
    for (const text of ['x', 'xy']) apply('Rename VPC', [nameEdit(text)], { mergeKey: 'vpc.name#2' })
    undo()
    expect(name()).toBe('main')
    undo()
    expect(name()).toBe(before)
    expect(read().undoLabel).toBeNull()
    redo()
    expect(name()).toBe('main')
    apply('Rename VPC', [nameEdit('mains')], { mergeKey: 'vpc.name#1' })
    undo()
    expect(name(), 'a step that was undone and redone is closed').toBe('main')
  })

  it('merges steps that touch different things too', () => {
    const { read, apply, undo } = createTestStore()
    const before = read().design
    apply('Edit', [nameEdit('main')], { mergeKey: 'k' })
    apply('Edit', [{ kind: 'change', of: 'vpc', id: 'vpc', fields: { dnsHostnames: true } }], { mergeKey: 'k' })
    apply('Edit', [{ kind: 'settings', fields: { title: 'Other' } }], { mergeKey: 'k' })
    undo()
    expect(read().design).toEqual(before)
  })

  it('places what an edit adds without a place, in the same step', () => {
    const { read, apply, undo } = createTestStore()
    const before = read().design
    apply('Add client', [{ kind: 'add', construct: client('web') }])
    expect(read().design.layout.web).toEqual({ x: 1, y: 1 })
    undo()
    expect(read().design).toEqual(before)
  })

  it('drops what is gone from the selection and selects what undo brings back', () => {
    const { read, apply, undo, redo, select } = createTestStore()
    select(['vpc', 'subnet-a', 'nobody', 'vpc'])
    expect(read().selection).toEqual(['vpc', 'subnet-a'])
    apply('Remove subnet', [{ kind: 'remove', id: 'subnet-a' }])
    expect(read().selection).toEqual(['vpc'])
    undo()
    expect(read().selection).toEqual(['vpc'])
    select(['subnet-a'])
    redo()
    expect(read().selection).toEqual([])
    undo()
    expect(read().selection).toEqual(['subnet-a'])
  })

  it('keeps the same selection list while nothing in it changes', () => {
    const { read, apply, select } = createTestStore()
    select(['vpc'])
    const { selection } = read()
    select(['vpc'])
    apply('Move VPC', [moveEdit(9)])
    expect(read().selection).toBe(selection)
  })

  it('keeps 500 steps', () => {
    const { read, apply, undo } = createTestStore()
    for (let x = 1; x <= 520; x++) apply('Move', [moveEdit(x)])
    let steps = 0
    for (; read().undoLabel; steps++) undo()
    expect(steps).toBe(500)
    expect(read().design.layout.vpc?.x).toBe(20)
  })

  it('forgets the history when another document is opened', () => {
    const { read, apply, open, select } = createTestStore()
    apply('Rename VPC', [nameEdit('main')])
    select(['vpc'])
    const { revision, opened } = read()
    open(buildDesign((b) => b.vpc({ id: 'other' })))
    expect(read()).toMatchObject({
      undoLabel: null,
      redoLabel: null,
      selection: [],
      revision: revision + 1,
      opened: opened + 1,
    })
    expect(Object.keys(read().design.layout)).toContain('other')
  })

  it('comes back exactly, whatever was done in whatever order', () => {
    const step = fc.oneof(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c'),
        key: fc.option(fc.constantFrom('k', 'l'), { nil: undefined }),
      }),
      fc.record({ x: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ add: fc.constantFrom('c-1', 'c-2', 'c-3') }),
      fc.record({ remove: fc.constantFrom('c-1', 'c-2', 'subnet-a') }),
      fc.constantFrom('undo' as const, 'redo' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { read, apply, undo, redo } = createTestStore()
        const first = read().design
        for (const one of steps) {
          if (one === 'undo') undo()
          else if (one === 'redo') redo()
          else if ('name' in one) apply('Rename', [nameEdit(one.name)], one.key ? { mergeKey: one.key } : {})
          else if ('x' in one) apply('Move', [moveEdit(one.x)])
          else if ('add' in one) apply('Add', [{ kind: 'add', construct: client(one.add) }])
          else apply('Remove', [{ kind: 'remove', id: one.remove }])
        }
        while (read().redoLabel) redo()
        const last = read().design
        let count = 0
        for (; read().undoLabel; count++) undo()
        expect(read().design).toEqual(first)
        for (; count > 0; count--) redo()
        expect(read().design).toEqual(last)
      }),
      { numRuns: 60 },
    )
  })
})
