import { beforeAll, describe, expect, test } from 'vitest'
import type { Construct, ConstructKind, ConstructOf } from '../../model/index.ts'
import { parseDesign, serialiseDesign } from '../../model/index.ts'
import type { ImportResult } from '../assemble.ts'
import { reportLines } from '../report.ts'
import { exampleFolder } from './testing/exampleFolder.ts'
import { importTexts } from './testing/importTexts.ts'

let result: ImportResult
beforeAll(() => {
  result = importTexts(exampleFolder())
})
const at = <K extends ConstructKind>(kind: K, id: string): ConstructOf<K> => {
  const found: Construct | undefined = result.design.constructs[id]
  expect(found?.kind, id).toBe(kind)
  return found as ConstructOf<K>
}
const noteOn = (id: string) => result.report.notes.find(({ message }) => message.startsWith(`${id}:`))?.message ?? ''

describe('places', () => {
  test('a VPC takes its blocks, DNS settings and DHCP options from the calls that say them', () => {
    expect(at('vpc', 'vpc-a')).toMatchObject({
      name: 'main',
      region: 'us-east-1',
      account: 'account-111111111111',
      cidrs: ['10.0.0.0/16', '10.9.0.0/16'],
      ipv6Cidrs: ['2600:1f18:0:100::/56'],
      dnsSupport: true,
      dnsHostnames: false,
      dhcpDnsServers: ['10.0.1.53', 'AmazonProvidedDNS'],
      mainRouteTable: 'rtb-main',
      defaultSecurityGroup: 'sg-default',
      defaultNetworkAcl: 'acl-default',
    })
  })
  test('whether all interfaces of a VPC are known hangs on the list of interfaces, be it empty', () => {
    const known = (more: object) => {
      const text = JSON.stringify({ Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }], ...more })
      const { design } = importTexts([{ path: 'us-east-1/all.json', text }])
      return Object.values(design.constructs).flatMap((one) => (one.kind === 'vpc' ? one.allInterfaces : []))
    }
    expect(known({ NetworkInterfaces: [] })).toEqual([true])
    expect(known({})).toEqual([false])
  })
  test('a shared subnet is one subnet, in the zone that its owner calls it', () => {
    expect(at('subnet', 'subnet-a2')).toMatchObject({
      name: 'private',
      zone: 'vpc-a.us-east-1b',
      routeTable: null,
      networkAcl: 'acl-own',
      sharedWith: ['account-222222222222'],
    })
    expect(at('subnet', 'subnet-a1')).toMatchObject({
      routeTable: 'rtb-public',
      networkAcl: null,
      ipv6Cidr: '2600:1f18:0:100::/64',
    })
    expect(at('account', 'account-111111111111').zones).toEqual({
      'us-east-1': { 'us-east-1a': 'use1-az4', 'us-east-1b': 'use1-az6' },
    })
    expect(at('account', 'account-222222222222').zones).toEqual({ 'us-east-1': { 'us-east-1a': 'use1-az6' } })
  })
  test('what is not there any more, or attached to nothing, is left out', () => {
    for (const id of ['nat-gone', 'i-gone', 'pcx-old', 'igw-loose', 'eni-loose']) {
      expect(result.design.constructs).not.toHaveProperty(id)
      expect(noteOn(id), id).not.toBe('')
    }
  })
})

