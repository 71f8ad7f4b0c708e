import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import type { Field } from '../kinds/definition.ts'
import { constructKinds } from '../kinds/definitions.ts'
import { formOf } from '../kinds/forms/forms.ts'
import type { ConstructKind } from '../kinds/registry.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { fieldProblem } from './fieldProblem.ts'
import { fieldProblems } from './fieldProblems.ts'
import { blankRow, referenceCandidates } from './referenceCandidates.ts'

const fieldOf = (kind: ConstructKind, key: string): Field => {
  const [outer, inner] = key.split('.')
  const field = formOf(kind).fields.find((one) => one.key === outer)!
  return inner && field.input === 'rows' ? field.of.find((one) => one.key === inner)! : field
}

describe('values that are right', () => {
  test.each<[ConstructKind, string, unknown]>([
    ['vpc', 'cidrs', ['10.0.0.0/16', '0.0.0.0/0']],
    ['vpc', 'ipv6Cidrs', ['2001:db8::/56']],
    ['vpc', 'dhcpDnsServers', ['AmazonProvidedDNS', '10.0.0.2', '2001:db8::1']],
    ['vpc', 'mainRouteTable', null],
    ['account', 'accountId', '012345678901'],
    [
      'account',
      'zones',
      { 'us-east-1': { 'us-east-1a': 'use1-az1' }, 'us-west-2': { 'us-west-2-lax-1a': 'usw2-lax1-az1' } },
    ],
    ['region', 'code', 'us-gov-west-1'],
    ['availability-zone', 'zoneName', 'us-west-2-lax-1a'],
    ['interface-endpoint', 'service', 'aws.api.us-east-1.bcm-data-exports'],
    ['interface-endpoint', 'service', 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0'],
    ['interface-endpoint', 'dnsLabel', 'vpce-0a1b2c3d-4e5f6a7b'],
    ['client', 'interfaces.publicIp', 'auto'],
    ['client', 'interfaces.publicIp', '198.51.100.7'],
    ['client', 'listens', [{ protocol: 'tcp', port: 0 }]],
    ['client', 'listens', null],
    ['network-acl', 'ingress.number', 32766],
    ['network-acl', 'ingress.cidr', '::/0'],
    ['security-group', 'ingress.traffic', { protocol: 58, ports: null, icmp: { type: 128, code: -1 } }],
    ['security-group', 'ingress.peer', { securityGroup: 'g' }],
    ['security-group', 'description', ''],
    ['route-table', 'routes.destination', { prefixList: 'com.amazonaws.us-east-1.s3' }],
    ['s3-bucket', 'bucketName', 'my.bucket-1'],
    ['internet-host', 'hostNames', ['www.example.com']],
  ])('%s %s: %j', (kind, key, value) => {
    expect(fieldProblem(fieldOf(kind, key), value)).toBe(null)
  })
})

describe('values that are wrong are named', () => {
  test.each<[ConstructKind, string, unknown, string]>([
    ['vpc', 'cidrs', ['10.0.0.5/24'], '“10.0.0.5/24” has host bits set; the block is 10.0.0.0/24'],
    ['vpc', 'cidrs', ['2001:db8::/56'], '“2001:db8::/56” is an IPv6 block; an IPv4 block belongs here'],
    ['vpc', 'ipv6Cidrs', ['10.0.0.0/8'], '“10.0.0.0/8” is an IPv4 block; an IPv6 block belongs here'],
    ['subnet', 'cidr', '300.1.1.1/24', '“300.1.1.1” is not an IP address'],
    ['subnet', 'cidr', '10.0.0.0/08', '“/08” is not a prefix length from /0 to /32'],
    ['subnet', 'cidr', '', 'Must not be empty'],
    ['vpc', 'dhcpDnsServers', ['resolver'], '“resolver” is neither AmazonProvidedDNS nor an IP address'],
    ['account', 'accountId', '1234', '“1234” is not an account ID of twelve digits'],
    ['account', 'zones', { nowhere: {} }, '“nowhere” is not a Region code such as us-east-1'],
    ['account', 'zones', { 'us-east-1': { 'us-west-2a': 'use1-az1' } }, '“us-west-2a” is not a zone name of us-east-1'],
    ['account', 'zones', { 'us-east-1': { 'us-east-1a': 'x' } }, '“x” is not a zone ID such as use1-az1'],
    [
      'account',
      'zones',
      { 'us-east-1': { 'us-east-1a': 'use1-az1', 'us-east-1b': 'use1-az1' } },
      'Two zone names of us-east-1 stand for use1-az1',
    ],
    ['region', 'code', 'Virginia', '“Virginia” is not a Region code such as us-east-1'],
    ['availability-zone', 'zoneName', 'us-east-1', '“us-east-1” is not a zone name such as us-east-1a'],
    [
      'interface-endpoint',
      'service',
      's3',
      '“s3” is not a service name such as com.amazonaws.us-east-1.kinesis-streams',
    ],
    ['interface-endpoint', 'dnsLabel', 'my-endpoint', '“my-endpoint” is not of the form vpce-0a1b2c3d-4e5f6a7b'],
    ['interface-endpoint', 'securityGroups', ['g', 'g'], '“g” is there twice'],
    ['nat-gateway', 'privateIp', '10.0.0.256', '“10.0.0.256” is not an IP address'],
    ['nat-gateway', 'privateIp', '2001:db8::1', '“2001:db8::1” is an IPv6 address; an IPv4 address belongs here'],
    ['client', 'interfaces.ipv6', '10.0.0.1', '“10.0.0.1” is neither auto nor an IPv6 address'],
    ['client', 'interfaces.publicIp', 'yes', '“yes” is not an IP address'],
    ['client', 'interfaces.subnet', null, 'Must not be empty'],
    ['client', 'runtime', 'fargate', 'Must be one of those offered'],
    ['client', 'listens', [{ protocol: 'tcp', port: 70000 }], 'A port is a whole number from 0 to 65535'],
    ['network-acl', 'ingress.number', 0, 'Must be a whole number from 1 to 32766'],
    [
      'security-group',
      'ingress.traffic',
      { protocol: 'tcp', ports: { from: 9, to: 8 }, icmp: null },
      'The first port, 9, is above the last, 8',
    ],
    [
      'security-group',
      'ingress.traffic',
      { protocol: 'all', ports: { from: 1, to: 2 }, icmp: null },
      'Only TCP and UDP have ports',
    ],
    [
      'security-group',
      'ingress.traffic',
      { protocol: 'tcp', ports: null, icmp: { type: 8, code: 0 } },
      'Only ICMP has types and codes',
    ],
    [
      'security-group',
      'ingress.traffic',
      { protocol: 'icmp', ports: null, icmp: { type: -1, code: 0 } },
      'With all ICMP types the code must be all as well',
    ],
    [
      'security-group',
      'ingress.peer',
      { cidr: '10.0.0.1/8' },
      '“10.0.0.1/8” has host bits set; the block is 10.0.0.0/8',
    ],
    ['security-group', 'ingress.peer', { prefixList: '' }, 'Must not be empty'],
    ['route-table', 'routes.target', '', 'Must not be empty'],
    [
      's3-bucket',
      'bucketName',
      'My_Bucket',
      '“My_Bucket” is not a bucket name: 3 to 63 small letters, digits, dots and dashes',
    ],
    [
      'dynamodb-table',
      'tableName',
      'a b',
      '“a b” is not a table name: 3 to 255 letters, digits, dots, dashes and underscores',
    ],
    ['internet-host', 'hostNames', ['bad name'], '“bad name” is not a host name'],
  ])('%s %s: %j', (kind, key, value, sentence) => {
    expect(fieldProblem(fieldOf(kind, key), value)).toBe(sentence)
  })
})

test('all problems of a construct come with their places; fields that do not apply are passed over', () => {
  const table = {
    ...createConstruct('route-table', 't', 'T', 'v'),
    routes: [
      { destination: { cidr: '10.0.0.0/8' }, target: 'x' },
      { destination: { cidr: 'all' }, target: 'x' },
    ],
  }
  expect(fieldProblems(table).map(({ path, message }) => [path, message])).toEqual([
    [['routes', 1, 'destination'], '“all” is not a CIDR block such as 10.0.0.0/16'],
  ])
  const group = createConstruct('security-group', 'g', 'G', 'v')
  const rule = {
    protocol: 'icmp',
    ports: { from: 1, to: 1 },
    icmp: null,
    peer: { cidr: '10.0.0.0/8' },
    description: '',
  } as const
  expect(fieldProblems({ ...group, ingress: [rule] }).map(({ path }) => path)).toEqual([['ingress', 0]])
  const client = createConstruct('client', 'c', 'C', 's')
  const wrong = { ...client, interfaces: [{ ...client.interfaces[0]!, publicIp: 'nonsense' }] }
  expect(fieldProblems(wrong).map(({ path }) => path)).toEqual([['interfaces', 0, 'publicIp']])
  expect(fieldProblems({ ...wrong, runtime: 'lambda' })).toEqual([])
})

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v' })
  b.subnet(v, { name: 'a' })
  b.subnet(v, { name: 'c' })
  b.interfaceEndpoint(v, 'sqs', { name: 'ife', subnets: ['a'] })
  b.networkAcl(v, {
    name: 'acl',
    ingress: [
      [100, 'allow', 'all', null, '0.0.0.0/0'],
      [250, 'deny', 'all', null, '::/0'],
    ],
  })
  b.routeTable(v, [], { name: 'rt' })
  b.prefixList([], { name: 'near' })
  const w = b.vpc({ name: 'w' })
  b.subnet(w, { name: 'other' })
  b.interfaceEndpoint(b.vpc({ name: 'bare' }), 'sqs', { name: 'lone' })
  b.prefixList([], { name: 'far', region: b.region('eu-west-1') })
})

