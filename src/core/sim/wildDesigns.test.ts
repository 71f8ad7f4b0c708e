import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { type Design, parseDesignValue } from '../model/index.ts'
import { arbitraryConstruct } from '../model/testing/arbitraryConstruct.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()
const SERVICE = 'com.amazonaws.us-east-1.kinesis-streams'

/** A small network with something of everything; its constructs are replaced by wild ones at random. */
const SKELETON: Readonly<Record<string, object>> = {
  a: { kind: 'account', accountId: '111122223333' },
  r: { kind: 'region', code: 'us-east-1' },
  v: { kind: 'vpc', region: 'r', account: 'a', cidrs: ['10.0.0.0/16'], mainRouteTable: 't', dnsHostnames: true },
  w: { kind: 'vpc', region: 'r', account: 'a', cidrs: ['10.1.0.0/16'], mainRouteTable: 'u' },
  vz: { kind: 'availability-zone', vpc: 'v', zoneName: 'us-east-1a' },
  wz: { kind: 'availability-zone', vpc: 'w', zoneName: 'us-east-1a' },
  s: { kind: 'subnet', zone: 'vz', cidr: '10.0.1.0/24' },
  s2: { kind: 'subnet', zone: 'vz', cidr: '10.0.2.0/24', routeTable: 't2' },
  x: { kind: 'subnet', zone: 'wz', cidr: '10.1.1.0/24' },
  t: {
    kind: 'route-table',
    vpc: 'v',
    routes: [
      { destination: { cidr: '10.1.0.0/16' }, target: 'pcx' },
      { destination: { cidr: '192.168.0.0/16' }, target: 'tgw' },
      { destination: { cidr: '0.0.0.0/0' }, target: 'gwlbe' },
    ],
    propagatingGateways: ['vgw'],
  },
  t2: { kind: 'route-table', vpc: 'v', routes: [{ destination: { cidr: '0.0.0.0/0' }, target: 'i' }] },
  edge: {
    kind: 'route-table',
    vpc: 'v',
    edgeOf: 'i',
    routes: [{ destination: { cidr: '10.0.1.0/24' }, target: 'gwlbe' }],
  },
  u: {
    kind: 'route-table',
    vpc: 'w',
    routes: [
      { destination: { cidr: '10.0.0.0/16' }, target: 'pcx' },
      { destination: { cidr: '192.168.0.0/16' }, target: 'tgw' },
      { destination: { cidr: '0.0.0.0/0' }, target: 'fw' },
    ],
  },
  i: { kind: 'internet-gateway', vpc: 'v' },
  eigw: { kind: 'egress-only-internet-gateway', vpc: 'v' },
  nat: { kind: 'nat-gateway', subnet: 's2' },
  rnat: { kind: 'regional-nat-gateway', vpc: 'v' },
  eip: { kind: 'elastic-ip', region: 'r', publicIp: '198.51.100.9', holder: 'c' },
  pcx: { kind: 'peering-connection', requester: 'v', accepter: 'w' },
  tgw: { kind: 'transit-gateway', region: 'r', account: 'a' },
  tgw2: { kind: 'transit-gateway', region: 'r', account: 'a' },
  tp: { kind: 'transit-gateway-peering', transitGateway: 'tgw', peer: 'tgw2' },
  att: { kind: 'transit-gateway-attachment', vpc: 'v', transitGateway: 'tgw', subnets: ['s'] },
  att2: { kind: 'transit-gateway-attachment', vpc: 'w', transitGateway: 'tgw', subnets: ['x'], applianceMode: true },
  trt: {
    kind: 'transit-gateway-route-table',
    transitGateway: 'tgw',
    associations: ['att', 'att2', 'vpn', 'tp'],
    propagations: ['att', 'att2', 'vpn'],
    routes: [{ destination: { cidr: '172.16.0.0/12' }, target: 'tp' }],
  },
  trt2: {
    kind: 'transit-gateway-route-table',
    transitGateway: 'tgw2',
    associations: ['tp'],
    routes: [{ destination: { cidr: '0.0.0.0/0' }, target: 'tp' }],
  },
  vgw: { kind: 'virtual-private-gateway', vpc: 'v' },
  cgw: { kind: 'customer-gateway', region: 'r', ipAddress: '203.0.113.4', network: 'corp' },
  vpn: { kind: 'vpn-connection', region: 'r', customerGateway: 'cgw', gateway: 'tgw', routes: ['192.168.0.0/16'] },
  dx: { kind: 'direct-connect', region: 'r', gateway: 'vgw', network: 'corp' },
  corp: { kind: 'on-premises-network', cidrs: ['192.168.0.0/16'], dnsServer: '192.168.0.10' },
  host: { kind: 'on-premises-host', network: 'corp', privateIp: '192.168.0.20', hostNames: ['erp.example.com'] },
  c: { kind: 'client', runtime: 'ec2', interfaces: [{ subnet: 's', privateIp: '10.0.1.10', publicIp: 'auto' }] },
  c2: { kind: 'client', runtime: 'ec2', interfaces: [{ subnet: 'x', privateIp: '10.1.1.10' }] },
  fw: {
    kind: 'client',
    runtime: 'ec2',
    forwarding: 'routes',
    interfaces: [{ subnet: 'x', privateIp: '10.1.1.20', sourceDestCheck: false }],
  },
  tg: { kind: 'target-group', vpc: 'w', port: 443, targets: [{ target: 'c2' }, { target: 'alb' }] },
  nlb: {
    kind: 'network-load-balancer',
    vpc: 'w',
    subnets: [{ subnet: 'x', privateIp: '10.1.1.30' }],
    listeners: [{ port: 443, targetGroup: 'tg' }],
  },
  alb: {
    kind: 'application-load-balancer',
    vpc: 'w',
    subnets: [{ subnet: 'x' }],
    listeners: [{ port: 443, targetGroup: 'tg' }],
  },
  gtg: { kind: 'target-group', vpc: 'w', protocol: 'GENEVE', port: 6081, targets: [{ target: 'fw' }] },
  gwlb: { kind: 'gateway-load-balancer', vpc: 'w', subnets: [{ subnet: 'x' }], targetGroup: 'gtg' },
  svc: {
    kind: 'endpoint-service',
    region: 'r',
    account: 'a',
    loadBalancers: ['nlb'],
    privateDnsName: 'api.example.com',
  },
  gsvc: { kind: 'endpoint-service', region: 'r', account: 'a', loadBalancers: ['gwlb'] },
  e: { kind: 'interface-endpoint', vpc: 'v', service: SERVICE, subnets: [{ subnet: 's' }] },
  pe: { kind: 'interface-endpoint', vpc: 'v', service: '', endpointService: 'svc', subnets: [{ subnet: 's' }] },
  gwlbe: { kind: 'gateway-load-balancer-endpoint', subnet: 's2', service: '', endpointService: 'gsvc' },
  zone: {
    kind: 'hosted-zone',
    account: 'a',
    domain: 'example.com',
    vpcs: ['v'],
    records: [
      { name: 'api.example.com', type: 'A', alias: 'pe' },
      { name: '*', type: 'CNAME', values: ['api.example.com'] },
    ],
  },
  inr: { kind: 'resolver-endpoint', vpc: 'v', direction: 'inbound', addresses: [{ subnet: 's' }] },
  outr: { kind: 'resolver-endpoint', vpc: 'v', direction: 'outbound', addresses: [{ subnet: 's' }] },
  rule: {
    kind: 'resolver-rule',
    region: 'r',
    domain: 'corp.example.com',
    targets: [{ address: '192.168.0.10' }],
    resolverEndpoint: 'outr',
    vpcs: ['v', 'w'],
  },
}

