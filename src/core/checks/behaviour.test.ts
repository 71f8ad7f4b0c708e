import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import type { Finding } from './check.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const run = (design: Design): readonly Finding[] =>
  runChecks({ design, topology: compileTopology(design, catalogue), catalogue })
const places = (check: string, describeDesign: (b: DesignBuilder) => void): readonly string[] =>
  run(buildDesign(describeDesign))
    .filter((finding) => finding.check === check)
    .map(({ at }) => [at[0].construct, ...at[0].path].join('.'))

describe('blocks and addresses', () => {
  it('finds overlapping IPv6 subnets, and nested ones against each other only once', () => {
    const found = places('subnet-overlap', (b) => {
      const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
      b.subnet(vpc, { id: 'a', cidr: '10.0.0.0/20', ipv6Cidr: '2001:db8:0:1::/64' })
      b.subnet(vpc, { id: 'b', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
      b.subnet(vpc, { id: 'c', cidr: '10.0.1.128/25' })
    })
    expect(found).toEqual(['b.cidr', 'b.ipv6Cidr', 'c.cidr'])
  })

  it('leaves subnets of different VPCs alone', () => {
    const found = places('subnet-overlap', (b) => {
      b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })
      b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })
    })
    expect(found).toEqual([])
  })

  it.each([
    ['10.0.1.0', true],
    ['10.0.1.3', true],
    ['10.0.1.4', false],
    ['10.0.1.254', false],
    ['10.0.1.255', true],
  ])('knows whether %s is reserved in a /24: %s', (privateIp, reserved) => {
    const found = places('reserved-address', (b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'endpoint', subnets: [{ subnet, privateIp }] })
    })
    expect(found).toEqual(reserved ? ['endpoint.subnets.0.privateIp'] : [])
  })

  it('knows the reserved IPv6 addresses', () => {
    const found = places('reserved-address', (b) => {
      const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
      b.ec2(subnet, { id: 'low', ipv6: '2001:db8::3' })
      b.ec2(subnet, { id: 'mid', ipv6: '2001:db8::4' })
      b.ec2(subnet, { id: 'top', ipv6: '2001:db8::ffff:ffff:ffff:ffff' })
    })
    expect(found).toEqual(['low.interfaces.0.ipv6', 'top.interfaces.0.ipv6'])
  })

  it('takes one Elastic IP address for one interface', () => {
    const found = places('address-taken', (b) => {
      const subnet = b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })
      b.ec2(subnet, { id: 'web', publicIp: '198.51.100.7' })
      b.natGateway(subnet, { id: 'nat', publicIp: '198.51.100.7' })
    })
    expect(found).toEqual(['nat.publicIp'])
  })

  it('takes the private ranges, 100.64.0.0/10 and public ones together only as AWS does', () => {
    const restricted = (...cidrs: string[]) => places('vpc-block-restricted', (b) => void b.vpc({ cidrs }))
    expect(restricted('10.0.0.0/16', '10.1.0.0/16')).toEqual([])
    expect(restricted('10.1.0.0/16', '10.0.0.0/16')).toEqual(['vpc-1.cidrs.1'])
    expect(restricted('10.2.0.0/16', '10.0.0.0/16')).toEqual([])
    expect(restricted('172.16.0.0/16', '172.31.0.0/16')).toEqual(['vpc-1.cidrs.1'])
    expect(restricted('100.64.0.0/16', '10.0.0.0/16')).toEqual(['vpc-1.cidrs.1'])
    expect(restricted('192.168.0.0/16', '100.64.0.0/16', '203.0.113.0/24')).toEqual([])
  })

  it('names the entry of a list that is wrong, also deep inside', () => {
    const found = places('invalid-value', (b) => {
      const vpc = b.vpc({ id: 'vpc', cidrs: ['10.0.0.0/16', '10.0.0.0/08', 'x'] })
      b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', 443, '10.0.0.0/33']] })
      b.networkAcl(vpc, { id: 'acl', ingress: [[100, 'allow', 'tcp', [90, 80], '0.0.0.0/0']] })
    })
    expect(found).toEqual(['acl.ingress.0', 'sg.ingress.0.peer', 'vpc.cidrs.1', 'vpc.cidrs.2'])
  })
})

