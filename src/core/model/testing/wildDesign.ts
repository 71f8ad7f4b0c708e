import fc from 'fast-check'
import type { Design } from '../design.ts'
import { parseDesignValue } from '../parse/parseDesign.ts'
import { arbitraryConstruct } from './arbitraryConstruct.ts'

const SERVICE = 'com.amazonaws.us-east-1.kinesis-streams'
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k'
const ROLE = 'arn:aws:iam::111122223333:role/app'
const policy = (more: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', ...more }] })
/** They name each other, what holds them, and what is not there. */
const POLICIES = [
  policy({
    Principal: { AWS: ROLE },
    Resource: KEY,
    Condition: { StringEquals: { 'aws:SourceVpce': ['e', 'nowhere'] } },
  }),
  policy({
    Principal: '*',
    Resource: ['arn:aws:s3:::b/*', 'arn:aws:sqs:*:*:q'],
    Condition: { Null: { 'aws:SourceVpc': 'v' } },
  }),
  '{"Statement": [',
]

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
  c: {
    kind: 'client',
    runtime: 'ec2',
    role: 'role',
    interfaces: [{ subnet: 's', privateIp: '10.0.1.10', publicIp: 'auto' }],
  },
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
  e: { kind: 'interface-endpoint', vpc: 'v', service: SERVICE, subnets: [{ subnet: 's' }], policy: POLICIES[0] },
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
  role: { kind: 'iam-role', account: 'a', roleName: 'app', policies: [{ name: 'p', document: POLICIES[1] }] },
  role2: {
    kind: 'iam-role',
    account: 'a',
    roleName: 'other',
    trustPolicy: policy({ Principal: { AWS: ROLE } }),
    boundary: [{ name: 'b', document: POLICIES[0] }],
  },
  b: { kind: 's3-bucket', region: 'r', account: 'a', bucketName: 'b', policy: POLICIES[0] },
  k: { kind: 'policy-resource', region: 'r', account: 'a', arn: KEY, policy: POLICIES[0] },
  q: {
    kind: 'policy-resource',
    region: 'r',
    account: 'a',
    arn: 'arn:aws:sqs:us-east-1:111122223333:q',
    policy: POLICIES[1],
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
  ROLE,
  KEY,
  ...POLICIES,
]
const ids = Object.keys(SKELETON)
// ids must read as ids and texts may be anything, while the schema knows both as strings: constructs that it refuses are dropped
const wild = arbitraryConstruct([...ids, ...ids, ...TEXTS])

/** A small network in which some constructs are replaced by wild ones: whatever the schema takes, with references that lead anywhere. */
export const wildDesign: fc.Arbitrary<Design> = fc
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
