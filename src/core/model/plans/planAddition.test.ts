import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { parentOf } from '../containment.ts'
import type { Design } from '../design.ts'
import { emptyDesign } from '../emptyDesign.ts'
import { fieldProblems } from '../fields/fieldProblems.ts'
import { constructKinds } from '../kinds/definitions.ts'
import type { ConstructKind } from '../kinds/registry.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { describeDrop } from './describeDrop.ts'
import { planAddition } from './planAddition.ts'

const spot = { x: 10, y: 20 }
const add = (design: Design, kind: ConstructKind, parent: string | null) => {
  const plan = planAddition(design, kind, parent, spot)
  if (!plan.ok) throw new Error(plan.sentence)
  const after = applyEdits(design, plan.edits).design
  return { ...plan, after, made: after.constructs[plan.id]! }
}
const drop = (design: Design, kind: ConstructKind, parent: string | null) =>
  describeDrop(design, { kind }, parent).sentence

const empty = emptyDesign()
const bare: Design = { ...empty, constructs: {} }
const town = buildDesign((b) => {
  const v = b.vpc({ name: 'v', cidrs: ['10.0.0.0/16'] })
  b.mainTable(v, [], { name: 'main' })
  b.subnet(v, { name: 'a1', zone: 'us-east-1a', cidr: '10.0.0.0/24' })
  b.subnet(v, { name: 'a2', zone: 'us-east-1a', cidr: '10.0.2.0/24', mapPublicIpOnLaunch: true })
  b.subnet(v, {
    name: 'b1',
    zone: 'us-east-1b',
    cidr: '10.0.1.0/24',
    routeTable: b.routeTable(v, [], { name: 'private' }),
  })
  b.ec2('a1', { name: 'web' })
})

describe('on an empty canvas', () => {
  test('a VPC brings a Region and a main route table, and stands where it was dropped', () => {
    const { edits, sentence, parent, after, made } = add(bare, 'vpc', null)
    expect(sentence).toBe('VPC gets 10.0.0.0/16 in us-east-1, a new Region, with a main route table')
    expect(parent).toBe(null)
    expect(edits.map((edit) => edit.kind === 'add' && edit.construct.kind)).toEqual([
      'region',
      'account',
      'route-table',
      'vpc',
    ])
    expect(made).toMatchObject({
      region: 'region-1',
      account: 'account-1',
      mainRouteTable: 'route-table-1',
      cidrs: ['10.0.0.0/16'],
    })
    expect(after.constructs['route-table-1']).toMatchObject({ vpc: 'vpc-1', routes: [] })
    expect(after.layout).toEqual({ 'region-1': spot })
  })

  test('the only Region takes what belongs in a Region', () => {
    for (const kind of ['vpc', 'aws-service', 's3-bucket', 'dynamodb-table', 'prefix-list'] as const)
      expect(add(empty, kind, null).parent).toBe('region-1')
  })

  test('Regions, accounts and internet hosts each differ from those that are there', () => {
    expect(add(empty, 'region', null).made).toMatchObject({ code: 'eu-west-1', name: 'eu-west-1' })
    expect(add(empty, 'account', null).made).toMatchObject({ accountId: '444455556666' })
    const first = add(empty, 'internet-host', null)
    expect(first.made).toMatchObject({ addresses: ['203.0.113.10'] })
    expect(add(first.after, 'internet-host', null).made).toMatchObject({ addresses: ['203.0.113.11'] })
  })

  test('a subnet has nowhere to go', () => {
    expect(drop(empty, 'subnet', null)).toBe('A subnet lies in an Availability Zone: drop it on a zone or on its VPC')
    expect(drop(empty, 'client', null)).toBe('A client lies in a subnet: drop it on one')
  })
})

describe('VPCs', () => {
  test('each gets the next free /16', () => {
    const second = add(town, 'vpc', 'region-1')
    expect(second.made).toMatchObject({ cidrs: ['10.1.0.0/16'], name: 'VPC 1' })
    expect(add(second.after, 'vpc', 'region-1').made).toMatchObject({ cidrs: ['10.2.0.0/16'] })
  })

  test('with several Regions the open canvas does not say which', () => {
    const two = add(town, 'region', null).after
    expect(drop(two, 'vpc', null)).toBe('A VPC lies in a Region: drop it on one')
    expect(drop(town, 'vpc', 'a1')).toBe('A VPC lies directly in a Region: drop it beside v')
  })
})