describe('routes and gateways', () => {
  it('allows a route for a whole subnet to a NAT gateway, and no other route inside the VPC', () => {
    const found = places('route-inside-vpc', (b) => {
      const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const [nat, gateway] = [b.natGateway(subnet), b.internetGateway(vpc)]
      b.routeTable(
        vpc,
        [
          ['10.0.1.0/24', nat],
          ['10.0.1.0/25', nat],
          ['10.0.0.0/16', gateway],
          ['2001:db8::/64', gateway],
          ['10.0.0.0/8', gateway],
        ],
        { id: 'rtb' },
      )
    })
    expect(found).toEqual(['rtb.routes.1', 'rtb.routes.2', 'rtb.routes.3'])
  })

  it('sees that a NAT gateway whose own subnet uses it has no way out', () => {
    const found = places('nat-without-way-out', (b) => {
      const vpc = b.vpc()
      b.internetGateway(vpc)
      const nat = b.natGateway(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { id: 'nat' })
      b.mainTable(vpc, [['0.0.0.0/0', nat]])
    })
    expect(found).toEqual(['nat.subnet'])
  })

  it('reads the same destination however it is written', () => {
    const found = places('duplicate-route-destination', (b) => {
      const vpc = b.vpc()
      const gateway = b.internetGateway(vpc)
      const [first, second] = [['2001:db8:1::/48', gateway] as const, ['2001:0db8:1:0::/48', gateway] as const]
      b.routeTable(vpc, [first, second], { id: 'rtb' })
    })
    expect(found).toEqual(['rtb.routes.1'])
  })

  it('tells a Lambda function in a public subnet apart: no public address helps', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc()
      b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
      b.lambda(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { id: 'fn' })
    })
    const [finding] = run(design).filter((one) => one.check === 'public-subnet-client-without-public-ip')
    expect(finding?.message).toContain('Lambda function never gets a public address')
    expect(finding?.fixes).toEqual([])
  })

  it('has a route of exactly the endpoint’s range pass the endpoint by, and a wider one not', () => {
    const found = (cidr: string) =>
      places('route-shadows-endpoint', (b) => {
        const vpc = b.vpc()
        b.prefixList(['54.123.160.0/19'], { listName: 'com.amazonaws.us-east-1.s3' })
        const table = b.mainTable(vpc, [[cidr, b.internetGateway(vpc)]], { id: 'rtb' })
        b.gatewayEndpoint(vpc, 's3', { routeTables: [table] })
      })
    expect(found('54.123.160.0/19')).toEqual(['rtb.routes.0'])
    expect(found('54.123.160.0/18')).toEqual([])
  })
})

