import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import type { Design } from '../design.ts'
import { newId } from '../newId.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { describeDrop } from './describeDrop.ts'
import { planMove } from './planMove.ts'

const spot = { x: 5, y: 6 }
const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v', cidrs: ['10.0.0.0/16'] })
  const igw = b.internetGateway(v, { name: 'igw' })
  b.mainTable(
    v,
    [
      ['0.0.0.0/0', igw],
      ['com.amazonaws.us-east-1.s3', igw],
    ],
    { name: 'main' },
  )
  const table = b.routeTable(v, [], { name: 'private' })
  const g = b.securityGroup(v, { name: 'g' })
  const a = b.subnet(v, { name: 'a', zone: 'us-east-1a', cidr: '10.0.1.0/24', routeTable: table })
  const c = b.subnet(v, { name: 'c', zone: 'us-east-1b', cidr: '10.0.2.0/24' })
  b.ec2(a, { name: 'web', privateIp: '10.0.1.9', securityGroups: [g], publicIp: '198.51.100.7' })
  b.ec2(c, { name: 'db', privateIp: '10.0.2.9' })
  b.interfaceEndpoint(v, 'sqs', {
    name: 'sqs',
    subnets: [{ subnet: a, privateIp: '10.0.1.20' }, c],
    securityGroups: [g],
  })
  const w = b.vpc({ name: 'w', cidrs: ['10.0.0.0/16'] })
  b.subnet(w, { name: 'w1', zone: 'us-east-1a', cidr: '10.0.1.0/24' })
  b.zone(w, 'us-east-1f', { id: 'wf' })
  const far = b.region('eu-west-1', { id: 'far' })
  b.vpc({ name: 'x', region: far, cidrs: ['10.7.0.0/16'] })
  b.internetHost({ name: 'host' })
})
const move = (id: string, parent: string | null, from: Design = design) => {
  const plan = planMove(from, id, parent, spot)
  if (!plan.ok) throw new Error(plan.sentence)
  return { ...plan, after: applyEdits(from, plan.edits).design }
}
const drop = (id: string, target: string | null) => describeDrop(design, { id }, target).sentence

describe('within its container', () => {
  test.each([
    ['web', 'a', 'Stays in a'],
    ['web', 'web', 'Stays in a'],
    ['v', 'region-1', 'Stays in us-east-1'],
    ['v', 'web', 'Stays in us-east-1'],
    ['main', 'a', 'Stays in v'],
    ['host', null, 'Stays where it is'],
    ['region-1', 'a', 'Stays where it is'],
  ])('%s dropped on %s', (id, target, sentence) => {
    const plan = move(id, target)
    expect(plan.sentence).toBe(sentence)
    expect(plan.edits).toEqual([{ kind: 'place', id, placement: spot }])
  })
})

test('a client dropped in another subnet lies there; an address that is not of that subnet is cleared', () => {
  const { after, sentence } = move('web', 'c')
  expect(sentence).toBe('web moves to c and gets an address from 10.0.2.0/24')
  expect(after.constructs.web).toMatchObject({
    interfaces: [{ subnet: 'c', privateIp: null, securityGroups: ['g'], publicIp: '198.51.100.7' }],
  })
  expect(after.layout.web).toEqual(spot)
})

test('a subnet dropped in another zone takes that zone and keeps the rest', () => {
  const { after, sentence, edits } = move('a', 'us-east-1b')
  expect(sentence).toBe('a moves to us-east-1b')
  expect(edits).toHaveLength(2)
  expect(after.constructs.a).toMatchObject({ zone: 'us-east-1b', cidr: '10.0.1.0/24', routeTable: 'private' })
})

test('a subnet dropped in another VPC gets a free block there and lets go of what stays behind', () => {
  const { after, sentence } = move('a', 'wf')
  expect(sentence).toBe('a moves to us-east-1f and gets 10.0.0.0/24')
  expect(after.constructs.a).toMatchObject({ zone: 'wf', cidr: '10.0.0.0/24', routeTable: null })
  expect(after.constructs.web).toMatchObject({ interfaces: [{ privateIp: null, securityGroups: [] }] })
  expect(after.constructs.sqs).toMatchObject({ subnets: [{ subnet: 'c', privateIp: null }], securityGroups: ['g'] })
})

test('a subnet dropped on another VPC goes to one of its zones, or to a new one', () => {
  expect(move('a', 'w').after.constructs.a).toMatchObject({ zone: 'wf' })
  const { after, sentence, parent } = move('a', 'x')
  expect(sentence).toBe('a moves to eu-west-1a and gets 10.7.0.0/24')
  expect(parent).toBe('x')
  expect(after.layout['availability-zone-2']).toEqual(spot)
  expect(after.layout.a).toBe(undefined)
})