describe('subnets', () => {
  test('the zone under the pointer takes it, with the next free /24', () => {
    expect(add(town, 'subnet', 'us-east-1b').made).toMatchObject({ zone: 'us-east-1b', cidr: '10.0.3.0/24' })
    expect(drop(town, 'subnet', 'us-east-1b')).toBe('Subnet gets 10.0.3.0/24 in us-east-1b')
    expect(add(town, 'subnet', 'a1').parent).toBe('us-east-1a')
    expect(add(town, 'subnet', 'web').parent).toBe('us-east-1a')
  })

  test('on the VPC it goes to the zone with the fewest subnets', () => {
    expect(add(town, 'subnet', 'v').made).toMatchObject({ zone: 'us-east-1b' })
  })

  test('a VPC without zones gets its first one', () => {
    const fresh = add(empty, 'vpc', null).after
    const { made, sentence, parent, after } = add(fresh, 'subnet', 'vpc-1')
    expect(sentence).toBe('Subnet gets 10.0.0.0/24 in us-east-1a, a new zone of VPC 1')
    expect(parent).toBe('vpc-1')
    expect(made).toMatchObject({ zone: 'availability-zone-1', name: 'Subnet 1' })
    expect(after.constructs['availability-zone-1']).toMatchObject({ zoneName: 'us-east-1a', name: 'us-east-1a' })
    expect(after.layout).toMatchObject({ 'availability-zone-1': spot })
    expect(after.layout['subnet-1']).toBe(undefined)
    expect(add(after, 'subnet', null).made).toMatchObject({ zone: 'availability-zone-1', cidr: '10.0.1.0/24' })
  })

  test('small VPCs give smaller blocks, full ones none', () => {
    const small = buildDesign((b) => void b.vpc({ name: 'v', cidrs: ['10.0.0.0/27'] }))
    const one = add(small, 'subnet', 'v')
    expect(one.made).toMatchObject({ cidr: '10.0.0.0/27' })
    expect(drop(one.after, 'subnet', 'v')).toBe(
      'v has no free block left for a subnet: give it another IPv4 block first',
    )
    const odd = buildDesign((b) => void b.vpc({ name: 'v', cidrs: ['300.1.1.1/8', '10.5.0.9/24', '10.6.0.0/24'] }))
    expect(add(odd, 'subnet', 'v').made).toMatchObject({ cidr: '10.6.0.0/24' })
  })

  test('zone names follow the account’s map where it has one, else the alphabet', () => {
    expect(add(town, 'availability-zone', 'a1').made).toMatchObject({ zoneName: 'us-east-1c', vpc: 'v' })
    const mapped = buildDesign((b) => {
      b.account({ id: 'acct', zones: { 'us-east-1': { 'us-east-1b': 'use1-az1', 'us-east-1d': 'use1-az2' } } })
      b.zone(b.vpc({ name: 'v', account: 'acct' }), 'us-east-1b')
    })
    const next = add(mapped, 'availability-zone', 'v')
    expect(next.made).toMatchObject({ zoneName: 'us-east-1d' })
    expect(drop(next.after, 'availability-zone', 'v')).toBe('v has all zones of its Region already')
  })
})

describe('things of a VPC', () => {
  test.each([
    'route-table',
    'internet-gateway',
    'security-group',
    'network-acl',
    'gateway-endpoint',
    'interface-endpoint',
  ] as const)('a %s dropped anywhere in the VPC belongs to it', (kind) => {
    for (const target of ['v', 'us-east-1a', 'a1', 'web', 'main', 'region-1', null]) {
      const { made, parent } = add(town, kind, target)
      expect(made).toMatchObject({ vpc: 'v' })
      expect(parent).toBe('v')
    }
  })

  test('a second internet gateway is refused', () => {
    const { after } = add(town, 'internet-gateway', 'v')
    expect(drop(after, 'internet-gateway', 'a1')).toBe(
      'v has an internet gateway already, Internet gateway 1: a VPC takes only one',
    )
  })

  test('with two VPCs the Region does not say which', () => {
    expect(drop(add(town, 'vpc', 'region-1').after, 'security-group', 'region-1')).toBe(
      'A security group lies in a VPC: drop it on one',
    )
  })

  test('a NAT gateway wants its subnet shown', () => {
    expect(drop(town, 'nat-gateway', 'v')).toBe('A NAT gateway lies in a subnet: drop it on one')
    expect(drop(town, 'nat-gateway', 'a1')).toBe('NAT gateway gets an address from 10.0.0.0/24')
    expect(add(town, 'nat-gateway', 'web').made).toMatchObject({ subnet: 'a1' })
  })
})

