import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits, type Design } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import type { Finding } from './check.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const run = (design: Design): readonly Finding[] =>
  runChecks({ design, topology: compileTopology(design, catalogue), catalogue })
const findings = (check: string, describeDesign: (b: DesignBuilder) => void): readonly Finding[] =>
  run(buildDesign(describeDesign)).filter((finding) => finding.check === check)
const places = (check: string, describeDesign: (b: DesignBuilder) => void): readonly string[] =>
  findings(check, describeDesign).map(({ at }) => [at[0].construct, ...at[0].path].join('.'))

/** Two VPCs with a subnet each. */
function twoVpcs(b: DesignBuilder, region = 'us-east-1') {
  const vpcs = [
    b.vpc({ id: 'vpc-a', dnsHostnames: true }),
    b.vpc({ id: 'vpc-b', region: b.region(region), cidrs: ['10.1.0.0/16'], dnsHostnames: true }),
  ] as const
  b.subnet(vpcs[0], { id: 'subnet-a', cidr: '10.0.1.0/24' })
  b.subnet(vpcs[1], { id: 'subnet-b', zone: `${region}a`, cidr: '10.1.1.0/24' })
  return vpcs
}

describe('groups of other VPCs', () => {
  const found = (join: (b: DesignBuilder, vpcs: readonly [string, string]) => void, direction: 'ingress' | 'egress') =>
    places('security-group-of-other-vpc', (b) => {
      const vpcs = twoVpcs(b)
      join(b, vpcs)
      const group = b.securityGroup(vpcs[1], { id: 'sg-b' })
      b.securityGroup(vpcs[0], { id: 'sg-a', [direction]: [['tcp', 443, group]] })
    })
  const overTransit =
    (securityGroupReferencing: boolean, own = true) =>
    (b: DesignBuilder, vpcs: readonly string[]) => {
      const gateway = b.transitGateway({ securityGroupReferencing })
      b.transitTable(gateway)
      b.attach(vpcs[0]!, gateway, { securityGroupReferencing: own })
      b.attach(vpcs[1]!, gateway)
    }

  it('may be named over an active peering, and not over one that waits', () => {
    expect(found((b, [one, other]) => void b.peering(one, other), 'ingress')).toEqual([])
    const waiting = (b: DesignBuilder, [one, other]: readonly [string, string]) =>
      void b.peering(one, other, { state: 'pending-acceptance' })
    expect(found(waiting, 'ingress')).toEqual(['sg-a.ingress.0.peer.securityGroup'])
  })

  it('may be named across a transit gateway by inbound rules, with referencing on at the gateway and both attachments', () => {
    expect(found(overTransit(true), 'ingress')).toEqual([])
    expect(found(overTransit(true), 'egress')).toEqual(['sg-a.egress.0.peer.securityGroup'])
    expect(found(overTransit(false), 'ingress')).toEqual(['sg-a.ingress.0.peer.securityGroup'])
    expect(found(overTransit(true, false), 'ingress')).toEqual(['sg-a.ingress.0.peer.securityGroup'])
  })

  it('says why a peering between Regions does not help', () => {
    const [finding] = findings('security-group-of-other-vpc', (b) => {
      const [one, other] = twoVpcs(b, 'us-west-2')
      b.peering(one, other)
      b.securityGroup(one, { ingress: [['tcp', 443, b.securityGroup(other)]] })
    })
    expect(finding?.message).toContain('between Regions')
  })
})

