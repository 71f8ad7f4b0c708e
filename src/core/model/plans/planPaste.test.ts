import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import type { Design } from '../design.ts'
import { emptyDesign } from '../emptyDesign.ts'
import { serialiseDesign } from '../serialiseDesign.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { copyConstructs } from './copyConstructs.ts'
import { planPaste } from './planPaste.ts'

const offset = { x: 24, y: 24 }
const design = (() => {
  const built = buildDesign((b) => {
    const v = b.vpc({ name: 'v', cidrs: ['10.0.0.0/16', '10.1.0.0/24'], ipv6Cidrs: ['2600:1f18:0:100::/56'] })
    b.internetGateway(v, { name: 'igw' })
    b.mainTable(v, [['0.0.0.0/0', 'igw']], { name: 'main' })
    const g = b.securityGroup(v, { name: 'g', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.securityGroup(v, {
      name: 'h',
      ingress: [
        ['tcp', 443, g],
        ['tcp', 80, 'h-peer'],
      ],
    })
    const a = b.subnet(v, { name: 'a', zone: 'us-east-1a', cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f18:0:101::/64' })
    b.ec2(a, {
      name: 'Client 1',
      privateIp: '10.0.1.9',
      ipv6: '2600:1f18:0:101::9',
      securityGroups: ['h'],
      publicIp: '198.51.100.7',
    })
    b.natGateway(a, { name: 'nat', publicIp: '198.51.100.8' })
    b.subnet(v, { name: 'extra', zone: 'us-east-1b', cidr: '10.1.0.0/25' })
    b.interfaceEndpoint(v, 'sqs', { name: 'sqs', subnets: [a], securityGroups: ['h'], dnsLabel: 'vpce-0a-1b' })
    b.s3Bucket('logs')
  })
  return { ...built, layout: { v: { x: 10, y: 10, width: 600, height: 400 }, a: { x: 5, y: 5 } } }
})()
const paste = (from: Design, ids: readonly string[], into: Design = from, parent: string | null = null) => {
  const plan = planPaste(into, copyConstructs(from, ids), parent, offset)
  if (!plan.ok) throw new Error(plan.sentence)
  const after = applyEdits(into, plan.edits).design
  return { ...plan, after, made: plan.ids.map((id) => after.constructs[id]!) }
}

test('a copied VPC brings all it holds, under new ids that name each other', () => {
  const { after, ids, made } = paste(design, ['v'])
  expect(ids).toEqual(['vpc-1'])
  expect(Object.keys(after.constructs)).toHaveLength(Object.keys(design.constructs).length + 12)
  expect(made[0]).toMatchObject({
    name: 'v 2',
    region: 'region-1',
    account: 'account-1',
    mainRouteTable: 'route-table-1',
  })
  expect(after.constructs).toMatchObject({
    'route-table-1': { vpc: 'vpc-1', routes: [{ target: 'internet-gateway-1' }] },
    'security-group-2': { ingress: [{ peer: { securityGroup: 'security-group-1' } }] },
    'availability-zone-1': { vpc: 'vpc-1', zoneName: 'us-east-1a', name: 'us-east-1a' },
    'subnet-1': { zone: 'availability-zone-1', name: 'a 2' },
    'interface-endpoint-1': { subnets: [{ subnet: 'subnet-1' }], securityGroups: ['security-group-2'], dnsLabel: null },
  })
})

test('blocks that clash move to free ones, and subnets keep their places in them', () => {
  const { after } = paste(design, ['v'])
  expect(after.constructs).toMatchObject({
    'vpc-1': { cidrs: ['10.2.0.0/16', '10.1.1.0/24'], ipv6Cidrs: ['2600:1f18::/56'] },
    'subnet-1': { cidr: '10.2.1.0/24', ipv6Cidr: '2600:1f18:0:1::/64' },
    'subnet-2': { cidr: '10.1.1.0/25' },
    'client-2': { interfaces: [{ privateIp: '10.2.1.9', publicIp: 'auto' }] },
    'nat-gateway-1': { publicIp: null },
  })
})

test('rules, routes and addresses of copies speak of the blocks that the copies have', () => {
  const own = buildDesign((b) => {
    const v = b.vpc({ name: 'v', cidrs: ['10.0.0.0/16'] })
    const w = b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] })
    const hub = b.transitGateway({ name: 'hub' })
    b.subnet(v, { name: 'a', cidr: '10.0.1.0/24' })
    b.mainTable(v, [['10.1.0.0/16', hub]], { name: 'table' })
    b.securityGroup(v, {
      name: 'group',
      ingress: [
        ['tcp', 443, '10.0.0.0/16'],
        ['tcp', 22, '10.0.1.9/32'],
        ['tcp', 80, '10.1.0.0/16'],
        ['tcp', 81, '10.0.0.0/8'],
      ],
    })
    b.networkAcl(v, { name: 'acl', ingress: [[100, 'allow', 'tcp', 443, '10.0.1.0/24']] })
    b.mainTable(w, [['10.0.0.0/16', hub]], { name: 'other-table' })
  })
  const rulesOf = (after: Design, id: string) => {
    const group = after.constructs[id]
    return group?.kind === 'security-group' ? group.ingress.map(({ peer }) => peer) : []
  }
  const { after: alone } = paste(own, ['v'])
  expect(rulesOf(alone, 'security-group-1')).toEqual([
    { cidr: '10.2.0.0/16' },
    { cidr: '10.2.1.9/32' },
    { cidr: '10.1.0.0/16' },
    { cidr: '10.0.0.0/8' },
  ])
  expect(alone.constructs).toMatchObject({
    'network-acl-1': { ingress: [{ cidr: '10.2.1.0/24' }] },
    'route-table-1': { routes: [{ destination: { cidr: '10.1.0.0/16' } }] },
  })
  // what is copied together speaks of each other
  const { after: both } = paste(own, ['v', 'w'])
  expect(rulesOf(both, 'security-group-1')[2]).toEqual({ cidr: '10.3.0.0/16' })
  expect(both.constructs).toMatchObject({
    'route-table-1': { routes: [{ destination: { cidr: '10.2.0.0/16' } }] },
    'route-table-2': { routes: [{ destination: { cidr: '10.3.0.0/16' } }] },
  })
})

test('copies of several VPCs do not clash with each other either', () => {
  const two = buildDesign((b) => {
    b.vpc({ name: 'v', cidrs: ['10.0.0.0/16'] })
    b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] })
  })
  expect(paste(two, ['v', 'w']).made).toEqual([
    expect.objectContaining({ cidrs: ['10.2.0.0/16'] }),
    expect.objectContaining({ cidrs: ['10.3.0.0/16'] }),
  ])
})

