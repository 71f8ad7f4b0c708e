import { expect, test } from 'vitest'
import { importTexts } from '../describe/testing/importTexts.ts'
import { reportLines } from '../report.ts'

const OWNER = '111122223333'
const VPC = {
  VpcId: 'vpc-1',
  OwnerId: OWNER,
  CidrBlock: '10.0.0.0/16',
  DhcpOptionsId: 'default',
  CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } }],
}
const SUBNET = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  OwnerId: OWNER,
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'us-east-1a',
  AvailabilityZoneId: 'use1-az1',
  MapPublicIpOnLaunch: false,
}
const read = (content: object, ...more: readonly object[]) =>
  importTexts(
    [content, ...more].map((one, index) => ({ path: `${OWNER}/us-east-1/${index}.json`, text: JSON.stringify(one) })),
  )
const linesOf = (content: object, ...more: readonly object[]) => reportLines(read(content, ...more).report).join('\n')

test('fields that AWS adds are folded into a line of their list, ranked last', () => {
  const { report } = read({
    Vpcs: [
      { ...VPC, Novelty: { Deep: 1, List: ['a'] } },
      { ...VPC, VpcId: 'vpc-2', Novelty: { Deep: 2 } },
    ],
  })
  expect(report.notes.filter(({ kind }) => kind === 'unused').map(({ message }) => message)).toEqual([
    'Vpcs: read, and not used: Novelty.Deep (2), Novelty.List',
  ])
})
test('what a rule says is of no use is not told', () => {
  const lines = linesOf({
    Vpcs: [{ ...VPC, IsDefault: true, InstanceTenancy: 'default', Tags: [{ Key: 'team', Value: 'x' }] }],
  })
  expect(lines).not.toContain('not used')
})
test('values that make no sense are told with their place, and where there are many, how many', () => {
  const subnets = [1, 2, 3].map((n) => ({
    ...SUBNET,
    SubnetId: `subnet-${n}`,
    CidrBlock: `10.0.${n}.0/24`,
    MapPublicIpOnLaunch: 'maybe',
  }))
  expect(linesOf({ Vpcs: [VPC], Subnets: subnets })).toContain(
    `Subnets, MapPublicIpOnLaunch says what is not understood: “maybe”; and so in 2 more places (${OWNER}/us-east-1/0.json, Subnets[0])`,
  )
})
test('what AWS always says and is not there is told, for the usual is taken', () => {
  const { MapPublicIpOnLaunch: _, ...subnet } = SUBNET
  expect(linesOf({ Vpcs: [VPC], Subnets: [subnet] })).toContain(
    'Subnets: not said, so that the usual is taken: MapPublicIpOnLaunch',
  )
  expect(linesOf({ Vpcs: [VPC], Subnets: [SUBNET] })).not.toContain('MapPublicIpOnLaunch')
})
test('an entry that stands twice in its list is told', () => {
  const rule = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
  const group = {
    GroupId: 'sg-1',
    GroupName: 'web',
    Description: 'web',
    VpcId: 'vpc-1',
    IpPermissions: [rule, rule],
    IpPermissionsEgress: [],
  }
  expect(linesOf({ Vpcs: [VPC], SecurityGroups: [group] })).toContain(
    'SecurityGroups, IpPermissions: an entry stands twice in its list',
  )
  expect(linesOf({ Vpcs: [VPC, VPC] })).toContain('Vpcs: an entry stands twice')
})
test('records of one id that contradict each other are told, whatever the member', () => {
  for (const [member, value] of [
    ['CidrBlock', '10.0.2.0/24'],
    ['MapPublicIpOnLaunch', true],
    ['Tags', [{ Key: 'Name', Value: 'other' }]],
  ] as const)
    expect(
      linesOf(
        { Vpcs: [VPC], Subnets: [{ ...SUBNET, Tags: [{ Key: 'Name', Value: 'one' }] }] },
        { Subnets: [{ ...SUBNET, [member]: value }] },
      ),
    ).toContain(`subnet-1: its id is used twice, with another ${member};`)
})
test('what another account may see in its own way is no contradiction', () => {
  const files = [OWNER, '444455556666'].map((account, index) => ({
    path: `${account}/us-east-1/s.json`,
    text: JSON.stringify({ Vpcs: [VPC], Subnets: [{ ...SUBNET, AvailabilityZone: `us-east-1${'ab'[index]}` }] }),
  }))
  expect(reportLines(importTexts(files).report).join('\n')).not.toContain('used twice')
})
test('an instance and the list of interfaces must say the same of an interface', () => {
  const eni = {
    NetworkInterfaceId: 'eni-1',
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    OwnerId: OWNER,
    PrivateIpAddress: '10.0.1.9',
    Groups: [],
  }
  const instance = {
    InstanceId: 'i-1',
    State: { Name: 'running' },
    NetworkInterfaces: [{ ...eni, PrivateIpAddress: '10.0.1.8' }],
  }
  const lines = linesOf({
    Vpcs: [VPC],
    Subnets: [SUBNET],
    NetworkInterfaces: [{ ...eni, Attachment: { InstanceId: 'i-1', DeviceIndex: 0 } }],
    Reservations: [{ ReservationId: 'r-1', OwnerId: OWNER, Instances: [instance] }],
  })
  expect(lines).toContain('eni-1: two records contradict each other, in PrivateIpAddress')
})
test('an Elastic IP whose interface is in no file is told, with the call that is missing', () => {
  const address = {
    PublicIp: '198.51.100.7',
    AllocationId: 'eipalloc-1',
    AssociationId: 'eipassoc-1',
    NetworkInterfaceId: 'eni-gone',
    PrivateIpAddress: '10.0.1.10',
  }
  expect(linesOf({ Vpcs: [VPC], Addresses: [address] })).toContain(
    '198.51.100.7: the Elastic IP is mapped to the interface eni-gone, which is not in the files: aws ec2 describe-network-interfaces',
  )
})
test('what stands outside of the lists that are read is told', () => {
  const lines = linesOf({ Vpcs: [VPC], Volumes: [{ VolumeId: 'vol-1' }], Extra: { Note: 'kept by hand' } })
  expect(lines).toContain('Nothing here reads this list')
  expect(lines).toContain('Outside of any list that is read: read, and not used: Extra.Note')
})
test('items of a list that are none are told, wherever they stand', () => {
  const lines = linesOf({
    Vpcs: [{ ...VPC, CidrBlockAssociationSet: [...VPC.CidrBlockAssociationSet, 'text', null] }, 7],
    Subnets: [SUBNET],
  })
  expect(lines).toContain('Vpcs, CidrBlockAssociationSet says what is not understood: “text”; and so in 1 more place')
  expect(lines).toContain('This record is no object')
})
test('one name in two spellings is told where they say two things', () => {
  expect(linesOf({ Vpcs: [{ ...VPC, cidr_block: '10.9.0.0/16' }] })).toContain(
    'CidrBlock stands twice in one object, in two spellings',
  )
  expect(linesOf({ Vpcs: [{ ...VPC, cidr_block: VPC.CidrBlock }] })).not.toContain('two spellings')
})
test('a peering seen from its two Regions may have other tags in each', () => {
  const peering = (region: string, name: string) => ({
    path: `${OWNER}/${region}/p.json`,
    text: JSON.stringify({
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: 'pcx-1',
          RequesterVpcInfo: { VpcId: 'vpc-1' },
          AccepterVpcInfo: { VpcId: 'vpc-2' },
          Status: { Code: 'active' },
          Tags: [{ Key: 'Name', Value: name }],
        },
      ],
    }),
  })
  const { report } = importTexts([peering('us-east-1', 'here'), peering('us-west-1', 'there')])
  expect(reportLines(report).join('\n')).not.toContain('used twice')
})
test('a name that leads nowhere is told where it does not reach the design', () => {
  const database = {
    DBInstanceIdentifier: 'db',
    DBInstanceArn: `arn:aws:rds:us-east-1:${OWNER}:db:db`,
    AvailabilityZone: 'us-east-1a',
    Endpoint: { Port: 5432 },
    DBSubnetGroup: { Subnets: [{ SubnetIdentifier: 'subnet-1' }, { SubnetIdentifier: 'subnet-9' }] },
    VpcSecurityGroups: [],
  }
  const eni = {
    NetworkInterfaceId: 'eni-1',
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    OwnerId: OWNER,
    AvailabilityZone: 'us-east-1a',
    PrivateIpAddress: '10.0.1.9',
    PrivateIpAddresses: [],
    Groups: [],
    SourceDestCheck: true,
    Description: 'RDSNetworkInterface',
  }
  const lines = linesOf({ Vpcs: [VPC], Subnets: [SUBNET], NetworkInterfaces: [eni], DBInstances: [database] })
  expect(lines).toContain(
    'DBInstances: names what is in no file, and not in the design: DBSubnetGroup.Subnets.SubnetIdentifier subnet-9',
  )
})
test('a record that names a subnet and another VPC than its own contradicts itself', () => {
  const attachment = {
    TransitGatewayAttachmentId: 'tgw-attach-1',
    TransitGatewayId: 'tgw-1',
    VpcId: 'vpc-2',
    SubnetIds: ['subnet-1'],
    State: 'available',
  }
  expect(
    linesOf({ Vpcs: [VPC, { ...VPC, VpcId: 'vpc-2' }], Subnets: [SUBNET], TransitGatewayVpcAttachments: [attachment] }),
  ).toContain('subnet-1: it lies in vpc-1, and a record that names it says in vpc-2')
})