describe('routes', () => {
  it('lets appliances and endpoints take whole subnets and the whole VPC, and judges gateway tables by their own rules', () => {
    const describeDesign = (b: DesignBuilder) => {
      const vpc = b.vpc()
      b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const inspection = b.subnet(vpc, { cidr: '10.0.2.0/24' })
      const endpoint = b.gwlbe(inspection, b.endpointService([b.gwlb(vpc, { subnets: [inspection] })]))
      b.routeTable(
        vpc,
        [
          ['10.0.1.0/24', endpoint],
          ['10.0.0.0/16', endpoint],
          ['10.0.1.0/25', endpoint],
          ['10.0.2.0/24', 'local'],
        ],
        { id: 'rtb' },
      )
      const edge: readonly (readonly [string, string])[] = [
        ['10.0.1.0/24', endpoint],
        ['10.0.1.0/26', endpoint],
        ['203.0.113.0/24', 'local'],
      ]
      b.edgeTable(b.internetGateway(vpc), edge, { id: 'edge' })
    }
    expect(places('route-inside-vpc', describeDesign)).toEqual(['rtb.routes.2'])
    expect(places('edge-table-refused', describeDesign)).toEqual(['edge.routes.1', 'edge.routes.2'])
  })

  it('knows what a route table may name: attachments, peerings, gateways and interfaces of its VPC', () => {
    const found = places('route-target-not-attached', (b) => {
      const [one, other] = twoVpcs(b)
      const third = b.vpc({ id: 'vpc-c', cidrs: ['10.2.0.0/16'] })
      const gateway = b.transitGateway()
      b.transitTable(gateway)
      b.attach(one, gateway)
      const [mine, foreign] = [b.peering(one, other), b.peering(other, third)]
      const [egress, vpn] = [b.egressOnlyInternetGateway(other), b.virtualPrivateGateway(other)]
      const box = b.ec2('subnet-b')
      const targets = [gateway, mine, foreign, egress, vpn, box]
      const routes = targets.map((target, i) => [`203.0.113.${i}/32`, target] as const)
      b.routeTable(one, routes, { id: 'rtb', propagatingGateways: [vpn] })
      b.routeTable(third, [['10.0.0.0/8', gateway]], { id: 'rtb-c' })
    })
    expect(found).toEqual([
      'rtb.routes.2',
      'rtb.routes.3',
      'rtb.routes.4',
      'rtb.routes.5',
      'rtb.propagatingGateways.0',
      'rtb-c.routes.0',
    ])
  })

  it('speaks of an endpoint in a route once, and associates it where asked to', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const endpoint = b.gatewayEndpoint(vpc, 's3', { id: 'vpce-s3' })
      b.mainTable(vpc, [], { id: 'rtb' })
      b.set<'route-table'>('rtb', { routes: [{ destination: { cidr: '52.216.0.0/15' }, target: endpoint }] })
    })
    const errors = run(design).filter((one) => one.severity === 'error')
    expect(errors.map((one) => one.check)).toEqual(['endpoint-as-route-target'])
    const { constructs } = applyEdits(design, errors[0]!.fixes[0]!.edits).design
    expect(constructs['vpce-s3']).toMatchObject({ routeTables: ['rtb'] })
    expect(constructs.rtb).toMatchObject({ routes: [] })
  })

  it('asks for an edge table only where it leads elsewhere', () => {
    const found = (edge: (endpoint: string) => readonly (readonly [string, string])[]) =>
      places('edge-table-missing', (b) => {
        const vpc = b.vpc()
        const gateway = b.internetGateway(vpc)
        const inspection = b.subnet(vpc, { cidr: '10.0.2.0/24' })
        const endpoint = b.gwlbe(inspection, b.endpointService([b.gwlb(vpc, { subnets: [inspection] })]))
        const app = b.subnet(vpc, { id: 'app', cidr: '10.0.1.0/24' })
        b.ec2(app, { publicIp: 'auto' })
        b.routeTable(vpc, [['0.0.0.0/0', gateway]], { subnets: [inspection] })
        b.routeTable(vpc, [['0.0.0.0/0', endpoint]], { subnets: [app] })
        b.edgeTable(gateway, edge(endpoint))
      })
    expect(found((endpoint) => [['10.0.1.0/24', endpoint]])).toEqual([])
    expect(found((endpoint) => [['10.0.0.0/16', endpoint]])).toEqual([])
    expect(found(() => [['10.0.1.0/24', 'local']])).toEqual(['app'])
  })

  it('takes a private NAT gateway as sound where it leads to other networks', () => {
    const found = (withTransit: boolean) =>
      places('nat-without-way-out', (b) => {
        const vpc = b.vpc()
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        const gateway = b.transitGateway()
        b.transitTable(gateway)
        b.attach(vpc, gateway)
        b.mainTable(vpc, [['0.0.0.0/0', withTransit ? gateway : b.internetGateway(vpc)]])
        b.natGateway(subnet, { id: 'nat', connectivity: 'private' })
      })
    expect(found(true)).toEqual([])
    expect(found(false)).toEqual(['nat.subnet'])
  })
})