test('into a design where nothing clashes all stays as it was', () => {
  const { after } = paste(design, ['v'], emptyDesign())
  expect(after.constructs).toMatchObject({
    'vpc-1': { name: 'v', cidrs: ['10.0.0.0/16', '10.1.0.0/24'] },
    'client-1': {
      name: 'Client 1',
      interfaces: [{ privateIp: '10.0.1.9', ipv6: '2600:1f18:0:101::9', publicIp: '198.51.100.7' }],
    },
    'interface-endpoint-1': { dnsLabel: 'vpce-0a-1b' },
  })
})

test('only the outermost copies are moved by the offset', () => {
  expect(paste(design, ['v', 'a']).after.layout).toMatchObject({
    'vpc-1': { x: 34, y: 34, width: 600, height: 400 },
    'subnet-1': { x: 5, y: 5 },
  })
})

test('a copied subnet lies beside the original, with a block of its own', () => {
  const { made, after } = paste(design, ['a'])
  expect(made).toEqual([
    expect.objectContaining({ kind: 'subnet', zone: 'us-east-1a', cidr: '10.0.0.0/24', name: 'a 2' }),
  ])
  expect(after.layout['subnet-1']).toEqual({ x: 29, y: 29 })
  expect(after.constructs['client-2']).toMatchObject({
    name: 'Client 2',
    interfaces: [{ subnet: 'subnet-1', securityGroups: ['h'] }],
  })
})