test('a zone takes its subnets to another VPC, unless that has the zone already', () => {
  expect(drop('us-east-1a', 'w')).toBe('w has a zone us-east-1a already: move the subnets into that one')
  const { after } = move('us-east-1b', 'x')
  expect(after.constructs['us-east-1b']).toMatchObject({ vpc: 'x', zoneName: 'eu-west-1b', name: 'eu-west-1b' })
  expect(after.constructs.c).toMatchObject({ cidr: '10.7.0.0/24' })
  expect(after.constructs.db).toMatchObject({ interfaces: [{ privateIp: null }] })
})

test('a VPC dropped in another Region takes that Region’s names', () => {
  const { after } = move('v', 'far')
  expect(after.constructs.v).toMatchObject({ region: 'far', cidrs: ['10.0.0.0/16'] })
  expect(after.constructs['us-east-1a']).toMatchObject({ zoneName: 'eu-west-1a', name: 'eu-west-1a' })
  expect(after.constructs.sqs).toMatchObject({
    service: 'com.amazonaws.eu-west-1.sqs',
    subnets: [{ privateIp: '10.0.1.20' }, {}],
  })
  expect(after.constructs.main).toMatchObject({
    routes: [{}, { destination: { prefixList: 'com.amazonaws.eu-west-1.s3' } }],
  })
  expect(after.constructs.a).toMatchObject({ cidr: '10.0.1.0/24', routeTable: 'private' })
})

test('a gateway moved to another VPC leaves blackhole routes; one more there is refused', () => {
  const { after } = move('igw', 'w')
  expect(after.constructs.main).toMatchObject({ routes: [{ target: 'blackhole' }, { target: 'blackhole' }] })
  expect(planMove(buildBoth(), 'igw-1', 'w', spot)).toMatchObject({
    ok: false,
    sentence: 'w has an internet gateway already, igw-2: a VPC takes only one',
  })
})

const buildBoth = () =>
  buildDesign((b) => {
    b.internetGateway(b.vpc({ name: 'v' }), { name: 'igw-1' })
    b.internetGateway(b.vpc({ name: 'w' }), { name: 'igw-2' })
  })

test('a table or group moved to another VPC is let go by the one it leaves', () => {
  expect(move('main', 'w').after.constructs).toMatchObject({
    v: { mainRouteTable: null },
    main: { vpc: 'w', routes: [{ target: 'blackhole' }, {}] },
  })
  expect(move('g', 'w').after.constructs).toMatchObject({
    web: { interfaces: [{ securityGroups: [] }] },
    sqs: { securityGroups: [] },
  })
})

test.each([
  ['v', null, 'A VPC lies in a Region: drop it on one'],
  ['web', 'v', 'A client lies in a subnet: drop it on one'],
  ['web', null, 'A client lies in a subnet: drop it on one'],
  ['a', 'v', 'A subnet lies in an Availability Zone: drop it on a zone or on its VPC'],
  ['host', 'region-1', 'An internet host lies on the open canvas: drop it outside us-east-1'],
  ['nobody', null, 'There is no construct with the id “nobody”'],
])('%s dropped on %s is refused', (id, target, sentence) => {
  expect(describeDrop(design, { id }, target)).toEqual({ ok: false, sentence, parent: null })
})

test('what has lost its container can be moved about and put into a new one', () => {
  const lost = buildDesign((b) => {
    b.subnet(b.vpc({ name: 'v' }), { name: 's', cidr: '10.0.1.0/24' })
    b.ec2('s', { name: 'web' })
    b.set<'client'>('web', {
      interfaces: [
        {
          subnet: 'gone',
          securityGroups: [],
          privateIp: null,
          ipv6: null,
          publicIp: 'none',
          sourceDestCheck: true,
          interfaceId: null,
        },
      ],
    })
  })
  expect(move('web', null, lost).edits).toEqual([{ kind: 'place', id: 'web', placement: spot }])
  expect(move('web', 's', lost).after.constructs.web).toMatchObject({ interfaces: [{ subnet: 's' }] })
})

test('what names a zone that is not there may already lie in the one that is made for it', () => {
  // the id that a new zone gets
  const zone = newId(design, 'availability-zone')
  const lost = { ...design, constructs: { ...design.constructs, a: { ...design.constructs.a, zone } } } as Design
  const { edits, after } = move('a', 'x', lost)
  expect(edits).not.toContain(null)
  expect(after.constructs.a).toMatchObject({ kind: 'subnet', zone })
  expect(after.constructs[zone]).toMatchObject({ kind: 'availability-zone', vpc: 'x' })
})
