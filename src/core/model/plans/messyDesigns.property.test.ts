import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { connectionsOf } from '../connections.ts'
import { childrenIndex, listConstructs, subtreeOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { emptyDesign } from '../emptyDesign.ts'
import { fieldProblems } from '../fields/fieldProblems.ts'
import { constructKinds } from '../kinds/definitions.ts'

import { parseDesign } from '../parse/parseDesign.ts'

import { serialiseDesign } from '../serialiseDesign.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { drawNeighbours } from '../testing/drawNeighbours.ts'
import { messyDesign } from '../testing/messyDesign.ts'
import { copyConstructs } from './copyConstructs.ts'
import { planAddition } from './planAddition.ts'
import { planConnection } from './planConnection.ts'
import { planMove } from './planMove.ts'
import { planPaste } from './planPaste.ts'
import { planRemoval, removalProblem } from './planRemoval.ts'

const rich = buildDesign((b) => {
  const v = b.vpc()
  const a = b.subnet(v, { zone: 'us-east-1a', cidr: '10.0.0.0/24' })
  const g = b.securityGroup(v, { ingress: [['tcp', 443, b.prefixList([])]] })
  b.securityGroup(v, { egress: [['tcp', 443, g]] })
  b.mainTable(
    v,
    [
      ['0.0.0.0/0', b.internetGateway(v)],
      ['prefix-list-1', b.natGateway(a)],
    ],
    { subnets: [a] } as object,
  )
  b.networkAcl(v, { subnets: [a] })
  b.ec2(a, { securityGroups: [g] })
  b.lambda(a)
  b.set<'client'>('client-2', {
    interfaces: [a, a].map((subnet) => ({
      subnet,
      securityGroups: [g],
      privateIp: '10.0.0.9',
      ipv6: null,
      publicIp: 'auto',
      sourceDestCheck: true,
      interfaceId: null,
    })),
  })
  b.interfaceEndpoint(v, 'sqs', { subnets: [a], securityGroups: [g] })
  b.gatewayEndpoint(v, 's3', { routeTables: ['route-table-1'] })
  b.s3Bucket('bucket-1')
  drawNeighbours(b, v, a, g)
})
const ids = Object.keys(rich.constructs)

const messy = messyDesign({ ...emptyDesign(), constructs: rich.constructs })

const holds = (design: Design, edits: readonly Edit[]) => {
  const done = applyEdits(design, edits)
  const text = serialiseDesign(done.design)
  expect(parseDesign(text).ok).toBe(true)
  expect(serialiseDesign(applyEdits(done.design, done.inverse).design)).toBe(serialiseDesign(design))
  return done.design
}

test('no design is so broken that looking at it or changing it fails', () => {
  fc.assert(
    fc.property(
      messy,
      fc.constantFrom(...ids),
      fc.constantFrom(...ids, null),
      fc.constantFrom(...constructKinds),
      (design, one, other, kind) => {
        expect([...childrenIndex(design).values()].flat().sort()).toEqual(Object.keys(design.constructs).sort())
        expect(subtreeOf(design, one)).toContain(one)
        connectionsOf(design)
        listConstructs(design).forEach(fieldProblems)
        removalProblem(design, [one])
        holds(design, planRemoval(design, [one]))
        for (const plan of [
          planAddition(design, kind, other, { x: 1, y: 2 }),
          planMove(design, one, other, { x: 1, y: 2 }),
          planConnection(design, one, other ?? one),
          planPaste(design, copyConstructs(design, [one]), other, { x: 1, y: 2 }),
        ]) {
          if (plan.ok) holds(design, plan.edits)
          else expect(plan.sentence).not.toBe('')
        }
      },
    ),
    { numRuns: 300 },
  )
}, 300_000)
