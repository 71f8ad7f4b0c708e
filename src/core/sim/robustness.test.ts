import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { type Design, parseDesignValue } from '../model/index.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()

/** Ids that may or may not exist and may be of any kind: references go astray as they like. */
const id = fc.constantFrom('a', 'r', 'v', 'z', 's', 's2', 't', 'i', 'n', 'g', 'c', 'c2', 'e', 'nowhere')
const text = fc.constantFrom(
  '10.0.0.0/16',
  '10.0.1.0/24',
  '0.0.0.0/0',
  '10.0.0.5/24',
  '/08',
  '300.1.1.1',
  '',
  '::/0',
  '2001:db8::/56',
  'com.amazonaws.us-east-1.s3',
  'us-east-1',
)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const name = fc.constantFrom('x', 'y')

const construct = fc.oneof(
  fc.record({ kind: fc.constant('region'), name, code: text }),
  fc.record({
    kind: fc.constant('vpc'),
    name,
    region: id,
    account: id,
    cidrs: fc.array(text, { maxLength: 3 }),
    dnsSupport: fc.boolean(),
    dnsHostnames: fc.boolean(),
    mainRouteTable: maybe(id),
    dhcpDnsServers: fc.array(text, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('availability-zone'), name, vpc: id, zoneName: text }),
  fc.record({
    kind: fc.constant('subnet'),
    name,
    zone: id,
    cidr: text,
    ipv6Cidr: maybe(text),
    routeTable: maybe(id),
    networkAcl: maybe(id),
  }),
  fc.record({
    kind: fc.constant('route-table'),
    name,
    vpc: id,
    routes: fc.array(
      fc.record({ destination: fc.oneof(fc.record({ cidr: text }), fc.record({ prefixList: text })), target: id }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('internet-gateway'), name, vpc: id }),
  fc.record({ kind: fc.constant('nat-gateway'), name, subnet: id }),
  fc.record({
    kind: fc.constant('security-group'),
    name,
    vpc: id,
    ingress: fc.array(
      fc.record({
        protocol: fc.constantFrom('tcp', 'all'),
        peer: fc.oneof(fc.record({ cidr: text }), fc.record({ securityGroup: id }), fc.record({ prefixList: text })),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('client'),
    name,
    runtime: fc.constantFrom('ec2', 'lambda'),
    interfaces: fc.array(
      fc.record({
        subnet: id,
        securityGroups: fc.array(id, { maxLength: 2 }),
        privateIp: maybe(text),
        publicIp: fc.constantFrom('none', 'auto', 'x'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('interface-endpoint'),
    name,
    vpc: id,
    service: text,
    subnets: fc.array(fc.record({ subnet: id }), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('gateway-endpoint'),
    name,
    vpc: id,
    service: text,
    routeTables: fc.array(id, { maxLength: 2 }),
  }),
)
const SKELETON: Readonly<Record<string, object>> = {
  a: { kind: 'account', name: 'a', accountId: '111122223333' },
  r: { kind: 'region', name: 'r', code: 'us-east-1' },
  v: {
    kind: 'vpc',
    name: 'v',
    region: 'r',
    account: 'a',
    cidrs: ['10.0.0.0/16'],
    mainRouteTable: 't',
    dnsHostnames: true,
  },
  z: { kind: 'availability-zone', name: 'z', vpc: 'v', zoneName: 'us-east-1a' },
  s: { kind: 'subnet', name: 's', zone: 'z', cidr: '10.0.1.0/24' },
  s2: { kind: 'subnet', name: 's2', zone: 'z', cidr: '10.0.2.0/24' },
  t: { kind: 'route-table', name: 't', vpc: 'v', routes: [{ destination: { cidr: '0.0.0.0/0' }, target: 'i' }] },
  i: { kind: 'internet-gateway', name: 'i', vpc: 'v' },
  c: { kind: 'client', name: 'c', runtime: 'ec2', interfaces: [{ subnet: 's', publicIp: 'auto' }] },
  c2: { kind: 'client', name: 'c2', runtime: 'lambda', interfaces: [{ subnet: 's2' }] },
  e: {
    kind: 'interface-endpoint',
    name: 'e',
    vpc: 'v',
    service: 'com.amazonaws.us-east-1.kinesis-streams',
    subnets: [{ subnet: 's' }],
  },
}

/** Designs that hold together well enough to walk, with constructs of the wildest sort in between. */
const design: fc.Arbitrary<Design> = fc
  .uniqueArray(fc.tuple(id, construct), { selector: ([one]) => one, maxLength: 7 })
  .map((pairs) => {
    const result = parseDesignValue({
      format: 'hopwise-design',
      version: 1,
      title: '',
      constructs: Object.entries({ ...SKELETON, ...Object.fromEntries(pairs) }).map(([one, rest]) => ({
        id: one,
        ...rest,
      })),
    })
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.design
  })

test('no design and no request makes the simulator throw, and both ways of asking agree', () => {
  fc.assert(
    fc.property(
      design,
      fc.constantFrom('c', 'c2', 'internet', 'x', '10.0.1.9', '', 'internet:1.2.3'),
      fc.constantFrom(
        'c',
        'e',
        'kinesis.us-east-1.amazonaws.com',
        's3.us-east-1.amazonaws.com',
        '8.8.8.8',
        '10.0.1.9',
        '2001:db8::1',
        '<b>',
        'a..b',
      ),
      fc.constantFrom('tcp', 'udp', 'icmp' as const),
      fc.option(fc.constantFrom(0, 443, 65535), { nil: null }),
      (drawn, from, to, protocol, port) => {
        const topology = compileTopology(drawn, catalogue)
        const request = { from, to, protocol: protocol as 'tcp', port }
        const verdict = simulate(topology, request)
        const { kind, symptom, code, decidedBy, path, via, answers } = decide(topology, request)
        expect({ kind, symptom, code, decidedBy, path, via, answers }).toEqual({
          kind: verdict.kind,
          symptom: verdict.symptom,
          code: verdict.code,
          decidedBy: verdict.decidedBy,
          path: verdict.path,
          via: verdict.via,
          answers: verdict.answers,
        })
        if (kind === 'fails') expect(symptom).not.toBeNull()
        if (kind === 'cannot-tell') expect(verdict.gaps.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 1500 },
  )
})