const TEXTS = [
  '10.0.0.0/16',
  '10.1.1.0/24',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/56',
  '192.168.0.10',
  '10.0.1.10',
  '/08',
  '',
  '.',
  'example.com',
  '*.example.com',
  'com.amazonaws.us-east-1.s3',
  'us-east-1a',
  'nowhere',
  'auto',
]
const ids = Object.keys(SKELETON)
// ids must read as ids and texts may be anything, while the schema knows both as strings: constructs that it refuses are dropped
const wild = arbitraryConstruct([...ids, ...ids, ...TEXTS])

const design: fc.Arbitrary<Design> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), wild), { selector: ([id]) => id, maxLength: 6 })
  .map((pairs) => {
    const read = (replaced: Readonly<Record<string, object>>) =>
      parseDesignValue({
        format: 'hopwise-design',
        version: 2,
        title: '',
        constructs: Object.entries({ ...SKELETON, ...replaced }).map(([id, rest]) => ({ name: id, ...rest, id })),
      })
    let replaced: Record<string, object> = {}
    for (const [id, one] of pairs) if (read({ ...replaced, [id]: one }).ok) replaced = { ...replaced, [id]: one }
    const result = read(replaced)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.design
  })

const FROM = ['c', 'c2', 'host', 'fw', 'internet', '10.1.1.10', 'nowhere']
const TO = [
  ...['c', 'c2', 'host', 'e', 'pe', 'nlb', 'alb', 'svc', 'gwlbe', 'nat', 'rnat', 'tgw'],
  ...['kinesis.us-east-1.amazonaws.com', 's3.us-east-1.amazonaws.com', 'api.example.com', 'any.example.com'],
  ...['erp.corp.example.com', '8.8.8.8', '198.51.100.9', '10.1.1.30', '192.168.0.99', '172.16.0.1', '2001:db8::1'],
]

test('no construct of any kind makes the simulator throw, and both ways of asking agree', () => {
  fc.assert(
    fc.property(
      design,
      fc.array(fc.tuple(fc.constantFrom(...FROM), fc.constantFrom(...TO)), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('tcp', 'udp', 'icmp' as const),
      fc.constantFrom(53, 443),
      (drawn, pairs, protocol, port) => {
        const topology = compileTopology(drawn, catalogue)
        for (const [from, to] of pairs) {
          const request = { from, to, protocol: protocol as 'tcp', port: protocol === 'icmp' ? null : port }
          const verdict = simulate(topology, request)
          const { branches: _, blockers: __, ...fast } = decide(topology, request)
          const { branches: ___, blockers: ____, ...slow } = verdict
          expect(fast).toEqual(slow)
          if (verdict.kind === 'fails') expect(verdict.symptom).not.toBeNull()
          if (verdict.kind === 'cannot-tell') expect(verdict.gaps.length).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: 400 },
  )
}, 60_000)