describe('routes', () => {
  test('every kind of target, without what follows from something else', () => {
    const table = at('route-table', 'rtb-main')
    expect(table.propagatingGateways).toEqual(['vgw-1'])
    expect(table.routes).toEqual([
      { destination: { cidr: '0.0.0.0/0' }, target: 'nat-1' },
      { destination: { cidr: '10.20.0.0/16' }, target: 'pcx-1' },
      { destination: { cidr: '10.30.0.0/16' }, target: 'tgw-1' },
      { destination: { cidr: '10.40.0.0/16' }, target: 'blackhole' },
      { destination: { cidr: '10.50.0.0/16' }, target: 'i-web', interface: 1 },
      { destination: { prefixList: 'pl-own' }, target: 'tgw-1' },
      { destination: { cidr: '::/0' }, target: 'eigw-1' },
      { destination: { cidr: '10.60.0.0/16' }, target: 'cagw-1' },
    ])
  })
  test('the table of a gateway keeps the local routes that are narrower than the VPC', () => {
    expect(at('route-table', 'rtb-edge')).toMatchObject({
      edgeOf: 'igw-1',
      routes: [
        { destination: { cidr: '10.0.2.0/24' }, target: 'vpce-gwlb' },
        { destination: { cidr: '10.0.1.0/24' }, target: 'local' },
      ],
    })
  })
})

describe('filters', () => {
  test('a rule is one entry for each of its peers', () => {
    const { ingress } = at('security-group', 'sg-web')
    expect(ingress.map(({ peer }) => peer)).toEqual([
      { cidr: '10.0.0.0/8' },
      { cidr: '2600:1f18::/32' },
      { securityGroup: 'sg-other' },
      { prefixList: 'pl-own' },
      { cidr: '0.0.0.0/0' },
      { cidr: '10.0.0.0/8' },
    ])
    expect(ingress[4]).toMatchObject({ protocol: 'icmp', ports: null, icmp: { type: 8, code: -1 } })
    expect(ingress[5]).toMatchObject({ protocol: 50 })
  })
  test('ACL entries stand in the order of their numbers, without the last one', () => {
    const acl = at('network-acl', 'acl-own')
    expect(acl.ingress).toEqual([
      { number: 100, action: 'deny', protocol: 'icmp', ports: null, icmp: { type: 8, code: -1 }, cidr: '10.0.0.0/8' },
      { number: 200, action: 'allow', protocol: 'tcp', ports: { from: 443, to: 443 }, icmp: null, cidr: '10.0.0.0/8' },
    ])
    expect(at('network-acl', 'acl-default').ingress).toHaveLength(1)
  })
  test('prefix lists: the ones that are used, and only with their entries', () => {
    expect(at('prefix-list', 'pl-s3')).toMatchObject({
      listName: 'com.amazonaws.us-east-1.s3',
      entries: [{ cidr: '54.231.0.0/17' }],
    })
    expect(at('prefix-list', 'pl-own').entries).toEqual([{ cidr: '192.0.2.0/24', description: 'home' }])
    expect(result.design.constructs).not.toHaveProperty('pl-cf')
    expect(noteOn('pl-lost')).toContain('entries')
  })
})

