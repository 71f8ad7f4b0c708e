import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { newerThanRules } from './newer-than-rules.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const found = (rulesAsOf: string, draw: (b: DesignBuilder) => void): readonly string[] => {
  const design = buildDesign((b) => {
    b.settings({ rulesAsOf })
    draw(b)
  })
  return runChecks({ design, topology: compileTopology(design, catalogue), catalogue }, [newerThanRules]).map(
    ({ at }) => [at[0].construct, ...at[0].path].join('.'),
  )
}

/** The day before AWS brought something, the day itself, a design that has it beside what was there before, and what is found too new. */
const arrivals: readonly (readonly [string, string, string, (b: DesignBuilder) => void, readonly string[]])[] = [
  [
    'DynamoDB by gateway endpoint',
    '2017-07-31',
    '2017-08-01',
    (b) => {
      const vpc = b.vpc()
      b.gatewayEndpoint(vpc, 's3', { id: 's3' })
      b.gatewayEndpoint(vpc, 'dynamodb', { id: 'ddb' })
    },
    ['ddb.service'],
  ],
  [
    'DynamoDB by interface endpoint',
    '2024-02-29',
    '2024-03-01',
    (b) => {
      const vpc = b.vpc()
      b.interfaceEndpoint(vpc, 'sqs', { id: 'sqs' })
      b.interfaceEndpoint(vpc, 'dynamodb', { id: 'ddb' })
    },
    ['ddb.service'],
  ],
  [
    'private DNS for Amazon S3, not for what has the name of a service of one’s own',
    '2023-02-28',
    '2023-03-01',
    (b) => {
      const vpc = b.vpc()
      b.interfaceEndpoint(vpc, 's3', { id: 'on' })
      b.interfaceEndpoint(vpc, 's3', { id: 'off', privateDns: false })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'other' })
      b.interfaceEndpoint(vpc, 's3', { id: 'own', endpointService: b.endpointService([]) })
    },
    ['on.privateDns'],
  ],
  [
    'IPv6 at interface endpoints',
    '2022-05-10',
    '2022-05-11',
    (b) => {
      const vpc = b.vpc()
      b.interfaceEndpoint(vpc, 'sqs', { id: 'four', ipAddressType: 'ipv4' })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'both', ipAddressType: 'dualstack' })
    },
    ['both.ipAddressType'],
  ],
  [
    'IPv6 at endpoints of Gateway Load Balancers',
    '2022-12-11',
    '2022-12-12',
    (b) => {
      const subnet = b.subnet(b.vpc())
      b.gwlbe(subnet, 'com.amazonaws.vpce.us-east-1.vpce-svc-1', { id: 'four', ipAddressType: 'ipv4' })
      b.gwlbe(subnet, 'com.amazonaws.vpce.us-east-1.vpce-svc-1', { id: 'both', ipAddressType: 'dualstack' })
    },
    ['both.ipAddressType'],
  ],
  [
    'IPv6 at gateway endpoints for Amazon S3',
    '2024-12-31',
    '2025-01-01',
    (b) => {
      const vpc = b.vpc()
      b.gatewayEndpoint(vpc, 's3', { id: 'four', ipAddressType: 'ipv4' })
      b.gatewayEndpoint(vpc, 's3', { id: 'both', ipAddressType: 'dualstack' })
    },
    ['both.ipAddressType'],
  ],
  [
    'UDP through endpoints, where a load balancer is behind a service',
    '2024-10-31',
    '2024-11-01',
    (b) => {
      const vpc = b.vpc()
      const listeners = [
        ['TCP', 443],
        ['UDP', 53],
        ['TCP_UDP', 54],
      ] as const
      b.endpointService([b.nlb(vpc, { id: 'shared', listeners })])
      b.nlb(vpc, { id: 'alone', listeners })
    },
    ['shared.listeners.1.protocol', 'shared.listeners.2.protocol'],
  ],
  [
    'endpoint services of other Regions, seen from both ends',
    '2024-11-25',
    '2024-11-26',
    (b) => {
      const vpc = b.vpc()
      const name = (region: string) => `com.amazonaws.vpce.${region}.vpce-svc-1`
      b.interfaceEndpoint(vpc, name('eu-west-1'), { id: 'far', serviceRegion: 'eu-west-1' })
      b.interfaceEndpoint(vpc, name('us-east-1'), { id: 'near', serviceRegion: 'us-east-1' })
      b.interfaceEndpoint(vpc, name('us-east-1'), { id: 'unsaid' })
      b.endpointService([], { id: 'abroad', supportedRegions: ['us-east-1', 'eu-west-1'] })
      b.endpointService([], { id: 'home', supportedRegions: ['us-east-1'] })
      b.interfaceEndpoint(vpc, 'abroad', { id: 'drawn', serviceRegion: 'eu-west-1' })
    },
    ['abroad.supportedRegions', 'drawn.serviceRegion', 'far.serviceRegion'],
  ],
  [
    'AWS services of other Regions',
    '2025-10-31',
    '2025-11-01',
    (b) => {
      const vpc = b.vpc()
      b.interfaceEndpoint(vpc, 'com.amazonaws.eu-west-1.ecr.api', { id: 'far', serviceRegion: 'eu-west-1' })
      b.interfaceEndpoint(vpc, 'ecr.api', { id: 'near', serviceRegion: 'us-east-1' })
      b.interfaceEndpoint(vpc, 'ecr.api', { id: 'unsaid' })
    },
    ['far.serviceRegion'],
  ],
  [
    'endpoints for resources and service networks',
    '2024-11-30',
    '2024-12-01',
    (b) => {
      const vpc = b.vpc()
      b.resourceEndpoint(vpc, { id: 'resource' })
      b.serviceNetwork({ id: 'network' })
      b.serviceNetworkEndpoint(vpc, { id: 'to-network' })
    },
    ['network', 'resource', 'to-network'],
  ],
  [
    'the state partial',
    '2025-12-31',
    '2026-01-01',
    (b) => {
      const vpc = b.vpc()
      b.interfaceEndpoint(vpc, 'sqs', { id: 'whole' })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'part', state: 'partial' })
    },
    ['part.state'],
  ],
  [
    'security groups of Network Load Balancers',
    '2023-07-31',
    '2023-08-01',
    (b) => {
      const vpc = b.vpc()
      b.nlb(vpc, { id: 'none', securityGroups: null })
      b.nlb(vpc, { id: 'empty', securityGroups: [] })
      b.nlb(vpc, { id: 'one', securityGroups: [b.securityGroup(vpc)] })
    },
    ['one.securityGroups'],
  ],
  [
    'IPv6 in VPCs',
    '2016-11-30',
    '2016-12-01',
    (b) => {
      b.egressOnlyInternetGateway(b.vpc({ id: 'six', ipv6Cidrs: ['2001:db8::/56'] }), { id: 'egress' })
      b.vpc({ id: 'four' })
    },
    ['egress', 'six.ipv6Cidrs'],
  ],
  [
    'peering between Regions',
    '2017-11-28',
    '2017-11-29',
    (b) => {
      const [one, other] = [b.vpc(), b.vpc()]
      b.peering(one, other, { id: 'near' })
      b.peering(one, b.vpc({ region: b.region('eu-west-1') }), { id: 'far' })
      b.peering(one, 'gone', { id: 'nowhere' })
    },
    ['far'],
  ],
  [
    'shared subnets',
    '2018-11-26',
    '2018-11-27',
    (b) => {
      const vpc = b.vpc()
      b.subnet(vpc, { id: 'own' })
      b.subnet(vpc, { id: 'shared', sharedWith: [b.account({ id: 'second' })] })
    },
    ['shared.sharedWith'],
  ],
  [
    'tables of what comes in through a gateway',
    '2019-12-02',
    '2019-12-03',
    (b) => {
      const vpc = b.vpc()
      b.mainTable(vpc)
      b.edgeTable(b.internetGateway(vpc), [], { id: 'edge' })
    },
    ['edge.edgeOf'],
  ],
  [
    'private names for services of one’s own',
    '2020-01-05',
    '2020-01-06',
    (b) => {
      b.endpointService([], { id: 'nameless' })
      b.endpointService([], { id: 'named', privateDnsName: 'api.example.com' })
    },
    ['named.privateDnsName'],
  ],
  [
    'prefix lists of one’s own',
    '2020-06-28',
    '2020-06-29',
    (b) => {
      b.prefixList([], { id: 'aws', listName: 'com.amazonaws.us-east-1.s3' })
      b.prefixList([], { id: 'own', listName: 'offices' })
    },
    ['own.listName'],
  ],
  [
    'appliance mode',
    '2020-10-27',
    '2020-10-28',
    (b) => {
      const [vpc, gateway] = [b.vpc(), b.transitGateway()]
      b.attach(vpc, gateway, { id: 'off' })
      b.attach(vpc, gateway, { id: 'on', applianceMode: true })
    },
    ['on.applianceMode'],
  ],
  [
    'private NAT gateways',
    '2021-06-09',
    '2021-06-10',
    (b) => {
      const subnet = b.subnet(b.vpc())
      b.natGateway(subnet, { id: 'public' })
      b.natGateway(subnet, { id: 'private', connectivity: 'private' })
    },
    ['private.connectivity'],
  ],
  [
    'routes inside the VPC, other than local ones and those of edge tables',
    '2021-08-30',
    '2021-08-31',
    (b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16', '10.4.0.0/16'] })
      const box = b.ec2(b.subnet(vpc), { id: 'box' })
      const list = b.prefixList(['10.0.1.0/24'])
      const routes = [
        ['10.0.1.0/24', box],
        ['10.4.1.0/24', box],
        ['10.0.0.0/16', 'local'],
        ['10.0.0.0/8', box],
        ['10.9.0.0/16', box],
        ['10.0.1.0/x', box],
        [list, box],
      ] as const
      b.routeTable(vpc, routes, { id: 'rtb' })
      b.edgeTable(b.internetGateway(vpc), [['10.0.1.0/24', box]])
    },
    ['rtb.routes.0', 'rtb.routes.1'],
  ],
  [
    'Application Load Balancers as targets',
    '2021-09-26',
    '2021-09-27',
    (b) => {
      const vpc = b.vpc()
      b.targetGroup(vpc, [b.alb(vpc)], { id: 'alb' })
      b.targetGroup(vpc, [], { id: 'instances' })
    },
    ['alb.targetType'],
  ],
  [
    'DNS64',
    '2021-11-23',
    '2021-11-24',
    (b) => {
      const vpc = b.vpc()
      b.subnet(vpc, { id: 'off' })
      b.subnet(vpc, { id: 'on', dns64: true })
    },
    ['on.dns64'],
  ],
  [
    'groups named across a transit gateway',
    '2024-09-24',
    '2024-09-25',
    (b) => {
      b.transitGateway({ id: 'off', securityGroupReferencing: false })
      b.transitGateway({ id: 'on', securityGroupReferencing: true })
    },
    ['on.securityGroupReferencing'],
  ],
]

it.each(arrivals)('finds %s too new on %s and no longer on %s', (_, before, on, draw, places) => {
  const then = found(before, draw)
  const now = found(on, draw)
  expect(then.filter((place) => !now.includes(place)).toSorted()).toEqual(places)
})
