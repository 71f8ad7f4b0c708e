import { expect, test } from 'vitest'
import { parentOf, vpcOf } from '../containment.ts'
import { parseDesign } from '../parse/parseDesign.ts'
import { serialiseDesign } from '../serialiseDesign.ts'
import { buildDesign } from './designBuilder.ts'

const example = buildDesign((b) => {
  const v = b.vpc({ cidrs: ['10.0.0.0/16'] })
  const s = b.subnet(v, { cidr: '10.0.1.0/24', zone: 'us-east-1a', name: 'public' })
  const other = b.subnet(v, { cidr: '10.0.2.0/24', zone: 'us-east-1a' })
  const open = b.securityGroup(v, {
    name: 'open',
    ingress: [
      ['tcp', [80, 443], '0.0.0.0/0'],
      ['all', null, 'com.amazonaws.us-east-1.s3'],
    ],
  })
  b.securityGroup(v, { name: 'inner', ingress: [['tcp', 5432, open]], egress: [] })
  b.networkAcl(v, { subnets: [other], ingress: [[100, 'allow', 'tcp', null, '0.0.0.0/0']] })
  b.ec2(s, { name: 'web', securityGroups: [open], publicIp: 'auto' })
  const igw = b.internetGateway(v)
  const nat = b.natGateway(s)
  b.mainTable(v, [['0.0.0.0/0', igw]])
  b.routeTable(v, [['0.0.0.0/0', nat]], { name: 'private', subnets: [other] })
  b.gatewayEndpoint(v, 's3', { routeTables: ['private'] })
  b.interfaceEndpoint(v, 'kinesis-streams', { subnets: [s, { subnet: other, privateIp: '10.0.2.9' }] })
  b.request({ from: 'web', to: 'kinesis.us-east-1.amazonaws.com' }, { verdict: 'succeeds' })
})

test('ids are the names given, or kind and number', () => {
  expect(Object.keys(example.constructs).sort()).toEqual([
    'account-1',
    'gateway-endpoint-1',
    'inner',
    'interface-endpoint-1',
    'internet-gateway-1',
    'nat-gateway-1',
    'network-acl-1',
    'open',
    'private',
    'public',
    'region-1',
    'route-table-1',
    'subnet-1',
    'us-east-1a',
    'vpc-1',
    'web',
  ])
})

test('things lie where they were put', () => {
  expect(parentOf(example, 'web')).toBe('public')
  expect(parentOf(example, 'public')).toBe('us-east-1a')
  expect(vpcOf(example, 'web')?.id).toBe('vpc-1')
  expect(example.constructs['subnet-1']).toMatchObject({
    routeTable: 'private',
    networkAcl: 'network-acl-1',
    zone: 'us-east-1a',
  })
  expect(example.constructs['vpc-1']).toMatchObject({
    mainRouteTable: 'route-table-1',
    region: 'region-1',
    account: 'account-1',
  })
})

test('rules are written out in full', () => {
  expect(example.constructs.inner).toMatchObject({
    ingress: [
      {
        protocol: 'tcp',
        ports: { from: 5432, to: 5432 },
        icmp: null,
        peer: { securityGroup: 'open' },
        description: '',
      },
    ],
    egress: [],
  })
  expect(example.constructs.open).toMatchObject({
    ingress: [
      { ports: { from: 80, to: 443 }, peer: { cidr: '0.0.0.0/0' } },
      { protocol: 'all', peer: { prefixList: 'com.amazonaws.us-east-1.s3' } },
    ],
    egress: [{ protocol: 'all', peer: { cidr: '0.0.0.0/0' } }],
  })
})

test('services may be named in short', () => {
  expect(example.constructs['interface-endpoint-1']).toMatchObject({
    service: 'com.amazonaws.us-east-1.kinesis-streams',
    subnets: [
      { subnet: 'public', privateIp: null },
      { subnet: 'subnet-1', privateIp: '10.0.2.9' },
    ],
  })
})

test('what is built is a design that can be written and read', () => {
  expect(parseDesign(serialiseDesign(example))).toEqual({ ok: true, design: example })
})

test('networks are joined in a few words: attachments enter the first table, targets and services find their kind', () => {
  const joined = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    const s = b.subnet(v, { name: 's' })
    b.subnet(v, { name: 's2' })
    const t = b.subnet(v, { name: 't', zone: 'us-east-1b' })
    const gateway = b.transitGateway({ name: 'tgw' })
    b.transitTable(gateway, [['10.9.0.0/16', 'blackhole']], { name: 'table' })
    b.attach(v, gateway, { name: 'attached' })
    b.attach(v, gateway, { name: 'apart', table: null })
    const network = b.onPremises(['192.168.0.0/16'], { name: 'office' })
    b.onPremisesHost(network, '192.168.0.9', { name: 'desk' })
    b.vpn(b.customerGateway({ network, name: 'cgw' }), gateway, { name: 'vpn' })
    const web = b.ec2(s, { name: 'web' })
    const group = b.targetGroup(v, [web], { name: 'group' })
    b.targetGroup(v, ['10.0.0.9'], { name: 'byAddress' })
    const nlb = b.nlb(v, { name: 'nlb', subnets: [s, t], listeners: [['TCP', 443, group]] })
    const service = b.endpointService([nlb], { name: 'service' })
    b.interfaceEndpoint(v, service, { name: 'endpoint', subnets: [t] })
    b.hostedZone('example.internal', [v], { name: 'zone', records: [['db.example.internal', 'A', '10.0.0.9']] })
    b.edgeTable(b.internetGateway(v, { name: 'igw' }), [['10.0.0.0/24', web, 0]], { name: 'edge' })
  }).constructs
  expect(joined.attached).toMatchObject({ vpc: 'v', transitGateway: 'tgw', subnets: ['s', 't'] })
  expect(joined.table).toMatchObject({
    associations: ['attached', 'vpn'],
    propagations: ['attached', 'vpn'],
    routes: [{ destination: { cidr: '10.9.0.0/16' }, target: 'blackhole' }],
  })
  expect(joined.group).toMatchObject({ targetType: 'instance', targets: [{ target: 'web', health: 'healthy' }] })
  expect(joined.byAddress).toMatchObject({ targetType: 'ip', targets: [{ target: null, address: '10.0.0.9' }] })
  expect(joined.endpoint).toMatchObject({ endpointService: 'service', privateDns: false })
  expect(joined.zone).toMatchObject({ visibility: 'private', records: [{ type: 'A', values: ['10.0.0.9'] }] })
  expect(joined.edge).toMatchObject({ vpc: 'v', edgeOf: 'igw', routes: [{ target: 'web', interface: 0 }] })
})
