import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { decide } from '../../../sim/index.ts'
import { compileTopology } from '../../../topology/index.ts'
import { importTexts } from '../testing/importTexts.ts'

const OWNER = '111111111111'
const catalogue = await loadCatalogue()
const open = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]

let next = 10
const eni = (id: string, more: object) => ({
  NetworkInterfaceId: id,
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  OwnerId: OWNER,
  Status: 'in-use',
  PrivateIpAddress: `10.0.0.${next++}`,
  Attachment: { AttachmentId: `eni-attach-${id}` },
  Groups: [{ GroupId: 'sg-1' }],
  ...more,
})
/** One subnet with an instance `i-1`, and further interfaces. */
function imported(interfaces: readonly object[], more: object = {}) {
  const content = {
    Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: OWNER }],
    Subnets: [
      {
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        CidrBlock: '10.0.0.0/24',
        AvailabilityZone: 'us-east-1a',
        OwnerId: OWNER,
      },
    ],
    RouteTables: [
      {
        RouteTableId: 'rtb-1',
        VpcId: 'vpc-1',
        Associations: [{ Main: true }],
        Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }],
      },
    ],
    NetworkAcls: [
      {
        NetworkAclId: 'acl-1',
        VpcId: 'vpc-1',
        IsDefault: true,
        Associations: [{ SubnetId: 'subnet-1' }],
        Entries: [true, false].map((Egress) => ({
          RuleNumber: 100,
          RuleAction: 'allow',
          Protocol: '-1',
          CidrBlock: '0.0.0.0/0',
          Egress,
        })),
      },
    ],
    SecurityGroups: [
      { GroupId: 'sg-1', GroupName: 'default', VpcId: 'vpc-1', IpPermissions: open, IpPermissionsEgress: open },
    ],
    NetworkInterfaces: [
      eni('eni-1', { PrivateIpAddress: '10.0.0.4', Attachment: { InstanceId: 'i-1', DeviceIndex: 0 } }),
      ...interfaces,
    ],
    ...more,
  }
  const { design, report } = importTexts([{ path: `${OWNER}/us-east-1/all.json`, text: JSON.stringify(content) }])
  const topology = compileTopology(design, catalogue)
  return {
    constructs: design.constructs,
    notes: report.notes.map(({ message }) => message),
    calls: report.missing.map(({ command }) => command),
    ask: (to: string, port = 80) => decide(topology, { from: 'i-1', to, protocol: 'tcp', port }).kind,
  }
}