test('a copied client keeps its groups in the same VPC and loses them in another', () => {
  expect(paste(design, ['client-1']).made[0]).toMatchObject({
    interfaces: [{ subnet: 'a', securityGroups: ['h'], privateIp: null }],
  })
  const other = buildDesign(
    (b) => void b.subnet(b.vpc({ name: 'w', cidrs: ['10.0.0.0/16'] }), { name: 's', cidr: '10.0.1.0/24' }),
  )
  expect(paste(design, ['client-1'], other, 's').made[0]).toMatchObject({
    interfaces: [{ subnet: 's', securityGroups: [], privateIp: '10.0.1.9' }],
  })
  expect(paste(design, ['client-1'], other).made[0]).toMatchObject({ interfaces: [{ subnet: 's' }] })
})

test('pasting on something puts it there; what does not fit there goes back to its own place', () => {
  expect(paste(design, ['a'], design, 'us-east-1b').made[0]).toMatchObject({ zone: 'us-east-1b' })
  expect(paste(design, ['g'], design, 'a').made[0]).toMatchObject({ vpc: 'v' })
  expect(paste(design, ['v'], design, 'v').made[0]).toMatchObject({ region: 'region-1' })
})

test('zones are renamed to the next free one', () => {
  expect(paste(design, ['us-east-1a']).made[0]).toMatchObject({ vpc: 'v', zoneName: 'us-east-1c', name: 'us-east-1c' })
})

test('what is named after something that is copied with it goes on being so', () => {
  const named = buildDesign((b) => {
    const v = b.vpc({ id: 'v', name: 'VPC 1' })
    b.mainTable(v, [], { id: 't', name: 'VPC 1 main table' })
    b.securityGroup(v, { id: 'g', name: 'web' })
  })
  const { after } = paste(named, ['v'])
  const names = Object.values(after.constructs).map(({ name }) => name)
  expect(names).toContain('VPC 2 main table')
  expect(names).toContain('web 2')
  // alone it is a copy like any other
  expect(paste(named, ['t']).made[0]).toMatchObject({ name: 'VPC 1 main table 2' })
})

test('names that only one may have get a number', () => {
  const { made } = paste(design, ['logs', 'account-1'])
  expect(made).toEqual([
    expect.objectContaining({ kind: 'account', accountId: '444455556666', name: 'account-2' }),
    expect.objectContaining({ kind: 's3-bucket', bucketName: 'logs-2', account: 'account-2' }),
  ])
})

test('a whole design file can be pasted too', () => {
  const plan = planPaste(emptyDesign(), serialiseDesign(design), null, offset)
  expect(plan.ok && plan.ids).toEqual(['account-2', 'region-2'])
})

test('where there is no Region and no account, both are made', () => {
  const bare = { ...emptyDesign(), constructs: {} }
  const { after } = paste(design, ['v'], bare)
  expect(after.constructs).toMatchObject({
    'region-1': { code: 'us-east-1' },
    'account-1': {},
    'vpc-1': { region: 'region-1', account: 'account-1' },
  })
})

describe('what cannot be pasted says why', () => {
  const sentence = (text: string, into: Design = design, parent: string | null = null) => {
    const plan = planPaste(into, text, parent, offset)
    return plan.ok ? 'pasted' : plan.sentence
  }
  test.each([
    '',
    'hello',
    '{}',
    '[1]',
    '{"format":"hopwise-selection","version":1,"constructs":[],"layout":{}}',
    '{"format":"hopwise-selection","version":9}',
  ])('%s', (text) => {
    expect(sentence(text)).toBe('The clipboard holds nothing that was copied from a design')
  })
  test('a second internet gateway', () => {
    expect(sentence(copyConstructs(design, ['igw']))).toBe(
      'v has an internet gateway already, igw: a VPC takes only one',
    )
  })
  test('nowhere to go', () => {
    expect(sentence(copyConstructs(design, ['client-1']), emptyDesign())).toBe(
      'A client lies in a subnet: drop it on one',
    )
  })
  test('no room', () => {
    const full = buildDesign(
      (b) => void b.subnet(b.vpc({ name: 'w', cidrs: ['10.9.0.0/28'] }), { name: 's', cidr: '10.9.0.0/28' }),
    )
    expect(sentence(copyConstructs(design, ['a']), full)).toBe(
      'w has no free block left for a: give it another IPv4 block first',
    )
  })
})