describe('DNS that is not known, and endpoints that are gone', () => {
  it('claims nothing about DNS attributes that an import did not bring', () => {
    const checks = [
      'private-dns-needs-vpc-dns',
      'dns-support-off',
      'gateway-endpoint-without-dns-hostnames',
      'hosted-zone-needs-vpc-dns',
    ]
    const design = buildDesign((b) => {
      const vpc = b.vpc({ dnsSupport: null, dnsHostnames: null })
      b.interfaceEndpoint(vpc, 'sqs', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
      b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
      b.hostedZone('example.internal', [vpc])
    })
    expect(run(design).filter((one) => checks.includes(one.check))).toEqual([])
  })

  it('lets a dead endpoint keep no name', () => {
    const found = (state: 'rejected' | 'available') =>
      places('private-dns-conflict', (b) => {
        const vpc = b.vpc({ dnsHostnames: true })
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
        b.interfaceEndpoint(vpc, 'logs', { id: 'first', subnets, state })
        b.interfaceEndpoint(vpc, 'logs', { id: 'second', subnets })
      })
    expect(found('available')).toEqual(['second.privateDns'])
    expect(found('rejected')).toEqual([])
  })

  it('sees two services with one private name in a VPC', () => {
    const found = places('private-dns-conflict', (b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
      for (const id of ['one', 'two']) {
        const given = { privateDnsName: 'api.example.com', domainVerification: 'verified' } as const
        b.interfaceEndpoint(vpc, b.endpointService([b.nlb(vpc, { subnets })], given), { id, subnets })
      }
    })
    expect(found).toEqual(['two.privateDns'])
  })
})

describe('endpoint services', () => {
  const service = (b: DesignBuilder, region: string, supportedRegions: readonly string[]) => {
    const vpc = b.vpc({ region: b.region(region), cidrs: ['10.9.0.0/16'] })
    const subnet = b.subnet(vpc, { zone: `${region}a`, cidr: '10.9.1.0/24' })
    return b.endpointService([b.nlb(vpc, { subnets: [subnet] })], { supportedRegions })
  }

  it('reaches another Region where both sides say so, from every zone but a few', () => {
    const found = (zoneId: string, serviceRegion: string | null, supported: readonly string[]) => {
      const design = buildDesign((b) => {
        const provider = service(b, 'eu-west-1', supported)
        const account = b.account({ accountId: '444455556666', zones: { 'us-east-1': { 'us-east-1a': zoneId } } })
        const vpc = b.vpc({ region: b.region('us-east-1'), account, dnsHostnames: true })
        b.interfaceEndpoint(vpc, provider, { serviceRegion, subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
      })
      return run(design)
        .filter((one) => one.severity === 'error')
        .map((one) => one.check)
    }
    expect(found('use1-az1', 'eu-west-1', ['us-east-1'])).toEqual([])
    expect(found('use1-az3', 'eu-west-1', ['us-east-1'])).toEqual(['cross-region-endpoint-refused'])
    expect(found('use1-az1', 'eu-west-1', ['us-west-2'])).toEqual(['cross-region-endpoint-refused'])
    expect(found('use1-az1', null, ['us-east-1'])).toEqual(['service-in-other-region'])
  })

  it('of AWS are reached across Regions by some names only', () => {
    const found = (name: string) =>
      places('cross-region-endpoint-refused', (b) => {
        const vpc = b.vpc({ dnsHostnames: true })
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
        b.interfaceEndpoint(vpc, `com.amazonaws.eu-west-1.${name}`, { id: 'e', serviceRegion: 'eu-west-1', subnets })
      })
    expect(found('ecr.api')).toEqual([])
    expect(found('sqs')).toEqual(['e.serviceRegion'])
  })

  it('asks its own account for no permission', () => {
    const found = places('principal-not-allowed', (b) => {
      const vpc = b.vpc()
      const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
      b.interfaceEndpoint(vpc, b.endpointService([b.nlb(vpc, { subnets })], { allowedPrincipals: [] }), { subnets })
    })
    expect(found).toEqual([])
  })

  it('has endpoints of the type of its load balancers', () => {
    const found = places('service-not-offered', (b) => {
      const vpc = b.vpc()
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const [network, gateway] = [b.nlb(vpc, { subnets: [subnet] }), b.gwlb(vpc, { subnets: [subnet] })]
      b.interfaceEndpoint(vpc, b.endpointService([gateway]), { id: 'wrong', subnets: [subnet] })
      b.gwlbe(subnet, b.endpointService([network]), { id: 'wrong-too' })
    })
    expect(found).toEqual(['wrong.endpointService', 'wrong-too.endpointService'])
  })

  it('asks its endpoints for the ports of its listeners', () => {
    const found = (port: number) =>
      places('endpoint-group-lacks-port', (b) => {
        const vpc = b.vpc()
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
        const balancer = b.nlb(vpc, { subnets, listeners: [['TCP', 8443]] })
        const securityGroups = [b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', port, '10.0.0.0/16']] })]
        b.interfaceEndpoint(vpc, b.endpointService([balancer]), { subnets, securityGroups })
      })
    expect(found(443)).toEqual(['sg.ingress'])
    expect(found(8443)).toEqual([])
  })
})

describe('load balancers', () => {
  it('reach targets that admit their group, or addresses of their subnets', () => {
    const found = (peer: string) =>
      places('targets-refuse-balancer', (b) => {
        const vpc = b.vpc()
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        const own = b.securityGroup(vpc, { id: 'sg-nlb' })
        const group = b.securityGroup(vpc, { id: 'sg-app', ingress: [['tcp', 443, peer]] })
        const targets = b.targetGroup(vpc, [b.ec2(subnet, { id: 'app', securityGroups: [group] })], { port: 443 })
        const listeners = [['TCP', 443, targets]] as const
        b.nlb(vpc, { subnets: [subnet], securityGroups: [own], listeners })
      })
    expect(found('sg-nlb')).toEqual([])
    expect(found('10.0.1.0/24')).toEqual([])
    expect(found('10.0.2.0/24')).toEqual(['app'])
  })

  it('need healthy targets in each zone unless they balance across zones', () => {
    const found = (health: 'healthy' | 'unhealthy' | 'unknown') =>
      places('balancer-zone-without-targets', (b) => {
        const vpc = b.vpc()
        const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
        const [first, second] = subnets.map((subnet) => b.ec2(subnet))
        const group = b.targetGroup(vpc, [first!, { target: second!, health }])
        b.nlb(vpc, { id: 'nlb', subnets, listeners: [['TCP', 80, group]] })
      })
    expect(found('healthy')).toEqual([])
    expect(found('unhealthy')).toEqual(['nlb.listeners.0'])
    expect(found('unknown')).toEqual([])
  })
})

describe('addresses', () => {
  it('takes an Elastic IP address and the interface that has it as one', () => {
    const found = (holder: boolean) =>
      places('address-taken', (b) => {
        const client = b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'web', publicIp: '198.51.100.7' })
        b.elasticIp({ id: 'eip', publicIp: '198.51.100.7', holder: holder ? client : null })
      })
    expect(found(true)).toEqual([])
    expect(found(false)).toEqual(['eip.publicIp'])
  })

  it('has a client with an associated Elastic IP address reach the internet gateway', () => {
    const found = (associated: boolean) =>
      places('public-subnet-client-without-public-ip', (b) => {
        const vpc = b.vpc()
        b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
        const client = b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { id: 'web' })
        b.elasticIp({ holder: associated ? client : null })
      })
    expect(found(true)).toEqual([])
    expect(found(false)).toEqual(['web.interfaces.0.publicIp'])
  })

  it('counts the addresses of load balancers and resolver endpoints too', () => {
    const found = places('address-taken', (b) => {
      const vpc = b.vpc()
      const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
      b.nlb(vpc, { id: 'nlb', subnets: [{ subnet: subnets[0]!, privateIp: '10.0.0.10' }] })
      const rows = [{ subnet: subnets[0]!, privateIp: '10.0.0.10' }, subnets[1]!]
      b.resolverEndpoint('inbound', rows, { id: 'inbound' })
    })
    expect(found).toEqual(['inbound.addresses.0.privateIp'])
  })
})

describe('rules of a day', () => {
  const found = (date: string) =>
    places('newer-than-rules', (b) => {
      b.settings({ rulesAsOf: date })
      const vpc = b.vpc({ id: 'vpc' })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const gateway = b.transitGateway({ id: 'tgw' })
      b.transitTable(gateway)
      b.attach(vpc, gateway)
      const group = b.securityGroup(vpc)
      b.nlb(vpc, { id: 'nlb', subnets: [subnet], securityGroups: [group] })
      b.gwlb(vpc, { id: 'gwlb', subnets: [subnet] })
      b.regionalNatGateway(vpc, { id: 'nat' })
      b.blockPublicAccess('block-ingress', { id: 'bpa' })
    })
  it.each([
    ['2017-01-01', ['bpa.mode', 'gwlb', 'nat', 'nlb.securityGroups', 'nlb', 'tgw']],
    ['2019-01-01', ['bpa.mode', 'gwlb', 'nat', 'nlb.securityGroups']],
    ['2022-06-01', ['bpa.mode', 'nat', 'nlb.securityGroups']],
    ['2025-01-01', ['nat']],
    ['latest', []],
  ])('by the rules of %s', (date, expected) => {
    expect(found(date)).toEqual(expected)
  })
})