describe('endpoints', () => {
  it('takes an endpoint in the default group as sound where all clients are in it, or a rule lets them in', () => {
    const found = (clientGroup: boolean, ingress: readonly (readonly ['tcp', number, string])[] | null) =>
      places('endpoint-in-default-group', (b) => {
        const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        const other = b.securityGroup(vpc, { id: 'sg-other' })
        if (ingress) b.set<'vpc'>('vpc', { defaultSecurityGroup: b.securityGroup(vpc, { id: 'sg-default', ingress }) })
        b.ec2(subnet, { securityGroups: clientGroup ? [other] : [] })
        b.interfaceEndpoint(vpc, 'sqs', { id: 'endpoint', subnets: [subnet] })
      })
    expect(found(true, null)).toEqual(['endpoint.securityGroups'])
    expect(found(false, null)).toEqual([])
    expect(found(true, [['tcp', 443, '10.0.0.0/8']])).toEqual([])
    expect(found(true, [['tcp', 22, '10.0.0.0/8']])).toEqual(['endpoint.securityGroups'])
  })

  it('asks for the port that the service really has', () => {
    const found = (port: number) =>
      places('endpoint-group-lacks-port', (b) => {
        const vpc = b.vpc({ dnsHostnames: true })
        const group = b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', port, '10.0.0.0/16']] })
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
        b.interfaceEndpoint(vpc, 'email-smtp', { subnets, securityGroups: [group] })
      })
    expect(found(587)).toEqual([])
    expect(found(80)).toEqual(['sg.ingress'])
  })

  it('lets two endpoints of one service be when only one has private DNS, or they are in different VPCs', () => {
    const found = places('private-dns-conflict', (b) => {
      for (const id of ['vpc-a', 'vpc-b']) b.interfaceEndpoint(b.vpc({ id, dnsHostnames: true }), 'logs')
      b.interfaceEndpoint('vpc-a', 'logs', { privateDns: false })
    })
    expect(found).toEqual([])
  })

  it('says nothing of an endpoint service that only its owner can know', () => {
    const found = places('service-not-listed', (b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      b.interfaceEndpoint(vpc, 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', { id: 'own' })
      b.interfaceEndpoint(vpc, 'nosuchservice', { id: 'wrong' })
    })
    expect(found).toEqual(['wrong.service'])
  })

  it('judges by the day that the design names', () => {
    const found = (date: string) =>
      places('newer-than-rules', (b) => {
        b.settings({ rulesAsOf: date })
        const vpc = b.vpc({ dnsHostnames: true })
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        b.interfaceEndpoint(vpc, 'sqs', { id: 'endpoint', subnets: [{ subnet, privateIp: '10.0.1.9' }] })
      })
    expect(found('2015-06-01')).toEqual(['endpoint', 'endpoint.subnets.0.privateIp'])
    expect(found('2022-06-01')).toEqual(['endpoint.subnets.0.privateIp'])
    expect(found('latest')).toEqual([])
  })
})

describe('filters', () => {
  const acl = (ingress: Rules, egress: Rules) => (b: DesignBuilder) =>
    void b.networkAcl(b.vpc(), { id: 'acl', ingress, egress })
  type Rules = NonNullable<Parameters<DesignBuilder['networkAcl']>[1]>['ingress'] & object

  it('takes a server’s ACL as sound: requests in, everything out', () => {
    const found = places(
      'acl-lacks-return',
      acl([[100, 'allow', 'tcp', 443, '0.0.0.0/0']], [[100, 'allow', 'all', null, '0.0.0.0/0']]),
    )
    expect(found).toEqual([])
  })

  it('misses the answers both ways, and those from elsewhere', () => {
    const https = [[100, 'allow', 'tcp', 443, '0.0.0.0/0']] as const
    expect(places('acl-lacks-return', acl(https, https))).toEqual(['acl.egress.0', 'acl.ingress.0'])
    const elsewhere = [[100, 'allow', 'tcp', [1024, 65535], '10.9.0.0/16']] as const
    expect(places('acl-lacks-return', acl(elsewhere, [[100, 'allow', 'tcp', 443, '10.8.0.0/16']]))).toEqual([
      'acl.egress.0',
    ])
  })

  it('sees a deny that drops the answers before the allow', () => {
    const ingress: Rules = [
      [90, 'deny', 'tcp', [1024, 65535], '0.0.0.0/0'],
      [100, 'allow', 'all', null, '0.0.0.0/0'],
    ]
    const design = buildDesign(acl(ingress, [[100, 'allow', 'tcp', 443, '0.0.0.0/0']]))
    const [finding] = run(design).filter((one) => one.check === 'acl-lacks-return')
    expect(finding?.fixes[0]?.title).toContain('rule 89')
  })

  it('compares rules by protocol, ports, ICMP type and block', () => {
    const ingress: Rules = [
      [100, 'allow', 'tcp', [80, 443], '10.0.0.0/8'],
      [110, 'deny', 'tcp', 443, '10.1.0.0/16'],
      [120, 'deny', 'udp', 443, '10.1.0.0/16'],
      [130, 'deny', 'tcp', 8080, '10.1.0.0/16'],
      [140, 'deny', 'tcp', 443, '11.0.0.0/8'],
      [150, 'allow', 'icmp', null, '10.0.0.0/8'],
      [160, 'deny', 'icmp', null, '10.0.0.0/16'],
    ]
    expect(places('acl-rule-shadowed', acl(ingress, []))).toEqual(['acl.ingress.1', 'acl.ingress.6'])
  })

  it('counts IPv4 and IPv6 rules of a group apart', () => {
    const rules = (count: number, peer: string) =>
      Array.from({ length: count }, (_, i) => ['tcp', i + 1, peer] as const)
    const found = (ingress: readonly (readonly ['tcp', number, string])[]) =>
      places('quota-exceeded', (b) => void b.securityGroup(b.vpc(), { id: 'sg', ingress }))
    expect(found([...rules(60, '10.0.0.0/8'), ...rules(60, '2001:db8::/32')])).toEqual([])
    expect(found(rules(61, '2001:db8::/32'))).toEqual(['sg.ingress'])
  })
})

describe('names', () => {
  it('lets things in different places share a name, unless requests name them', () => {
    const found = places('duplicate-name', (b) => {
      for (const id of ['vpc-a', 'vpc-b']) {
        const subnet = b.subnet(b.vpc({ id }), { id: `${id}-subnet`, name: 'private', cidr: '10.0.1.0/24' })
        b.ec2(subnet, { id: `${id}-app`, name: 'app' })
      }
    })
    expect(found).toEqual(['vpc-a-app.name'])
  })

  it('finds saved requests whose ends are gone, and none where a host name will do', () => {
    const design = buildDesign((b) => {
      b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'app' })
      b.request({ from: 'app', to: 'example.com' })
      b.request({ from: 'internet', to: 'app' })
      b.request({ from: 'gone', to: 'not a host' })
    })
    const found = run(design).filter((one) => one.check === 'request-not-answerable')
    expect(found.map(({ at }) => at[0])).toEqual([
      { construct: '', path: ['requests', 2, 'request', 'from'] },
      { construct: '', path: ['requests', 2, 'request', 'to'] },
    ])
  })
})
