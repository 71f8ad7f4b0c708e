import { expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import { serialiseDesign } from '../serialiseDesign.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { planRemoval, removalProblem } from './planRemoval.ts'

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v' })
  const a = b.subnet(v, { name: 'a', zone: 'us-east-1a' })
  const c = b.subnet(v, { name: 'c', zone: 'us-east-1b' })
  const igw = b.internetGateway(v, { name: 'igw' })
  const nat = b.natGateway(a, { name: 'nat' })
  const list = b.prefixList(['10.9.0.0/16'], { name: 'list' })
  b.mainTable(
    v,
    [
      ['0.0.0.0/0', igw],
      [list, nat],
      ['10.8.0.0/16', nat],
    ],
    { name: 'main' },
  )
  b.routeTable(v, [['0.0.0.0/0', nat]], { name: 'private', subnets: [c] })
  const g = b.securityGroup(v, { name: 'g' })
  const h = b.securityGroup(v, {
    name: 'h',
    ingress: [
      ['tcp', 1, list],
      ['tcp', 2, g],
      ['tcp', 3, '10.0.0.0/8'],
      ['tcp', 4, g],
      ['tcp', 5, list],
    ],
  })
  b.networkAcl(v, { name: 'acl', subnets: [c] })
  b.set<'vpc'>(v, { defaultSecurityGroup: g, defaultNetworkAcl: 'acl' })
  b.ec2(a, { name: 'one', securityGroups: [g, h] })
  b.ec2(a, { name: 'two' })
  b.set<'client'>('two', {
    interfaces: [a, c, c].map((subnet) => ({
      subnet,
      securityGroups: [g, h, g],
      privateIp: null,
      ipv6: null,
      publicIp: 'none',
      sourceDestCheck: true,
      interfaceId: null,
    })),
  })
  b.gatewayEndpoint(v, 's3', { name: 's3', routeTables: ['main', 'private'] })
  b.interfaceEndpoint(v, 'sqs', { name: 'sqs', subnets: [a, c], securityGroups: [h, g] })
  b.request({ from: 'one', to: 'two' })
})
const portsOf = (group: unknown) =>
  (group as { ingress: { ports: { from: number } }[] }).ingress.map((rule) => rule.ports.from)
const without = (...ids: string[]) => applyEdits(design, planRemoval(design, ids)).design.constructs

test('a zone takes its subnets and what lies in them along; what reaches in lets go', () => {
  const left = without('us-east-1a')
  expect(
    Object.keys(design.constructs)
      .filter((id) => !(id in left))
      .sort(),
  ).toEqual(['a', 'nat', 'one', 'two', 'us-east-1a'])
  expect(left.sqs).toMatchObject({ subnets: [{ subnet: 'c', privateIp: null }] })
  expect(left.main).toMatchObject({
    routes: [
      { destination: { cidr: '0.0.0.0/0' }, target: 'igw' },
      { destination: { prefixList: 'list' }, target: 'blackhole' },
      { destination: { cidr: '10.8.0.0/16' }, target: 'blackhole' },
    ],
  })
})

test('a client loses the further interfaces of a deleted subnet, and goes itself with its primary one', () => {
  const left = without('c')
  expect(left.two).toMatchObject({ interfaces: [{ subnet: 'a' }] })
  expect(without('a').two).toBe(undefined)
})

test('a deleted gateway leaves blackhole routes, as in AWS', () => {
  expect(without('igw').main).toMatchObject({ routes: [{ target: 'blackhole' }, { target: 'nat' }, { target: 'nat' }] })
})

test('a deleted prefix list takes its routes and rules along, and no others', () => {
  const left = without('list')
  expect(left.main).toMatchObject({ routes: [{ target: 'igw' }, { destination: { cidr: '10.8.0.0/16' } }] })
  expect(portsOf(left.h)).toEqual([2, 3, 4])
})

test('a deleted group leaves every list it stood in; two kinds of entries in one list do not disturb each other', () => {
  const left = without('g', 'list')
  expect(portsOf(left.h)).toEqual([3])
  expect(left.two).toMatchObject({
    interfaces: [{ securityGroups: ['h'] }, { securityGroups: ['h'] }, { securityGroups: ['h'] }],
  })
  expect(left.sqs).toMatchObject({ securityGroups: ['h'] })
  expect(left.v).toMatchObject({ defaultSecurityGroup: null, defaultNetworkAcl: 'acl' })
})

test('tables and ACLs that go leave their users with the defaults', () => {
  const left = without('main', 'private', 'acl')
  expect(left.v).toMatchObject({ mainRouteTable: null, defaultNetworkAcl: null })
  expect(left.c).toMatchObject({ routeTable: null, networkAcl: null })
  expect(left.s3).toMatchObject({ routeTables: [] })
})

test('the last account stays while something belongs to it, and the sentence says so', () => {
  expect(planRemoval(design, ['account-1'])).toEqual([])
  expect(removalProblem(design, ['account-1'])).toBe('account-1 is the last account and v belongs to it, so it stays.')
  expect(removalProblem(design, ['v'])).toBe(null)
  expect(Object.keys(without('account-1', 'v'))).toEqual(['region-1', 'list'])
  expect(removalProblem(design, ['account-1', 'v'])).toBe(null)
})