describe('clients', () => {
  test('an instance has its interfaces in order, with the public address of each', () => {
    expect(at('client', 'i-web')).toMatchObject({
      name: 'web',
      runtime: 'ec2',
      account: null,
      interfaces: [
        {
          interfaceId: 'eni-web',
          privateIp: '10.0.1.10',
          publicIp: '198.51.100.7',
          ipv6: '2600:1f18:0:100::10',
          sourceDestCheck: true,
        },
        {
          interfaceId: 'eni-web2',
          privateIp: '10.0.2.10',
          secondaryIps: ['10.0.2.11', '10.0.2.12'],
          publicIp: 'none',
          sourceDestCheck: false,
        },
      ],
    })
    const first = at('client', 'i-web').interfaces[0]!
    expect(first.secondaryIps, 'no list where there are none').toBeUndefined()
    expect(at('client', 'i-guest')).toMatchObject({ account: 'account-222222222222', operatingSystem: 'windows' })
  })
  test('an Elastic IP of a further private address is mapped to that one', () => {
    expect(at('elastic-ip', 'eipalloc-second')).toMatchObject({
      name: 'second',
      publicIp: '198.51.100.11',
      holder: 'i-web',
      interface: 1,
      privateIp: '10.0.2.11',
    })
    expect(at('elastic-ip', 'eipalloc-third')).toMatchObject({
      publicIp: '198.51.100.12',
      holder: 'i-web',
      interface: 1,
      privateIp: '10.0.2.12',
    })
  })
  test('interfaces of other services: into their construct, or a client of their own', () => {
    expect(at('client', 'function-worker')).toMatchObject({
      runtime: 'lambda',
      interfaces: [{ subnet: 'subnet-a2', interfaceId: 'eni-lambda' }],
    })
    expect(at('client', 'database-orders')).toMatchObject({
      runtime: 'database',
      interfaces: [{ interfaceId: 'eni-rds' }],
      listens: [{ protocol: 'tcp', port: 5432 }],
    })
    expect(at('client', 'domain-logs').listens).toEqual([{ protocol: 'tcp', port: 443 }])
    expect(at('client', 'eni-efs').runtime).toBe('other')
    expect(at('client', 'eni-ecs').runtime).toBe('ecs')
    for (const id of ['eni-nat', 'eni-sqs', 'eni-nlb', 'eni-lambda', 'eni-rds', 'eni-tgw', 'eni-resolver'])
      expect(result.design.constructs).not.toHaveProperty(id)
  })
  test('an address whose owner is not described is there, and what it answers is not known', () => {
    expect(at('network-load-balancer', 'net-hidden-9923456789abcdef')).toMatchObject({
      subnets: [{ subnet: 'subnet-a2', privateIp: '10.0.2.32' }],
      allListeners: false,
    })
    expect(noteOn('net-hidden-9923456789abcdef')).toContain('interfaces of the load balancer only')
  })
  test('an Elastic IP address that nothing has is drawn by itself', () => {
    expect(at('elastic-ip', 'eipalloc-free').publicIp).toBe('198.51.100.77')
    expect(result.design.constructs).not.toHaveProperty('eipalloc-web')
  })
})

describe('endpoints and load balancers', () => {
  test('endpoints of every type, with states in any capitals', () => {
    expect(at('gateway-endpoint', 'vpce-s3').routeTables).toEqual(['rtb-main'])
    expect(at('interface-endpoint', 'vpce-sqs')).toMatchObject({
      state: 'available',
      subnets: [{ subnet: 'subnet-a2', privateIp: '10.0.2.30' }],
      privateDns: true,
      dnsLabel: 'vpce-sqs-r4nd0m',
    })
    expect(at('interface-endpoint', 'vpce-own')).toMatchObject({
      state: 'pendingAcceptance',
      endpointService: 'vpce-svc-1',
    })
    expect(at('gateway-load-balancer-endpoint', 'vpce-gwlb')).toMatchObject({
      subnet: 'subnet-a1',
      endpointService: null,
    })
    expect(at('resource-endpoint', 'vpce-res').subnets).toEqual(['subnet-a2'])
    expect(at('service-network-endpoint', 'vpce-net').serviceNetworkArn).toContain('sn-1')
  })
  test('an endpoint service with its principals, domain and notifications', () => {
    expect(at('endpoint-service', 'vpce-svc-1')).toMatchObject({
      loadBalancers: ['net-front-0123456789abcdef'],
      allowedPrincipals: ['arn:aws:iam::222222222222:root'],
      domainVerification: 'verified',
      verificationName: '_abc',
      supportedRegions: ['eu-west-1'],
      notifications: [{ events: ['Accept', 'Reject'] }],
    })
    expect(at('endpoint-service', 'vpce-svc-2').loadBalancers).toEqual(['not-imported.load-balancers-of-vpce-svc-2'])
    expect(result.design.constructs).not.toHaveProperty('vpce-svc-aws')
    expect(noteOn('vpce-foreign')).toContain('not in the files')
  })
  test('load balancers take listeners from wrapped and plain lists', () => {
    expect(at('network-load-balancer', 'net-front-0123456789abcdef')).toMatchObject({
      crossZone: true,
      securityGroups: null,
      subnets: [{ subnet: 'subnet-a2', privateIp: '10.0.2.31' }],
      listeners: [{ protocol: 'TCP', port: 443, targetGroup: 'tg-web-3123456789abcdef' }],
    })
    expect(at('application-load-balancer', 'app-inner-1123456789abcdef').listeners).toEqual([
      { protocol: 'HTTPS', port: 443, targetGroup: null },
    ])
    expect(at('gateway-load-balancer', 'gwy-inspect-2123456789abcdef').targetGroup).toBe(
      'tg-appliances-4123456789abcdef',
    )
    expect(at('target-group', 'tg-web-3123456789abcdef')).toMatchObject({
      preserveClientIp: false,
      healthCheckPort: 8080,
      healthCheckProtocol: 'HTTP',
      proxyProtocol: true,
      targets: [{ target: 'i-web', port: 8443, health: 'healthy' }],
    })
    expect(at('target-group', 'tg-appliances-4123456789abcdef').targets).toMatchObject([
      { target: null, address: '10.0.2.10', health: 'unknown' },
    ])
  })
})

