import { NOT_KNOWN } from '../../../model/notImported.ts'
import type { StackResource } from '../stack.ts'
import { amazonBlock } from './addresses.ts'
import { lacks, naming, readElsewhere, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { blockOf, flagOf, idOf, isUnknown, listOf, reasonIn, textOf, textsOf } from './values.ts'

const BLOCK = 'AWS::EC2::VPCCidrBlock'

/** An IPv6 block that a resource adds to a VPC; null where it adds none. */
const ipv6Of = (vpc: string, property: (name: string) => StackResource['properties'][string] | undefined) =>
  blockOf(property('Ipv6CidrBlock')) ??
  (flagOf(property('AmazonProvidedIpv6CidrBlock')) === true || textOf(property('Ipv6IpamPoolId')) !== null
    ? amazonBlock(vpc)
    : null)

/** The IPv6 blocks of a VPC, as `Fn::Cidr` divides them. */
const ipv6Blocks = (vpc: Referred): string[] =>
  vpc
    .others(BLOCK)
    .flatMap((one) => (idOf(one.property('VpcId')) === vpc.id ? (ipv6Of(vpc.id, one.property) ?? []) : []))

const defaultGroup = (vpc: string): string => `${vpc}.DefaultSecurityGroup`
const defaultAcl = (vpc: string): string => `${vpc}.DefaultNetworkAcl`

/** Source: CloudFormation reference, AWS::EC2::VPC: DNS support is on and DNS host names are off unless said. */
function putVpc(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  const added = naming(putting, BLOCK, 'VpcId', id)
  const cidr = blockOf(properties.CidrBlock)
  const block = (CidrBlock: string) => ({ CidrBlock, CidrBlockState: { State: 'associated' } })
  const options = naming(putting, 'AWS::EC2::VPCDHCPOptionsAssociation', 'VpcId', id)[0]
  if (cidr === null)
    tell(putting, resource, 'unknown', 'its block comes from an address pool: which one it gets is not known')
  say(putting, resource, 'Vpcs', {
    VpcId: id,
    OwnerId: account,
    CidrBlock: cidr ?? NOT_KNOWN,
    CidrBlockAssociationSet: added.flatMap((one) => {
      const own =
        blockOf(one.properties.CidrBlock) ?? (textOf(one.properties.Ipv4IpamPoolId) === null ? null : NOT_KNOWN)
      return own === null ? [] : [block(own)]
    }),
    Ipv6CidrBlockAssociationSet: added.flatMap((one) => {
      const own = ipv6Of(id, (name) => one.properties[name])
      return own === null ? [] : [{ Ipv6CidrBlock: own, Ipv6CidrBlockState: { State: 'associated' } }]
    }),
    DhcpOptionsId: options ? (idOf(options.properties.DhcpOptionsId) ?? undefined) : 'default',
    Tags: tagsOf(resource),
  })
  const attribute = (name: 'EnableDnsSupport' | 'EnableDnsHostnames', usual: boolean) => {
    const said = properties[name]
    const why = reasonIn(said)
    if (why !== null) tell(putting, resource, 'unknown', `its ${name} is not known: ${why}`)
    return isUnknown(said) ? undefined : { Value: flagOf(said) ?? usual }
  }
  say(putting, resource, 'VpcAttributes', {
    VpcId: id,
    EnableDnsSupport: attribute('EnableDnsSupport', true),
    EnableDnsHostnames: attribute('EnableDnsHostnames', false),
  })
}

/** An option set; `AmazonProvidedDNS` among the servers is AWS's resolver. */
function putOptions(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const why = reasonIn(properties.DomainNameServers)
  if (why !== null) return tell(putting, resource, 'unknown', `its DomainNameServers are not known: ${why}`)
  if (naming(putting, 'AWS::EC2::VPCDHCPOptionsAssociation', 'DhcpOptionsId', id).length === 0)
    tell(putting, resource, 'unused', 'no VPC of the templates has these options')
  const servers = textsOf(properties.DomainNameServers).flatMap((one) => one.split(',').map((text) => text.trim()))
  say(putting, resource, 'DhcpOptions', {
    DhcpOptionsId: id,
    DhcpConfigurations:
      servers.length === 0 ? [] : [{ Key: 'domain-name-servers', Values: servers.map((Value) => ({ Value })) }],
  })
}

function putSubnet(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  const vpc = idOf(properties.VpcId)
  const zone = properties.AvailabilityZone ?? properties.AvailabilityZoneId
  const why = reasonIn(zone)
  if (why !== null) return tell(putting, resource, 'skipped', `its Availability Zone is not known: ${why}`)
  if (zone === undefined)
    tell(putting, resource, 'assumed', `AWS chooses its Availability Zone; ${firstZone(resource.region)} is taken`)
  const native = flagOf(properties.Ipv6Native) === true
  const pool = textOf(properties.Ipv4IpamPoolId) !== null
  const added = naming(putting, 'AWS::EC2::SubnetCidrBlock', 'SubnetId', id)
  const ipv6 = [properties.Ipv6CidrBlock, ...added.map((one) => one.properties.Ipv6CidrBlock)].flatMap(
    (one) => blockOf(one) ?? [],
  )
  if (ipv6.length > 0 && lacks(putting, resource, 'EnableDns64')) return
  const map = reasonIn(properties.MapPublicIpOnLaunch)
  if (map !== null) tell(putting, resource, 'unknown', `its MapPublicIpOnLaunch is not known: ${map}`)
  say(putting, resource, 'Subnets', {
    SubnetId: id,
    VpcId: vpc ?? undefined,
    OwnerId: account,
    CidrBlock: native ? undefined : (blockOf(properties.CidrBlock) ?? (pool ? NOT_KNOWN : undefined)),
    Ipv6Native: native,
    AvailabilityZone:
      textOf(properties.AvailabilityZone) ?? (zone === undefined ? firstZone(resource.region) : undefined),
    AvailabilityZoneId: textOf(properties.AvailabilityZoneId) ?? undefined,
    Ipv6CidrBlockAssociationSet: ipv6.map((Ipv6CidrBlock) => ({
      Ipv6CidrBlock,
      Ipv6CidrBlockState: { State: 'associated' },
    })),
    MapPublicIpOnLaunch: flagOf(properties.MapPublicIpOnLaunch) ?? false,
    EnableDns64: flagOf(properties.EnableDns64) ?? false,
    Tags: tagsOf(resource),
  })
}

const firstZone = (region: string): string => `${region}a`
/** The zone that a subnet is in, by its name. */
export const zoneOf = (subnet: Referred) =>
  subnet.property('AvailabilityZone') ?? subnet.property('AvailabilityZoneId') ?? firstZone(subnet.region)

/** An internet gateway, an egress-only one, and what attaches them. */
function putInternetGateway(resource: StackResource, putting: Putting): undefined {
  const vpcs = naming(putting, 'AWS::EC2::VPCGatewayAttachment', 'InternetGatewayId', resource.id)
  say(putting, resource, 'InternetGateways', {
    InternetGatewayId: resource.id,
    Attachments: vpcs.flatMap(({ properties }) => {
      const VpcId = idOf(properties.VpcId)
      return VpcId === null ? [] : [{ State: 'available', VpcId }]
    }),
    Tags: tagsOf(resource),
  })
}

/** Gateways of parameters are drawn where they are attached. */
function putAttachment(resource: StackResource, putting: Putting): undefined {
  const { properties } = resource
  const gateway = idOf(properties.InternetGatewayId)
  const VpcId = idOf(properties.VpcId)
  if (VpcId === null || (gateway === null && idOf(properties.VpnGatewayId) === null))
    return tell(putting, resource, 'skipped', 'it attaches nothing to a VPC')
  if (gateway === null || putting.byRef.get(gateway)?.type === 'AWS::EC2::InternetGateway') return
  say(putting, resource, 'InternetGateways', {
    InternetGatewayId: gateway,
    Attachments: [{ State: 'available', VpcId }],
  })
}

export const vpc: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::VPC': type(
    ['CidrBlock', 'EnableDnsSupport', 'EnableDnsHostnames', 'InstanceTenancy', 'Ipv4IpamPoolId', 'Ipv4NetmaskLength'],
    putVpc,
    {
      attributes: {
        VpcId: ({ id }) => id,
        CidrBlock: (one) => one.property('CidrBlock') ?? { unknown: `the block of ${one.id} comes from a pool` },
        CidrBlockAssociations: ({ id }) => [`${id}.CidrBlockAssociation`],
        DefaultSecurityGroup: (one) => one.property('DefaultSecurityGroup') ?? defaultGroup(one.id),
        DefaultNetworkAcl: (one) => one.property('DefaultNetworkAcl') ?? defaultAcl(one.id),
        Ipv6CidrBlocks: ipv6Blocks,
      },
    },
  ),
  [BLOCK]: type(
    [
      'VpcId',
      'CidrBlock',
      'AmazonProvidedIpv6CidrBlock',
      'Ipv6CidrBlock',
      'Ipv6CidrBlockNetworkBorderGroup',
      'Ipv6Pool',
      'Ipv4IpamPoolId',
      'Ipv4NetmaskLength',
      'Ipv6IpamPoolId',
      'Ipv6NetmaskLength',
    ],
    readElsewhere,
  ),
  'AWS::EC2::DHCPOptions': type(
    [
      'DomainNameServers',
      'DomainName',
      'NtpServers',
      'NetbiosNameServers',
      'NetbiosNodeType',
      'Ipv6AddressPreferredLeaseTime',
    ],
    putOptions,
    { attributes: { DhcpOptionsId: ({ id }) => id } },
  ),
  'AWS::EC2::VPCDHCPOptionsAssociation': type(['VpcId', 'DhcpOptionsId'], readElsewhere),
  'AWS::EC2::Subnet': type(
    [
      'VpcId',
      'CidrBlock',
      'AvailabilityZone',
      'AvailabilityZoneId',
      'MapPublicIpOnLaunch',
      'Ipv6CidrBlock',
      'Ipv6Native',
      'EnableDns64',
      'AssignIpv6AddressOnCreation',
      'PrivateDnsNameOptionsOnLaunch',
      'Ipv4IpamPoolId',
      'Ipv4NetmaskLength',
      'Ipv6IpamPoolId',
      'Ipv6NetmaskLength',
    ],
    putSubnet,
    {
      attributes: {
        SubnetId: ({ id }) => id,
        VpcId: (one) => one.property('VpcId'),
        AvailabilityZone: zoneOf,
        AvailabilityZoneId: (one) => one.property('AvailabilityZoneId') ?? { unknown: `the zone id of ${one.id}` },
        CidrBlock: (one) => one.property('CidrBlock'),
        Ipv6CidrBlocks: (one) => [
          ...listOf(one.property('Ipv6CidrBlock')),
          ...one
            .others('AWS::EC2::SubnetCidrBlock')
            .flatMap((other) =>
              idOf(other.property('SubnetId')) === one.id ? listOf(other.property('Ipv6CidrBlock')) : [],
            ),
        ],
        NetworkAclAssociationId: ({ id }) => `${id}.NetworkAclAssociation`,
      },
    },
  ),
  'AWS::EC2::SubnetCidrBlock': type(
    ['SubnetId', 'Ipv6CidrBlock', 'Ipv6IpamPoolId', 'Ipv6NetmaskLength'],
    readElsewhere,
  ),
  'AWS::EC2::InternetGateway': type([], putInternetGateway, { attributes: { InternetGatewayId: ({ id }) => id } }),
  'AWS::EC2::EgressOnlyInternetGateway': type(
    ['VpcId'],
    (resource, putting) =>
      say(putting, resource, 'EgressOnlyInternetGateways', {
        EgressOnlyInternetGatewayId: resource.id,
        Attachments: [{ State: 'attached', VpcId: idOf(resource.properties.VpcId) }],
        Tags: tagsOf(resource),
      }),
    { attributes: { Id: ({ id }) => id } },
  ),
  'AWS::EC2::VPCGatewayAttachment': type(['VpcId', 'InternetGatewayId', 'VpnGatewayId'], putAttachment, {
    attributes: { AttachmentType: () => 'IGW' },
  }),
}