test('with another account there, what belonged to the deleted one belongs to that', () => {
  const two = applyEdits(design, [{ kind: 'add', construct: createConstruct('account', 'z', 'Z', '') }]).design
  expect(removalProblem(two, ['account-1'])).toBe(null)
  expect(applyEdits(two, planRemoval(two, ['account-1'])).design.constructs.v).toMatchObject({ account: 'z' })
  expect(removalProblem(two, ['account-1', 'z'])).toMatch(/^account-1 is the last account/)
  expect(applyEdits(two, planRemoval(two, ['account-1', 'z'])).design.constructs).toMatchObject({
    v: { account: 'account-1' },
  })
})

test('deleting everything leaves nothing, and comes back exactly', () => {
  const edits = planRemoval(design, Object.keys(design.constructs))
  const done = applyEdits(design, edits)
  expect(done.design.constructs).toEqual({})
  expect(serialiseDesign(applyEdits(done.design, done.inverse).design)).toBe(serialiseDesign(design))
})

test('what names something of the wrong kind is neither deleted nor touched', () => {
  const odd = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    b.put({ ...createConstruct('subnet', 'lost', 'Lost', v), routeTable: v })
  })
  expect(applyEdits(odd, planRemoval(odd, ['v'])).design.constructs.lost).toMatchObject({ zone: 'v', routeTable: 'v' })
})

test('ids that are not there are passed over', () => {
  expect(planRemoval(design, ['nobody', 'constructor'])).toEqual([])
})

const provided = buildDesign((b) => {
  const v = b.vpc({ name: 'v' })
  const s = b.subnet(v, { name: 's', zone: 'us-east-1a' })
  b.subnet(v, { name: 'beside', zone: 'us-east-1a', cidr: '10.0.9.0/24' })
  const inspection = b.vpc({ name: 'inspection' })
  const gwlb = b.gwlb(inspection, { name: 'gwlb' })
  const service = b.endpointService([gwlb], { name: 'service' })
  b.gwlbe(s, service, { name: 'gwlbe' })
  b.routeTable(v, [['0.0.0.0/0', 'gwlbe']], { name: 'table' })
  b.gatewayEndpoint(v, 's3', { name: 's3' })
  b.interfaceEndpoint(v, 's3', { name: 'inbound', privateDnsOnlyForInboundResolver: true })
})
const refused = (...ids: string[]) => removalProblem(provided, ids)
const gone = (...ids: string[]) => {
  const left = applyEdits(provided, planRemoval(provided, ids)).design.constructs
  return Object.keys(provided.constructs).filter((id) => !(id in left))
}

test.each([
  ['gwlbe', 'table has a route to gwlbe, and AWS deletes no endpoint that routes point to: delete the route first.'],
  ['s', 'table has a route to gwlbe, and AWS deletes no endpoint that routes point to: delete the route first.'],
  ['service', 'gwlbe is connected to service, and AWS deletes no endpoint service with connections: reject it first.'],
  [
    'gwlb',
    'service stands on gwlb, and AWS deletes no load balancer of an endpoint service: delete the service first.',
  ],
  [
    's3',
    'inbound has private DNS for the inbound resolver only, which needs an S3 gateway endpoint: s3 is the last in its VPC.',
  ],
])('%s is in use and stays, and the sentence says why', (id, sentence) => {
  expect(refused(id)).toBe(sentence)
  expect(gone(id)).toEqual([])
})

test('what is in use goes together with its users', () => {
  expect(refused('gwlbe', 'table')).toBe(null)
  expect(gone('gwlbe', 'table').sort()).toEqual(['gwlbe', 'table'])
  expect(refused('v', 'service', 'inspection')).toBe(null)
  expect(refused('s3', 'inbound')).toBe(null)
  expect(refused('region-1')).toBe(null)
})

test('of several things those that nobody uses go all the same', () => {
  expect(refused('gwlbe', 'inbound')).not.toBe(null)
  expect(gone('gwlbe', 'inbound', 's3').sort()).toEqual(['inbound', 's3'])
  expect(gone('us-east-1a', 'beside')).toEqual(['beside'])
})

test('a rejected endpoint holds nobody, and a second gateway endpoint stands in for the first', () => {
  const freed = buildDesign((b) => {
    const v = b.vpc()
    b.endpointService([], { name: 'service' })
    b.interfaceEndpoint(v, 'service', { name: 'endpoint', state: 'rejected' })
    b.gatewayEndpoint(v, 's3', { name: 'one' })
    b.gatewayEndpoint(v, 's3', { name: 'two' })
    b.interfaceEndpoint(v, 's3', { privateDnsOnlyForInboundResolver: true })
  })
  expect(removalProblem(freed, ['service'])).toBe(null)
  expect(applyEdits(freed, planRemoval(freed, ['service'])).design.constructs.endpoint).toMatchObject({
    endpointService: null,
  })
  expect(removalProblem(freed, ['one'])).toBe(null)
  expect(removalProblem(freed, ['one', 'two'])).not.toBe(null)
})

test.each([
  ['peering', { routes: [{ target: 'blackhole' }, { target: 'eigw' }] }],
  ['eigw', { routes: [{ target: 'peering' }, { target: 'blackhole' }] }],
  ['w', { routes: [{ target: 'blackhole' }, { target: 'eigw' }] }],
])('routes to a deleted %s drop what they match', (id, table) => {
  const joined = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    b.peering(v, b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] }), { name: 'peering' })
    b.egressOnlyInternetGateway(v, { name: 'eigw' })
    b.routeTable(
      v,
      [
        ['10.1.0.0/16', 'peering'],
        ['::/0', 'eigw'],
      ],
      { name: 'table' },
    )
  })
  expect(applyEdits(joined, planRemoval(joined, [id])).design.constructs.table).toMatchObject(table)
})