describe('clients', () => {
  test('take an address of the subnet, and a public one where it gives them', () => {
    expect(drop(town, 'client', 'a1')).toBe('Client gets an address from 10.0.0.0/24')
    expect(add(town, 'client', 'a1').made).toMatchObject({ interfaces: [{ subnet: 'a1', publicIp: 'none' }] })
    expect(drop(town, 'client', 'a2')).toBe('Client gets an address from 10.0.2.0/24 and a public one')
    expect(add(town, 'client', 'a2').made).toMatchObject({ interfaces: [{ subnet: 'a2', publicIp: 'auto' }] })
  })

  test('go to the only subnet there is, and nowhere when there are several', () => {
    expect(add(town, 'client', 'us-east-1b').made).toMatchObject({ interfaces: [{ subnet: 'b1' }] })
    expect(drop(town, 'client', 'v')).toBe('A client lies in a subnet: drop it on one')
  })
})

describe('endpoints', () => {
  test('a gateway endpoint is for S3 of its Region, with the table under the pointer', () => {
    expect(add(town, 'gateway-endpoint', 'v').made).toMatchObject({
      service: 'com.amazonaws.us-east-1.s3',
      routeTables: ['main'],
    })
    expect(drop(town, 'gateway-endpoint', 'v')).toBe('Gateway endpoint for s3 puts its route into main')
    expect(add(town, 'gateway-endpoint', 'b1').made).toMatchObject({ routeTables: ['private'] })
    expect(add(town, 'gateway-endpoint', 'private').made).toMatchObject({ routeTables: ['private'] })
  })

  test('the second is for DynamoDB, and the third for S3 again on no table that has it', () => {
    const second = add(add(town, 'gateway-endpoint', 'v').after, 'gateway-endpoint', 'v')
    expect(second.made).toMatchObject({ service: 'com.amazonaws.us-east-1.dynamodb', routeTables: ['main'] })
    expect(add(second.after, 'gateway-endpoint', 'v').made).toMatchObject({
      service: 'com.amazonaws.us-east-1.s3',
      routeTables: [],
    })
    expect(add(second.after, 'gateway-endpoint', 'private').made).toMatchObject({ routeTables: ['private'] })
  })

  test('an interface endpoint gets the subnet under the pointer, on the VPC none', () => {
    expect(drop(town, 'interface-endpoint', 'a1')).toBe(
      'Interface endpoint for kinesis-streams gets an address from 10.0.0.0/24',
    )
    expect(add(town, 'interface-endpoint', 'a1').made).toMatchObject({ subnets: [{ subnet: 'a1', privateIp: null }] })
    expect(add(town, 'interface-endpoint', 'v').made).toMatchObject({ subnets: [] })
  })

  test('an interface endpoint is for a drawn service that has none yet, and never for one twice', () => {
    const drawn = buildDesign((b) => {
      b.vpc({ name: 'v' })
      b.awsService('athena')
    })
    const first = add(drawn, 'interface-endpoint', 'v')
    expect(first.made).toMatchObject({ service: 'com.amazonaws.us-east-1.athena' })
    const second = add(first.after, 'interface-endpoint', 'v')
    expect(second.made).toMatchObject({ service: 'com.amazonaws.us-east-1.kinesis-streams' })
    expect(add(second.after, 'aws-service', 'region-1').made).toMatchObject({
      service: 'com.amazonaws.us-east-1.kinesis-streams',
      name: 'kinesis-streams',
    })
  })
})

test('what lies on the canvas itself is refused inside a Region, with a sentence', () => {
  expect(drop(town, 'internet-host', 'a1')).toBe('An internet host lies on the open canvas: drop it outside a1')
  expect(drop(town, 'region', 'region-1')).toBe('A Region lies on the open canvas: drop it outside us-east-1')
})

test('whatever is dropped anywhere is refused in a sentence or fits, with nothing wrong in its fields', () => {
  for (const design of [bare, empty, town])
    for (const kind of constructKinds)
      for (const target of [null, 'nobody', ...Object.keys(design.constructs)]) {
        const plan = planAddition(design, kind, target, spot)
        const said = describeDrop(design, { kind }, target)
        expect([said.ok, said.sentence]).toEqual([plan.ok, plan.sentence])
        if (!plan.ok) {
          expect(plan.sentence).toMatch(/^[A-Za-z].*[^.]$/)
          continue
        }
        const { design: after } = applyEdits(design, plan.edits)
        expect(said.parent).toBe(plan.parent)
        expect(fieldProblems(after.constructs[plan.id]!)).toEqual([])
        expect(Object.keys(after.layout)).toHaveLength(1)
        const [placed] = Object.keys(after.layout)
        expect(parentOf(after, placed!)).toBe(plan.parent)
      }
})
