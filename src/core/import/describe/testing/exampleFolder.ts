import type { SourceFile } from '../../unpack.ts'
import { exampleConnectivity } from './exampleConnectivity.ts'
import { eni, group, OTHER, OWNER } from './exampleParts.ts'
import { exampleServices } from './exampleServices.ts'

const tags = (name: string) => [{ Key: 'Name', Value: name }]
const all = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] }

const places = {
  AvailabilityZones: [
    { ZoneName: 'us-east-1a', ZoneId: 'use1-az4', RegionName: 'us-east-1' },
    { ZoneName: 'us-east-1b', ZoneId: 'use1-az6', RegionName: 'us-east-1' },
  ],
  DhcpOptions: [
    {
      DhcpOptionsId: 'dopt-1',
      DhcpConfigurations: [
        { Key: 'domain-name-servers', Values: [{ Value: '10.0.1.53' }, { Value: 'AmazonProvidedDNS' }] },
      ],
    },
  ],
  Vpcs: [
    {
      VpcId: 'vpc-a',
      OwnerId: OWNER,
      CidrBlock: '10.0.0.0/16',
      CidrBlockAssociationSet: [
        { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '10.9.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '10.8.0.0/16', CidrBlockState: { State: 'disassociated' } },
      ],
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: '2600:1f18:0:100::/56', Ipv6CidrBlockState: { State: 'associated' } },
      ],
      DhcpOptionsId: 'dopt-1',
      Tags: tags('main'),
    },
  ],
  Subnets: [
    {
      SubnetId: 'subnet-a1',
      VpcId: 'vpc-a',
      OwnerId: OWNER,
      AvailabilityZone: 'us-east-1a',
      AvailabilityZoneId: 'use1-az4',
      CidrBlock: '10.0.1.0/24',
      MapPublicIpOnLaunch: true,
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: '2600:1f18:0:100::/64', Ipv6CidrBlockState: { State: 'associated' } },
      ],
      Tags: tags('public'),
    },
    {
      SubnetId: 'subnet-a2',
      VpcId: 'vpc-a',
      OwnerId: OWNER,
      AvailabilityZone: 'us-east-1b',
      AvailabilityZoneId: 'use1-az6',
      CidrBlock: '10.0.2.0/24',
      Tags: tags('private'),
    },
  ],
}