test('a field can name what is in the same VPC or Region', () => {
  const ids = (id: string, ...kinds: ConstructKind[]) => referenceCandidates(design, id, kinds).map((one) => one.id)
  expect(ids('ife', 'subnet')).toEqual(['a', 'c'])
  expect(ids('v', 'route-table', 'subnet')).toEqual(['a', 'c', 'rt'])
  expect(ids('rt', 'prefix-list')).toEqual(['near'])
  expect(ids('w', 'account')).toEqual(['account-1'])
})

test('a new row is ready to be added', () => {
  const rows = (kind: ConstructKind, key: string) => fieldOf(kind, key) as Extract<Field, { input: 'rows' }>
  expect(blankRow(design, 'ife', rows('interface-endpoint', 'subnets'))).toEqual({
    subnet: 'c',
    privateIp: null,
    ipv6: null,
  })
  expect(blankRow(design, 'lone', rows('interface-endpoint', 'subnets'))).toBe(null)
  expect(blankRow(design, 'acl', rows('network-acl', 'ingress'))).toMatchObject({ number: 300 })
  const route = blankRow(design, 'rt', rows('route-table', 'routes'))!
  const added = applyEdits(design, [
    { kind: 'change', of: 'route-table', id: 'rt', fields: { routes: [route] } as object },
  ])
  expect(added.design.constructs.rt).toMatchObject({
    routes: [{ destination: { cidr: '0.0.0.0/0' }, target: 'blackhole' }],
  })
})

test('no blank of a row names nothing: what it leaves out is chosen from what is there', () => {
  const rows = constructKinds.flatMap((kind) =>
    formOf(kind).fields.flatMap((field) => (field.input === 'rows' ? [{ kind, field }] : [])),
  )
  const references = rows.flatMap(({ kind, field }) =>
    field.of.flatMap((one) =>
      one.input === 'reference' ? [{ at: `${kind} ${field.key} ${one.key}`, one, field }] : [],
    ),
  )
  expect(references.length).toBeGreaterThan(8)
  for (const { at, one, field } of references)
    expect((field.blank as Readonly<Record<string, unknown>>)[one.key], at).not.toBe('')
})