describe('between networks', () => {
  test('a peering connection may lead to a VPC that is not in the files', () => {
    expect(at('peering-connection', 'pcx-1')).toMatchObject({
      requester: 'vpc-a',
      accepter: 'vpc-far',
      requesterDnsResolution: false,
      accepterDnsResolution: true,
    })
  })
  test('a transit gateway with its table; VPN attachments are named by their connection', () => {
    expect(at('transit-gateway-attachment', 'tgw-attach-1')).toMatchObject({
      subnets: ['subnet-a2'],
      applianceMode: true,
    })
    expect(at('transit-gateway-route-table', 'tgw-rtb-1')).toMatchObject({
      associations: ['tgw-attach-1', 'vpn-1'],
      propagations: ['tgw-attach-1'],
      routes: [
        { destination: { cidr: '192.168.0.0/16' }, target: 'vpn-1' },
        { destination: { cidr: '10.66.0.0/16' }, target: 'blackhole' },
        { destination: { prefixList: 'pl-own' }, target: 'tgw-attach-1' },
      ],
    })
    expect(at('transit-gateway-peering', 'tgw-attach-peer').state).toBe('pendingAcceptance')
  })
  test('a table that only an association names is there, and what it leads to is not known', () => {
    expect(at('transit-gateway', 'tgw-dark')).toBeDefined()
    expect(at('transit-gateway-route-table', 'tgw-rtb-dark')).toMatchObject({
      transitGateway: 'tgw-dark',
      associations: ['tgw-attach-dark'],
      allRoutes: false,
    })
    expect(noteOn('tgw-rtb-dark')).toContain('no call describes it')
  })
  test('VPN connections and Direct Connect', () => {
    expect(at('vpn-connection', 'vpn-1')).toMatchObject({
      tunnelsUp: true,
      routing: 'static',
      routes: ['192.168.0.0/16'],
    })
    expect(at('vpn-connection', 'vpn-2')).toMatchObject({
      tunnelsUp: false,
      routing: 'bgp',
      routes: ['192.168.0.0/16'],
    })
    expect(at('direct-connect', 'dxvif-1')).toMatchObject({ gateway: 'vgw-1', allowedPrefixes: ['10.0.0.0/16'] })
    expect(at('customer-gateway', 'cgw-1').asn).toBe(65010)
  })
  test('names', () => {
    expect(at('hosted-zone', 'Z1PRIVATE')).toMatchObject({
      domain: 'corp.example',
      visibility: 'private',
      vpcs: ['vpc-a'],
    })
    expect(at('hosted-zone', 'Z1PRIVATE').records).toMatchObject([
      { name: '*.corp.example', type: 'A', values: ['10.0.2.10'], alias: null },
      { name: '@', type: 'TXT', values: ['vpce:xyz'] },
      { name: 'front.corp.example', alias: 'net-front-0123456789abcdef', values: [] },
      { name: 'two.corp.example', values: ['10.0.2.10', '10.0.2.20'] },
    ])
    expect(noteOn('Z2UNKNOWN')).toContain('records')
    expect(at('hosted-zone', 'Z2UNKNOWN')).toMatchObject({ records: [], allRecords: false, vpcs: [], allVpcs: false })
    expect(at('hosted-zone', 'Z1PRIVATE')).toMatchObject({ allRecords: true, allVpcs: true })
    expect(at('resolver-endpoint', 'rslvr-in-1').addresses).toEqual([{ subnet: 'subnet-a2', privateIp: '10.0.2.39' }])
    expect(at('resolver-rule', 'rslvr-rr-1')).toMatchObject({
      domain: 'home.example',
      vpcs: ['vpc-a'],
      targets: [{ address: '192.168.0.53', port: 53 }],
    })
    expect(Object.values(result.design.constructs).filter(({ kind }) => kind === 'resolver-rule')).toHaveLength(1)
  })
  test('VPC Block Public Access', () => {
    expect(at('block-public-access', 'block-public-access-account-111111111111-us-east-1')).toMatchObject({
      mode: 'block-ingress',
      exclusions: [{ of: 'subnet-a1', allow: 'egress' }],
    })
  })
})