test('an instance of which only the interface is known is there, and is taken to run', () => {
  const { constructs, notes } = imported([])
  expect(constructs['i-1']).toMatchObject({ kind: 'client', runtime: 'ec2', interfaces: [{ interfaceId: 'eni-1' }] })
  expect(notes).toContain('i-1: the instance runs; the files have its network interfaces only')
  expect(imported([], { Reservations: [] }).constructs).not.toHaveProperty('i-1')
})
test('a load balancer of which only interfaces are known is no client, and what it answers is not known', () => {
  for (const [description, id, kind] of [
    ['ELB net/front/0123456789abcdef', 'net-front-0123456789abcdef', 'network-load-balancer'],
    ['ELB app/front/0123456789abcdef', 'app-front-0123456789abcdef', 'application-load-balancer'],
    ['ELB old-front', 'classic-old-front', 'application-load-balancer'],
  ] as const) {
    const { constructs, ask, notes } = imported([
      eni('eni-a', { PrivateIpAddress: '10.0.0.7', Description: description }),
      eni('eni-b', { PrivateIpAddress: '10.0.0.8', Description: description }),
    ])
    expect(constructs[id]).toMatchObject({
      kind,
      scheme: 'internal',
      allListeners: false,
      subnets: [{ privateIp: '10.0.0.7' }, { privateIp: '10.0.0.8' }],
      securityGroups: ['sg-1'],
    })
    expect(constructs).not.toHaveProperty('eni-a')
    expect(ask('10.0.0.7')).toBe('cannot-tell')
    expect(notes.filter((note) => note.startsWith(`${id}:`))).toHaveLength(1)
  }
})
test('a Classic Load Balancer is asked for, and with its record answers on its listeners’ ports for its instances', () => {
  const interfaces = [
    eni('eni-a', { PrivateIpAddress: '10.0.0.7', Description: 'ELB old-front', RequesterId: 'amazon-elb' }),
  ]
  expect(imported(interfaces).calls).toContain('aws elb describe-load-balancers --region us-east-1')
  const { constructs, ask } = imported(interfaces, {
    LoadBalancerDescriptions: [
      {
        LoadBalancerName: 'old-front',
        DNSName: 'internal-old-front-1.us-east-1.elb.amazonaws.com',
        VPCId: 'vpc-1',
        Scheme: 'internal',
        Subnets: ['subnet-1'],
        SecurityGroups: ['sg-1'],
        Instances: [{ InstanceId: 'i-1' }],
        ListenerDescriptions: [
          { Listener: { Protocol: 'TCP', LoadBalancerPort: 80, InstanceProtocol: 'TCP', InstancePort: 8080 } },
        ],
      },
    ],
  })
  expect(constructs['classic-old-front']).toMatchObject({
    kind: 'application-load-balancer',
    subnets: [{ subnet: 'subnet-1', privateIp: '10.0.0.7' }],
    listeners: [{ protocol: 'HTTP', port: 80, targetGroup: 'classic-old-front-8080' }],
    allListeners: true,
  })
  expect(constructs['classic-old-front-8080']).toMatchObject({ targets: [{ target: 'i-1', port: 8080 }] })
  expect(ask('10.0.0.7', 80)).toBe('succeeds')
  expect(ask('10.0.0.7', 81)).toBe('fails')
})
test('what AWS put there answers on the ports that its kind has, and what only starts connections on none', () => {
  const { constructs, ask } = imported([
    eni('eni-efs', { PrivateIpAddress: '10.0.0.7', Description: 'EFS mount target for fs-1 (fsmt-1)' }),
    eni('eni-link', { PrivateIpAddress: '10.0.0.8', InterfaceType: 'api_gateway_managed' }),
    eni('eni-eks', { PrivateIpAddress: '10.0.0.9', Description: 'Amazon EKS cluster-1' }),
  ])
  expect(constructs['eni-efs']).toMatchObject({ listens: [{ protocol: 'tcp', port: 2049 }] })
  expect([ask('10.0.0.7', 2049), ask('10.0.0.7', 80)]).toEqual(['succeeds', 'fails'])
  expect(ask('10.0.0.8', 443)).toBe('fails')
  expect(constructs['eni-eks']).toMatchObject({ runtime: 'other', listens: null })
})
test('a Resolver endpoint is drawn from its interfaces, of an endpoint nothing is known', () => {
  const { constructs, ask } = imported([
    eni('eni-r', { PrivateIpAddress: '10.0.0.7', Description: 'Route 53 Resolver: rslvr-in-1:rni-1' }),
    eni('eni-e', { PrivateIpAddress: '10.0.0.8', Description: 'VPC Endpoint Interface vpce-1' }),
  ])
  expect(constructs['rslvr-in-1']).toMatchObject({
    kind: 'resolver-endpoint',
    direction: 'inbound',
    addresses: [{ subnet: 'subnet-1', privateIp: '10.0.0.7' }],
    securityGroups: ['sg-1'],
  })
  expect(ask('10.0.0.8', 443)).toBe('cannot-tell')
})
test('targets that are known not to run are told, and are none', () => {
  const arn = `arn:aws:elasticloadbalancing:us-east-1:${OWNER}:targetgroup/web/1`
  const { constructs, notes } = imported([], {
    Reservations: [{ OwnerId: OWNER, Instances: [{ InstanceId: 'i-old', State: { Name: 'terminated' } }] }],
    TargetGroups: [
      {
        TargetGroupArn: arn,
        TargetGroupName: 'web',
        VpcId: 'vpc-1',
        TargetType: 'instance',
        Protocol: 'HTTP',
        Port: 80,
        LoadBalancerArns: [],
      },
    ],
    LoadBalancerTargetHealth: [
      { TargetGroupArn: arn, TargetHealthDescriptions: [{ Target: { Id: 'i-old', Port: 80 } }] },
    ],
  })
  expect(constructs['tg-web-1']).toMatchObject({ targets: [] })
  expect(notes).toContain('tg-web-1: its target i-old is terminated')
})
test('a target group that is not described, or has functions for targets, is no fault of its load balancer', () => {
  const arn = `arn:aws:elasticloadbalancing:us-east-1:${OWNER}:loadbalancer/net/front/1`
  const { constructs, ask } = imported(
    [eni('eni-a', { PrivateIpAddress: '10.0.0.7', Description: 'ELB net/front/1' })],
    {
      LoadBalancers: [
        {
          LoadBalancerArn: arn,
          LoadBalancerName: 'front',
          DNSName: 'front-1.elb.us-east-1.amazonaws.com',
          VpcId: 'vpc-1',
          Type: 'network',
          State: { Code: 'active' },
          AvailabilityZones: [{ SubnetId: 'subnet-1' }],
        },
      ],
      Listeners: [
        {
          ListenerArn: 'listener-1',
          LoadBalancerArn: arn,
          Protocol: 'TCP',
          Port: 80,
          DefaultActions: [
            {
              Type: 'forward',
              TargetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${OWNER}:targetgroup/web/1`,
            },
          ],
        },
      ],
    },
  )
  expect(constructs['net-front-1']).toMatchObject({ listeners: [{ port: 80, targetGroup: 'not-imported.tg-web-1' }] })
  expect(ask('10.0.0.7', 80)).toBe('cannot-tell')
})
