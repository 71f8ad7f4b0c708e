import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from './applyEdit.ts'
import { childrenIndex, constructAt, parentOf, subtreeOf } from './containment.ts'
import { constructKinds } from './kinds/definitions.ts'
import { parseDesign } from './parse/parseDesign.ts'
import { planRemoval } from './plans/planRemoval.ts'
import { referencesOf } from './references.ts'
import { serialiseDesign } from './serialiseDesign.ts'
import { editsFor, type Gesture, gesture } from './testing/arbitraryEdits.ts'
import { buildDesign } from './testing/designBuilder.ts'
import { drawNeighbours } from './testing/drawNeighbours.ts'

const start = buildDesign((b) => {
  const v = b.vpc({ ipv6Cidrs: ['2600:1f18:0:100::/56'] })
  const a = b.subnet(v, { zone: 'us-east-1a', cidr: '10.0.0.0/24', ipv6Cidr: '2600:1f18:0:100::/64' })
  const c = b.subnet(v, { zone: 'us-east-1b', cidr: '10.0.1.0/24' })
  const g = b.securityGroup(v, { ingress: [['tcp', 443, '10.0.0.0/16']] })
  b.mainTable(v, [['0.0.0.0/0', b.internetGateway(v)]])
  b.routeTable(v, [['0.0.0.0/0', b.natGateway(a, { publicIp: '198.51.100.8' })]], { subnets: [c] })
  b.networkAcl(v, { subnets: [c], ingress: [[100, 'allow', 'tcp', 443, '0.0.0.0/0']] })
  b.ec2(a, { securityGroups: [g], privateIp: '10.0.0.9', publicIp: 'auto' })
  b.lambda(c, { securityGroups: [g] })
  b.interfaceEndpoint(v, 'sqs', { subnets: [a, { subnet: c, privateIp: '10.0.1.9' }], securityGroups: [g] })
  b.gatewayEndpoint(v, 's3', { routeTables: ['route-table-1'] })
  b.prefixList(['10.9.0.0/16'])
  drawNeighbours(b, v, a, g)
  b.request({ from: 'client-1', to: 'sqs.us-east-1.amazonaws.com' })
})
const drawn = (gestures: readonly Gesture[]) =>
  gestures.reduce((design, one) => applyEdits(design, editsFor(design, one)).design, start)
const gestures = fc.array(gesture, { maxLength: 60, size: 'max' })

test('an edit and its inverse leave the same bytes, and redoing it those after', () => {
  fc.assert(
    fc.property(gestures, gesture, (before, next) => {
      const design = drawn(before)
      const done = applyEdits(design, editsFor(design, next))
      const undone = applyEdits(done.design, done.inverse)
      const redone = applyEdits(undone.design, undone.inverse)
      expect(serialiseDesign(undone.design)).toBe(serialiseDesign(design))
      expect(serialiseDesign(redone.design)).toBe(serialiseDesign(done.design))
    }),
    { numRuns: 100 },
  )
}, 300_000)

test('a whole session can be undone step by step, and redone', () => {
  fc.assert(
    fc.property(gestures, (session) => {
      let design = start
      const texts = [serialiseDesign(design)]
      const undo = []
      for (const one of session) {
        const done = applyEdits(design, editsFor(design, one))
        undo.push(done.inverse)
        design = done.design
        texts.push(serialiseDesign(design))
      }
      const redo = []
      for (const inverse of undo.toReversed()) {
        const undone = applyEdits(design, inverse)
        redo.push(undone.inverse)
        design = undone.design
        expect(serialiseDesign(design)).toBe(texts[redo.length === session.length ? 0 : session.length - redo.length])
      }
      for (const edits of redo.toReversed()) design = applyEdits(design, edits).design
      expect(serialiseDesign(design)).toBe(texts.at(-1))
    }),
    { numRuns: 60 },
  )
}, 300_000)

test('reading what was written gives the same design', () => {
  fc.assert(
    fc.property(gestures, (session) => {
      const design = drawn(session)
      const text = serialiseDesign(design)
      const again = parseDesign(text)
      expect(again).toEqual({ ok: true, design })
      expect(again.ok && serialiseDesign(again.design)).toBe(text)
    }),
    { numRuns: 100 },
  )
}, 300_000)

test('every construct lies in one place, and the index agrees with asking one by one', () => {
  fc.assert(
    fc.property(gestures, (session) => {
      const design = drawn(session)
      const listed = [...childrenIndex(design)].flatMap(([parent, ids]) => ids.map((id) => [id, parent] as const))
      expect(listed.map(([id]) => id).sort()).toEqual(Object.keys(design.constructs).sort())
      for (const [id, parent] of listed) expect(parentOf(design, id)).toBe(parent)
    }),
    { numRuns: 60 },
  )
}, 300_000)

test('a planned removal leaves no reference to what it took, and takes all that lay inside', () => {
  fc.assert(
    fc.property(gestures, fc.nat(), (session, pick) => {
      const design = drawn(session)
      const ids = Object.keys(design.constructs).sort()
      const id = ids[pick % ids.length]
      if (id === undefined) return
      const after = applyEdits(design, planRemoval(design, [id])).design
      if (constructAt(after, id)) return // the last account stays
      for (const inside of subtreeOf(design, id)) expect(constructAt(after, inside)).toBe(null)
      for (const construct of Object.values(after.constructs))
        for (const { to } of referencesOf(construct))
          if (constructAt(design, to)) expect(constructAt(after, to)).not.toBe(null)
    }),
    { numRuns: 100 },
  )
}, 300_000)

test('the sessions of these properties reach every kind of construct', () => {
  const seen = new Set(
    fc
      .sample(fc.array(gesture, { minLength: 60, maxLength: 60 }), { numRuns: 60, seed: 7 })
      .flatMap((session) => Object.values(drawn(session).constructs).map(({ kind }) => kind)),
  )
  expect([...seen].sort()).toEqual([...constructKinds].sort())
}, 300_000)