test('the design is a design file, laid out', () => {
  const read = parseDesign(serialiseDesign(result.design))
  expect(read.ok && read.design).toEqual(result.design)
  expect(Object.keys(result.design.layout)).toContain('vpc-a')
})
test('the report names the commands that would say what is missing', () => {
  const commands = result.report.missing.map(({ command }) => command)
  expect(commands).toContain('aws ec2 get-managed-prefix-list-entries --prefix-list-id pl-lost --region us-east-1')
  expect(commands).toContain('aws route53 list-resource-record-sets --hosted-zone-id Z2UNKNOWN')
  // the other account was asked for its subnets and zones only
  const vpcs = result.report.missing.filter(({ command }) => command.startsWith('aws ec2 describe-vpcs'))
  expect(vpcs).toEqual([
    {
      command: 'aws ec2 describe-vpcs --region us-east-1',
      why: 'the VPCs and their blocks',
      account: '222222222222',
      region: 'us-east-1',
      hangs: 0,
      effect: '',
    },
  ])
  expect(reportLines(result.report).join('\n')).toContain(
    'nat-gone: the NAT gateway is deleted (accounts/111111111111/us-east-1/',
  )
})

test('describe-prefix-lists and describe-managed-prefix-lists print under one key, and are told apart', () => {
  const list = (id: string, name: string) => ({
    PrefixListId: id,
    PrefixListName: name,
    PrefixListArn: `arn:aws:ec2:us-east-1:111111111111:prefix-list/${id}`,
    OwnerId: '111111111111',
  })
  const files = {
    PrefixLists: { PrefixLists: [{ PrefixListId: 'pl-s3', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: [] }] },
    ManagedPrefixLists: { PrefixLists: [list('pl-own', 'partners')] },
    ManagedPrefixListEntries: {
      ManagedPrefixListEntries: [{ PrefixListId: 'pl-own', Entries: [{ Cidr: '192.0.2.0/24' }] }],
    },
  }
  const { design, report } = importTexts(
    Object.entries(files).map(([name, value]) => ({
      path: `111111111111/us-east-1/${name}.json`,
      text: JSON.stringify(value),
    })),
  )
  expect(design.constructs['pl-own']).toMatchObject({
    kind: 'prefix-list',
    listName: 'partners',
    entries: [{ cidr: '192.0.2.0/24' }],
  })
  expect(report.notes.filter(({ message }) => message.startsWith('pl-'))).toEqual([])
})