const filters = {
  SecurityGroups: [
    { GroupId: 'sg-default', GroupName: 'default', VpcId: 'vpc-a', IpPermissions: [], IpPermissionsEgress: [all] },
    {
      GroupId: 'sg-web',
      GroupName: 'web',
      Description: 'web servers',
      VpcId: 'vpc-a',
      OwnerId: OWNER,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'inside' }],
          Ipv6Ranges: [{ CidrIpv6: '2600:1f18::/32' }],
          PrefixListIds: [{ PrefixListId: 'pl-own' }],
          UserIdGroupPairs: [{ GroupId: 'sg-other', UserId: OTHER, VpcPeeringConnectionId: 'pcx-1' }],
        },
        { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] },
        { IpProtocol: '50', IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
      ],
      IpPermissionsEgress: [all],
    },
  ],
  NetworkAcls: [
    {
      NetworkAclId: 'acl-default',
      VpcId: 'vpc-a',
      IsDefault: true,
      Associations: [{ SubnetId: 'subnet-a1' }],
      Entries: [
        { CidrBlock: '0.0.0.0/0', Egress: false, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
        { CidrBlock: '0.0.0.0/0', Egress: true, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
        { CidrBlock: '0.0.0.0/0', Egress: false, Protocol: '-1', RuleAction: 'deny', RuleNumber: 32767 },
      ],
    },
    {
      NetworkAclId: 'acl-own',
      VpcId: 'vpc-a',
      IsDefault: false,
      Associations: [{ SubnetId: 'subnet-a2' }],
      Entries: [
        {
          CidrBlock: '10.0.0.0/8',
          Egress: false,
          Protocol: '6',
          PortRange: { From: 443, To: 443 },
          RuleAction: 'allow',
          RuleNumber: 200,
        },
        {
          CidrBlock: '10.0.0.0/8',
          Egress: false,
          Protocol: '1',
          IcmpTypeCode: { Type: 8, Code: -1 },
          RuleAction: 'deny',
          RuleNumber: 100,
        },
        { CidrBlock: '10.0.0.0/8', Egress: true, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
        { Ipv6CidrBlock: '::/0', Egress: true, Protocol: '-1', RuleAction: 'allow', RuleNumber: 101 },
      ],
    },
  ],
  PrefixLists: [
    { PrefixListId: 'pl-s3', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['54.231.0.0/17'] },
    { PrefixListId: 'pl-cf', PrefixListName: 'com.amazonaws.global.cloudfront', Cidrs: ['120.52.22.96/27'] },
  ],
  ManagedPrefixLists: [
    { PrefixListId: 'pl-own', PrefixListName: 'office', OwnerId: OWNER },
    { PrefixListId: 'pl-lost', PrefixListName: 'lost', OwnerId: OWNER },
  ],
  ManagedPrefixListEntries: [{ PrefixListId: 'pl-own', Entries: [{ Cidr: '192.0.2.0/24', Description: 'home' }] }],
}

const gateways = {
  InternetGateways: [
    { InternetGatewayId: 'igw-1', OwnerId: OWNER, Attachments: [{ State: 'available', VpcId: 'vpc-a' }] },
    { InternetGatewayId: 'igw-loose', OwnerId: OWNER, Attachments: [] },
  ],
  EgressOnlyInternetGateways: [
    { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ State: 'attached', VpcId: 'vpc-a' }] },
  ],
  NatGateways: [
    {
      NatGatewayId: 'nat-1',
      SubnetId: 'subnet-a1',
      VpcId: 'vpc-a',
      State: 'available',
      NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-nat', PrivateIp: '10.0.1.9', PublicIp: '198.51.100.9' }],
    },
    { NatGatewayId: 'nat-gone', SubnetId: 'subnet-a1', VpcId: 'vpc-a', State: 'deleted', NatGatewayAddresses: [] },
    {
      NatGatewayId: 'nat-private',
      SubnetId: 'subnet-a2',
      VpcId: 'vpc-a',
      State: 'available',
      ConnectivityType: 'private',
      NatGatewayAddresses: [{ PrivateIp: '10.0.2.9' }],
    },
  ],
  Addresses: [
    { AllocationId: 'eipalloc-free', PublicIp: '198.51.100.77' },
    {
      AllocationId: 'eipalloc-second',
      PublicIp: '198.51.100.11',
      AssociationId: 'a-2',
      NetworkInterfaceId: 'eni-web2',
      PrivateIpAddress: '10.0.2.11',
      Tags: tags('second'),
    },
    {
      AllocationId: 'eipalloc-third',
      PublicIp: '198.51.100.12',
      AssociationId: 'a-3',
      NetworkInterfaceId: 'eni-web2',
      PrivateIpAddress: '10.0.2.12',
    },
    {
      AllocationId: 'eipalloc-web',
      PublicIp: '198.51.100.7',
      AssociationId: 'a-1',
      NetworkInterfaceId: 'eni-web',
      PrivateIpAddress: '10.0.1.10',
    },
  ],
  RouteTables: [
    {
      RouteTableId: 'rtb-main',
      VpcId: 'vpc-a',
      Associations: [{ Main: true }],
      PropagatingVgws: [{ GatewayId: 'vgw-1' }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
        { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' },
        { DestinationCidrBlock: '10.20.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'active' },
        { DestinationCidrBlock: '10.30.0.0/16', TransitGatewayId: 'tgw-1', State: 'active' },
        { DestinationCidrBlock: '10.40.0.0/16', NatGatewayId: 'nat-gone', State: 'blackhole' },
        { DestinationCidrBlock: '10.50.0.0/16', InstanceId: 'i-web', NetworkInterfaceId: 'eni-web2', State: 'active' },
        {
          DestinationCidrBlock: '192.168.0.0/16',
          GatewayId: 'vgw-1',
          State: 'active',
          Origin: 'EnableVgwRoutePropagation',
        },
        { DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-s3', State: 'active' },
        { DestinationPrefixListId: 'pl-own', TransitGatewayId: 'tgw-1', State: 'active' },
        { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active' },
        { DestinationCidrBlock: '10.60.0.0/16', CarrierGatewayId: 'cagw-1', State: 'active' },
      ],
    },
    {
      RouteTableId: 'rtb-public',
      VpcId: 'vpc-a',
      Associations: [{ Main: false, SubnetId: 'subnet-a1', AssociationState: { State: 'associated' } }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' },
      ],
    },
    {
      RouteTableId: 'rtb-edge',
      VpcId: 'vpc-a',
      Associations: [{ Main: false, GatewayId: 'igw-1' }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
        { DestinationCidrBlock: '10.0.2.0/24', GatewayId: 'vpce-gwlb', State: 'active' },
        { DestinationCidrBlock: '10.0.1.0/24', GatewayId: 'local', State: 'active' },
      ],
    },
  ],
}

const instances = {
  Reservations: [
    {
      ReservationId: 'r-1',
      OwnerId: OWNER,
      Instances: [
        {
          InstanceId: 'i-web',
          State: { Name: 'running' },
          Tags: tags('web'),
          NetworkInterfaces: [
            {
              ...eni('eni-web2', 'subnet-a2', '10.0.2.10'),
              Attachment: { DeviceIndex: 1 },
              SourceDestCheck: false,
              PrivateIpAddresses: [
                { Primary: true, PrivateIpAddress: '10.0.2.10' },
                {
                  Primary: false,
                  PrivateIpAddress: '10.0.2.11',
                  Association: { PublicIp: '198.51.100.11', AllocationId: 'eipalloc-second' },
                },
                { Primary: false, PrivateIpAddress: '10.0.2.12' },
              ],
            },
            {
              ...eni('eni-web', 'subnet-a1', '10.0.1.10'),
              Attachment: { DeviceIndex: 0 },
              Ipv6Addresses: [{ Ipv6Address: '2600:1f18:0:100::10' }],
            },
          ],
        },
        { InstanceId: 'i-gone', State: { Name: 'terminated' }, NetworkInterfaces: [] },
      ],
    },
    {
      ReservationId: 'r-2',
      OwnerId: OTHER,
      Instances: [
        {
          InstanceId: 'i-guest',
          Platform: 'windows',
          State: { Name: 'running' },
          NetworkInterfaces: [
            {
              ...eni('eni-guest', 'subnet-a2', '10.0.2.20'),
              OwnerId: OTHER,
              Attachment: { DeviceIndex: 0 },
              Groups: group('sg-guest'),
            },
          ],
        },
      ],
    },
  ],
}

/** What the other account sees of the shared subnet, under its own name of the zone. */
const guest = {
  Subnets: [
    {
      SubnetId: 'subnet-a2',
      VpcId: 'vpc-a',
      OwnerId: OWNER,
      AvailabilityZone: 'us-east-1a',
      AvailabilityZoneId: 'use1-az6',
      CidrBlock: '10.0.2.0/24',
    },
  ],
  AvailabilityZones: [{ ZoneName: 'us-east-1a', ZoneId: 'use1-az6', RegionName: 'us-east-1' }],
}

/** A folder of two accounts, written by hand: every list that is read, with its traps. File names say nothing, on purpose. */
export function exampleFolder(): readonly SourceFile[] {
  const own = { ...places, ...filters, ...gateways, ...instances, ...exampleServices(), ...exampleConnectivity() }
  const file = (path: string, value: unknown): SourceFile => ({ path, text: JSON.stringify(value) })
  return [
    ...Object.entries(own).map(([key, list], index) =>
      file(`accounts/${OWNER}/us-east-1/file-${index}.json`, { [key]: list }),
    ),
    file(`${OWNER}/us-east-1/support.json`, { VpcId: 'vpc-a', EnableDnsSupport: { Value: true } }),
    file(`${OWNER}/us-east-1/hostnames.json`, { VpcId: 'vpc-a', EnableDnsHostnames: { Value: false } }),
    file(`${OWNER}/us-east-1/zone.json`, {
      HostedZone: { Id: '/hostedzone/Z1PRIVATE', Name: 'corp.example.', Config: { PrivateZone: true } },
      VPCs: [{ VPCRegion: 'us-east-1', VPCId: 'vpc-a' }],
    }),
    ...Object.entries(guest).map(([key, list]) => file(`accounts/${OTHER}/us-east-1/${key}.json`, { [key]: list })),
  ]
}
