import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { connectionsOf } from '../connections.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import { constructKinds } from '../kinds/definitions.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { planConnection } from './planConnection.ts'

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v' })
  const w = b.vpc({ name: 'w' })
  b.internetGateway(v, { name: 'igw' })
  b.routeTable(v, [], { name: 'rt' })
  b.mainTable(v, [['0.0.0.0/0', 'blackhole']], { name: 'main' })
  const a = b.subnet(v, { name: 'a', zone: 'us-east-1a', cidr: '10.0.1.0/24' })
  b.subnet(v, { name: 'a2', zone: 'us-east-1a', cidr: '10.0.2.0/24' })
  b.subnet(v, { name: 'c', zone: 'us-east-1b', cidr: '10.0.3.0/24' })
  b.subnet(w, { name: 'lone', zone: 'us-east-1a' })
  b.natGateway(a, { name: 'nat' })
  b.networkAcl(v, { name: 'acl' })
  b.securityGroup(v, { name: 'g' })
  b.securityGroup(v, { name: 'h' })
  b.securityGroup(w, { name: 'theirs' })
  b.ec2(a, { name: 'web' })
  b.lambda(a, { name: 'fn' })
  b.ecs(a, { name: 'task' })
  b.gatewayEndpoint(v, 's3', { name: 'gwe' })
  b.interfaceEndpoint(v, 'sqs', { name: 'ife', subnets: [a] })
  b.awsService('sqs', { name: 'sqs' })
  b.awsService('kms', { name: 'kms' })
  b.s3Bucket('logs')
  b.dynamodbTable('orders')
  b.awsService('kms', { name: 'far', region: b.region('eu-west-1') })
  b.internetHost({ name: 'host' })
})
const link = (from: string, to: string) => {
  const plan = planConnection(design, from, to)
  return { sentence: plan.sentence, after: plan.ok ? applyEdits(design, plan.edits).design.constructs : null }
}

describe('a line means', () => {
  test.each([
    ['a', 'rt', 'a uses rt', 'a', { routeTable: 'rt' }],
    ['rt', 'a', 'a uses rt', 'a', { routeTable: 'rt' }],
    ['a', 'acl', 'a uses acl', 'a', { networkAcl: 'acl' }],
    [
      'rt',
      'igw',
      'rt sends 0.0.0.0/0 to igw',
      'rt',
      { routes: [{ destination: { cidr: '0.0.0.0/0' }, target: 'igw' }] },
    ],
    ['main', 'nat', 'main now sends 0.0.0.0/0 to nat', 'main', { routes: [{ target: 'nat' }] }],
    [
      'igw',
      'a',
      'main now sends 0.0.0.0/0 to igw: a and 2 others become public',
      'main',
      { routes: [{ target: 'igw' }] },
    ],
    ['web', 'g', 'web carries g', 'web', { interfaces: [{ securityGroups: ['g'] }] }],
    ['g', 'ife', 'ife carries g', 'ife', { securityGroups: ['g'] }],
    [
      'ife',
      'c',
      'ife gets an address from 10.0.3.0/24',
      'ife',
      { subnets: [{ subnet: 'a' }, { subnet: 'c', privateIp: null }] },
    ],
    [
      'web',
      'a2',
      'web gets a further interface, with an address from 10.0.2.0/24',
      'web',
      { interfaces: [{ subnet: 'a' }, { subnet: 'a2' }] },
    ],
    [
      'fn',
      'c',
      'fn gets a further interface, with an address from 10.0.3.0/24',
      'fn',
      { interfaces: [{ subnet: 'a' }, { subnet: 'c' }] },
    ],
    ['gwe', 'rt', 'gwe puts its route into rt', 'gwe', { routeTables: ['rt'] }],
    ['a', 'gwe', 'gwe puts its route into main', 'gwe', { routeTables: ['main'] }],
    ['gwe', 'orders', 'gwe leads to dynamodb', 'gwe', { service: 'com.amazonaws.us-east-1.dynamodb' }],
    ['ife', 'kms', 'ife leads to kms', 'ife', { service: 'com.amazonaws.us-east-1.kms' }],
    ['ife', 'logs', 'ife leads to s3', 'ife', { service: 'com.amazonaws.us-east-1.s3' }],
    ['rt', 'v', 'rt becomes the main route table of v', 'v', { mainRouteTable: 'rt' }],
    ['v', 'g', 'g becomes the default security group of v', 'v', { defaultSecurityGroup: 'g' }],
    ['acl', 'v', 'acl becomes the default network ACL of v', 'v', { defaultNetworkAcl: 'acl' }],
    [
      'g',
      'h',
      'h lets in TCP 443 from what carries g',
      'h',
      { ingress: [{ ports: { from: 443, to: 443 }, peer: { securityGroup: 'g' } }] },
    ],
  ])('%s to %s: %s', (from, to, sentence, changed, fields) => {
    const { after, sentence: said } = link(from, to)
    expect(said).toBe(sentence)
    expect(after?.[changed]).toMatchObject(fields)
  })
})

describe('a line is refused', () => {
  test.each([
    ['ife', 'a', 'ife has an interface in a already'],
    ['ife', 'a2', 'ife has an interface in us-east-1a already: AWS takes one subnet for each zone'],
    ['ife', 'sqs', 'ife leads to sqs already'],
    ['ife', 'far', 'far is in another Region: an endpoint leads to a service of its own'],
    ['gwe', 'kms', 'A gateway endpoint leads to S3 or DynamoDB only'],
    ['gwe', 'logs', 'gwe leads to s3 already'],
    ['task', 'c', 'An ECS task has one network interface only'],
    ['web', 'c', 'c is in another zone: all interfaces of an EC2 instance are in one'],
    ['v', 'main', 'main is the main route table of v already'],
    ['web', 'theirs', 'A client of v cannot be connected to a security group of w'],
    ['lone', 'igw', 'A subnet of w cannot be connected to an internet gateway of v'],
    [
      'web',
      'kms',
      'Traffic is not drawn but asked about: choose the client in the request bar and ask for the destination',
    ],
    [
      'host',
      'web',
      'Traffic is not drawn but asked about: choose the client in the request bar and ask for the destination',
    ],
    ['nat', 'acl', 'A line between a NAT gateway and a network ACL means nothing in AWS'],
    ['g', 'g', 'A line between a security group and a security group means nothing in AWS'],
    ['g', 'nobody', 'One end of the line is not there any more'],
  ])('%s to %s: %s', (from, to, sentence) => {
    expect(link(from, to)).toEqual({ sentence, after: null })
  })
})

test('a subnet whose table is not drawn has nowhere to put a route', () => {
  const plain = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    b.subnet(v, { name: 'a' })
    b.internetGateway(v, { name: 'igw' })
    b.gatewayEndpoint(v, 's3', { name: 'gwe' })
  })
  for (const other of ['igw', 'gwe'])
    expect(planConnection(plain, 'a', other)).toEqual({
      ok: false,
      sentence: 'a uses a route table that is not drawn: add one to its VPC first',
    })
})

test('every line that can be drawn is refused the second time', () => {
  const ids = Object.keys(design.constructs)
  for (const from of ids)
    for (const to of ids) {
      const plan = planConnection(design, from, to)
      if (!plan.ok) continue
      const after = applyEdits(design, plan.edits).design
      expect(planConnection(after, from, to).ok).toBe(false)
    }
})

test('connections follow from the constructs', () => {
  const drawn = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    const a = b.subnet(v, { name: 'a', zone: 'us-east-1a' })
    const c = b.subnet(v, { name: 'c', zone: 'us-east-1b' })
    const list = b.prefixList(['10.9.0.0/16'], { name: 'list' })
    b.routeTable(
      v,
      [
        ['0.0.0.0/0', b.internetGateway(v, { name: 'igw' })],
        ['::/0', 'igw'],
        [list, 'gone'],
        ['10.0.0.0/9', 'blackhole'],
      ],
      { name: 'rt', subnets: [a] },
    )
    b.networkAcl(v, { name: 'acl', subnets: [a] })
    const g = b.securityGroup(v, { name: 'g' })
    b.securityGroup(v, {
      name: 'h',
      ingress: [
        ['tcp', 1, g],
        ['tcp', 2, g],
      ],
      egress: [
        ['tcp', 1, list],
        ['tcp', 1, 'com.amazonaws.us-east-1.s3'],
      ],
    })
    b.ec2(a, { name: 'web', securityGroups: [g, 'nobody'] })
    b.lambda(a, { name: 'fn' })
    b.set<'client'>('fn', {
      interfaces: [a, c].map((subnet) => ({
        subnet,
        securityGroups: [g],
        privateIp: null,
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      })),
    })
    b.gatewayEndpoint(v, 's3', { name: 'gwe', routeTables: ['rt'] })
    b.interfaceEndpoint(v, 'sqs', { name: 'ife', subnets: [a, c], securityGroups: [g] })
    b.awsService('sqs', { name: 'sqs' })
    b.awsService('com.amazonaws.us-east-1.sqs', { name: 'same-name-elsewhere', region: b.region('eu-west-1') })
    b.s3Bucket('logs')
    b.awsService('s3', { name: 's3' })
  })
  expect(connectionsOf(drawn).map(({ from, to, kind, label }) => `${from} ${label} ${to} (${kind})`)).toEqual([
    'a uses rt (route-table-association)',
    'a uses acl (network-acl-association)',
    'fn carries g (security-group)',
    'fn interface 2 c (network-interface)',
    'gwe s3 rt (endpoint-route)',
    'gwe s3 logs (endpoint-service)',
    'gwe s3 s3 (endpoint-service)',
    'h lets in g (rule-peer)',
    'h lets out to list (rule-peer)',
    'ife interface a (network-interface)',
    'ife interface c (network-interface)',
    'ife carries g (security-group)',
    'ife sqs sqs (endpoint-service)',
    'rt 0.0.0.0/0, ::/0 igw (route)',
    'rt destination list (route-prefix-list)',
    'web carries g (security-group)',
  ])
})

test('every two kinds give a sentence', () => {
  const all = {
    ...design,
    constructs: Object.fromEntries(constructKinds.map((kind) => [kind, createConstruct(kind, kind, kind, '')])),
  }
  for (const from of constructKinds)
    for (const to of constructKinds) expect(planConnection(all, from, to).sentence).toMatch(/^[A-Za-z].*[^.]$/)
})

describe('a route for one subnet in a table that others use', () => {
  test('says what becomes of the others, and offers a table of its own', () => {
    const plan = planConnection(design, 'igw', 'c')
    if (!plan.ok) throw new Error(plan.sentence)
    expect(plan.sentence).toBe('main now sends 0.0.0.0/0 to igw: c and 2 others become public')
    expect(plan.instead).toMatchObject({
      label: 'Only c',
      sentence: 'c gets a route table of its own, which sends 0.0.0.0/0 to igw',
    })
    const after = applyEdits(design, plan.instead!.edits).design.constructs
    const own = Object.values(after).find(({ name }) => name === 'c table')!
    expect(own).toMatchObject({ kind: 'route-table', vpc: 'v', routes: [{ target: 'igw' }] })
    expect(after.c).toMatchObject({ routeTable: own.id })
    expect(after.main).toEqual(design.constructs.main)
  })

  test('keeps in the table of its own what the shared one does: routes, propagation, gateway endpoints', () => {
    const shared = buildDesign((b) => {
      const v = b.vpc({ name: 'v' })
      b.internetGateway(v, { name: 'igw' })
      const vgw = b.virtualPrivateGateway(v, { name: 'vgw' })
      const table = b.mainTable(v, [['10.9.0.0/16', vgw]], { name: 'main', propagatingGateways: [vgw] })
      b.gatewayEndpoint(v, 's3', { name: 'gwe', routeTables: [table] })
      for (const name of ['a', 'c']) b.subnet(v, { name })
    })
    const plan = planConnection(shared, 'a', 'igw')
    const after = applyEdits(shared, plan.ok ? plan.instead!.edits : []).design.constructs
    const own = Object.values(after).find(({ name }) => name === 'a table')!
    expect(own).toMatchObject({
      routes: [{ destination: { cidr: '10.9.0.0/16' } }, { target: 'igw' }],
      propagatingGateways: ['vgw'],
    })
    expect(after.gwe).toMatchObject({ routeTables: ['main', own.id] })
  })

  test('names what else uses the table where nothing becomes public, and offers nothing where nobody does', () => {
    expect(planConnection(design, 'c', 'nat').sentence).toBe(
      'main now sends 0.0.0.0/0 to nat: a and a2 use that table too',
    )
    const alone = buildDesign((b) => {
      const v = b.vpc({ name: 'v' })
      b.internetGateway(v, { name: 'igw' })
      b.mainTable(v, [], { name: 'main' })
      b.subnet(v, { name: 'a' })
    })
    const plan = planConnection(alone, 'a', 'igw')
    expect(plan).toMatchObject({ ok: true, sentence: 'main sends 0.0.0.0/0 to igw' })
    expect(plan.ok && plan.instead).toBeUndefined()
    expect(planConnection(alone, 'main', 'igw').sentence).toBe('main sends 0.0.0.0/0 to igw: a becomes public')
  })
})
