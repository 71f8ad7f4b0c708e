import { overlaps, blockOf as readBlock } from '../../../net/block.ts'
import type { StackResource } from '../stack.ts'
import { allOf, draw, lacks, naming, readElsewhere, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { vpnAttachment } from './transit.ts'
import { blockOf, flagOf, idOf, numberOf, reasonIn, recordsOf, textOf, textsOf } from './values.ts'

function putPrivateGateway(resource: StackResource, putting: Putting): undefined {
  say(putting, resource, 'VpnGateways', {
    VpnGatewayId: resource.id,
    State: 'available',
    AmazonSideAsn: textOf(resource.properties.AmazonSideAsn) ?? undefined,
    VpcAttachments: naming(putting, 'AWS::EC2::VPCGatewayAttachment', 'VpnGatewayId', resource.id).map((one) => ({
      State: 'attached',
      VpcId: idOf(one.properties.VpcId),
    })),
    Tags: tagsOf(resource),
  })
}

/** The network that a device stands in: its blocks are those that static routes lead to. What BGP announces no template says. */
const networkOf = (gateway: string): string => `${gateway}.Network`
const blocksBehind = (putting: Putting, gateway: string): readonly string[] => [
  ...new Set(
    naming(putting, 'AWS::EC2::VPNConnection', 'CustomerGatewayId', gateway).flatMap((vpn) =>
      [
        ...naming(putting, 'AWS::EC2::VPNConnectionRoute', 'VpnConnectionId', vpn.id),
        ...naming(putting, 'AWS::EC2::TransitGatewayRoute', 'TransitGatewayAttachmentId', vpnAttachment(vpn.id)),
        ...routesOfVpcs(putting, vpn),
      ].flatMap((one) => {
        const block = blockOf(one.properties.DestinationCidrBlock)
        return block === null || block === '0.0.0.0/0' ? [] : block
      }),
    ),
  ),
]

/** Static routes of VPCs into a connection with BGP: who wrote them means what it announces. Not those that may mean another VPC. */
function routesOfVpcs(putting: Putting, { properties }: StackResource): readonly StackResource[] {
  if (flagOf(properties.StaticRoutesOnly) === true) return []
  const own = idOf(properties.VpnGatewayId)
  if (own !== null) return naming(putting, 'AWS::EC2::Route', 'GatewayId', own)
  const transit = idOf(properties.TransitGatewayId)
  const blocks = ['AWS::EC2::VPC', 'AWS::EC2::VPCCidrBlock'].flatMap((one) =>
    allOf(putting, one).map((vpc) => readBlock(blockOf(vpc.properties.CidrBlock) ?? '')),
  )
  return (transit === null ? [] : naming(putting, 'AWS::EC2::Route', 'TransitGatewayId', transit)).filter((route) => {
    const block = readBlock(blockOf(route.properties.DestinationCidrBlock) ?? '')
    return block !== null && !blocks.some((one) => one !== null && overlaps(one, block))
  })
}

function putDevice(resource: StackResource, putting: Putting): undefined {
  const { id, properties, region } = resource
  const cidrs = blocksBehind(putting, id)
  if (cidrs.length > 0) {
    draw(putting, resource, {
      kind: 'on-premises-network',
      id: networkOf(id),
      name: `Network behind ${id}`.slice(0, 120),
      cidrs,
    })
    tell(putting, resource, 'assumed', `behind it lies ${cidrs.join(', ')}, as static routes say`)
  }
  draw(putting, resource, {
    kind: 'customer-gateway',
    id,
    region,
    ipAddress: blockOf(properties.IpAddress) ?? '',
    asn: numberOf(properties.BgpAsn) ?? numberOf(properties.BgpAsnExtended) ?? 65000,
    network: cidrs.length > 0 ? networkOf(id) : null,
  })
}

/** Whether its tunnels are up nobody knows before it is made, nor what BGP announces. */
function putVpn(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'StaticRoutesOnly')) return
  const isStatic = flagOf(properties.StaticRoutesOnly) ?? false
  const routes = naming(putting, 'AWS::EC2::VPNConnectionRoute', 'VpnConnectionId', id)
  const tunnels = recordsOf(resource.stated?.Tunnels)
  if (tunnels.length === 0) tell(putting, resource, 'assumed', 'a tunnel of the VPN connection is up')
  say(putting, resource, 'VpnConnections', {
    VpnConnectionId: id,
    State: 'available',
    CustomerGatewayId: idOf(properties.CustomerGatewayId) ?? undefined,
    VpnGatewayId: idOf(properties.VpnGatewayId) ?? undefined,
    TransitGatewayId: idOf(properties.TransitGatewayId) ?? undefined,
    Options: { StaticRoutesOnly: isStatic },
    VgwTelemetry: tunnels.length > 0 ? tunnels : [{ Status: 'UP' }],
    Routes: routes.map((one) => ({
      DestinationCidrBlock: blockOf(one.properties.DestinationCidrBlock),
      State: 'available',
    })),
    Tags: tagsOf(resource),
  })
  const gateway = idOf(properties.TransitGatewayId)
  if (gateway !== null)
    say(putting, resource, 'TransitGatewayAttachments', {
      TransitGatewayAttachmentId: vpnAttachment(id),
      TransitGatewayId: gateway,
      ResourceType: 'vpn',
      ResourceId: id,
      State: 'available',
    })
}

/** Source: CloudFormation reference, VPCPeeringConnection: accepted in the same account, and across accounts by a role. */
function putPeering(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account, stated = {} } = resource
  const peer = referred(putting, properties.PeerVpcId)
  const owner = textOf(properties.PeerOwnerId) ?? peer?.account ?? account
  const isAccepted = owner === account || properties.PeerRoleArn !== undefined
  const why = owner === account ? null : reasonIn(properties.PeerRoleArn)
  if (why !== null) tell(putting, resource, 'assumed', `its role accepts it; whether it names one is not known: ${why}`)
  if (!isAccepted && stated.Status === undefined)
    tell(putting, resource, 'assumed', `it waits for account ${owner}: it names no role that accepts it`)
  // no template can turn on that names are resolved over the connection
  say(putting, resource, 'VpcPeeringConnections', {
    VpcPeeringConnectionId: id,
    RequesterVpcInfo: {
      VpcId: idOf(properties.VpcId),
      OwnerId: account,
      PeeringOptions: optionsOf(stated.RequesterNames),
    },
    AccepterVpcInfo: {
      VpcId: idOf(properties.PeerVpcId),
      OwnerId: owner,
      PeeringOptions: optionsOf(stated.AccepterNames),
    },
    Status: { Code: textOf(stated.Status) ?? (isAccepted ? 'active' : 'pending-acceptance') },
    Tags: tagsOf(resource),
  })
}

/** Whether names of the side are answered with private addresses to the other one. */
const optionsOf = (said: StackResource['properties'][string] | undefined) => {
  const flag = flagOf(said)
  return flag === null ? undefined : { AllowDnsResolutionFromRemoteVpc: flag }
}

function putBlocking(resource: StackResource, putting: Putting): undefined {
  if (lacks(putting, resource, 'InternetGatewayBlockMode')) return
  say(putting, resource, 'VpcBlockPublicAccessOptions', {
    VpcBlockPublicAccessOptions: {
      Id: resource.id,
      InternetGatewayBlockMode: textOf(resource.properties.InternetGatewayBlockMode) ?? 'off',
      AwsRegion: resource.region,
      AwsAccountId: resource.account,
    },
  })
}

function putExclusion(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'InternetGatewayExclusionMode')) return
  const of = idOf(properties.VpcId) ?? idOf(properties.SubnetId)
  if (allOf(putting, 'AWS::EC2::VPCBlockPublicAccessOptions').length === 0)
    tell(putting, resource, 'unused', 'no template says that public access is blocked')
  say(putting, resource, 'VpcBlockPublicAccessExclusions', {
    ExclusionId: id,
    ResourceArn: of ?? undefined,
    State: 'create-complete',
    InternetGatewayExclusionMode: textOf(properties.InternetGatewayExclusionMode) ?? undefined,
  })
}

/** Virtual interfaces, with the gateways that their Direct Connect gateway is associated with. */
const putVirtualInterface =
  (kind: 'private' | 'transit' | 'public'): ResourceType['put'] =>
  (resource, putting) => {
    const { id, properties, account, region } = resource
    say(putting, resource, 'VirtualInterfaces', {
      VirtualInterfaceId: id,
      VirtualInterfaceName: textOf(properties.VirtualInterfaceName) ?? id,
      VirtualInterfaceType: kind,
      VirtualInterfaceState: 'available',
      OwnerAccount: account,
      Region: region,
      VirtualGatewayId: idOf(properties.VirtualGatewayId) ?? undefined,
      DirectConnectGatewayId: idOf(properties.DirectConnectGatewayId) ?? undefined,
      Mtu: textOf(properties.Mtu) ?? '1500',
    })
    tell(putting, resource, 'assumed', 'the virtual interface is up')
  }

function putLinkAssociation(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  say(putting, resource, 'DirectConnectGatewayAssociations', {
    AssociationId: id,
    DirectConnectGatewayId: idOf(properties.DirectConnectGatewayId),
    AssociatedGateway: { Id: idOf(properties.AssociatedGatewayId) ?? idOf(properties.GatewayId) ?? undefined },
    AllowedPrefixesToDirectConnectGateway: textsOf(properties.AllowedPrefixesToDirectConnectGateway).map((Cidr) => ({
      Cidr,
    })),
  })
}

const LINK = [
  'VirtualInterfaceName',
  'VirtualGatewayId',
  'DirectConnectGatewayId',
  'Mtu',
  'Vlan',
  'ConnectionId',
  'BgpPeers',
  'AllocatePrivateVirtualInterfaceRoleArn',
  'AllocateTransitVirtualInterfaceRoleArn',
  'EnableSiteLink',
  'RouteFilterPrefixes',
]

export const onPremises: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::VPNGateway': type(['Type', 'AmazonSideAsn'], putPrivateGateway, {
    attributes: { VPNGatewayId: ({ id }) => id },
  }),
  'AWS::EC2::CustomerGateway': type(
    ['Type', 'IpAddress', 'BgpAsn', 'BgpAsnExtended', 'DeviceName', 'CertificateArn'],
    putDevice,
    { attributes: { CustomerGatewayId: ({ id }) => id } },
  ),
  'AWS::EC2::VPNConnection': type(
    [
      'Type',
      'CustomerGatewayId',
      'VpnGatewayId',
      'TransitGatewayId',
      'StaticRoutesOnly',
      'EnableAcceleration',
      'VpnTunnelOptionsSpecifications',
      'LocalIpv4NetworkCidr',
      'RemoteIpv4NetworkCidr',
      'LocalIpv6NetworkCidr',
      'RemoteIpv6NetworkCidr',
      'OutsideIpAddressType',
      'TransportTransitGatewayAttachmentId',
      'TunnelInsideIpVersion',
    ],
    putVpn,
    {
      attributes: { VpnConnectionId: ({ id }) => id, TransitGatewayAttachmentId: ({ id }) => vpnAttachment(id) },
    },
  ),
  'AWS::EC2::VPNConnectionRoute': type(['VpnConnectionId', 'DestinationCidrBlock'], (resource, putting) => {
    if (!referred(putting, resource.properties.VpnConnectionId))
      tell(putting, resource, 'skipped', 'its VPN connection is in none of the files')
  }),
  'AWS::EC2::VPCPeeringConnection': type(
    ['VpcId', 'PeerVpcId', 'PeerOwnerId', 'PeerRegion', 'PeerRoleArn', 'AssumeRoleRegion'],
    putPeering,
    { attributes: { Id: ({ id }) => id } },
  ),
  'AWS::EC2::VPCBlockPublicAccessOptions': type(['InternetGatewayBlockMode'], putBlocking, {
    attributes: { AccountId: ({ account }) => account },
  }),
  'AWS::EC2::VPCBlockPublicAccessExclusion': type(['VpcId', 'SubnetId', 'InternetGatewayExclusionMode'], putExclusion, {
    attributes: { ExclusionId: ({ id }) => id },
  }),
  'AWS::DirectConnect::PrivateVirtualInterface': type(LINK, putVirtualInterface('private'), {
    attributes: { VirtualInterfaceId: ({ id }) => id },
  }),
  'AWS::DirectConnect::TransitVirtualInterface': type(LINK, putVirtualInterface('transit'), {
    attributes: { VirtualInterfaceId: ({ id }) => id },
  }),
  'AWS::DirectConnect::PublicVirtualInterface': type(LINK, putVirtualInterface('public')),
  'AWS::DirectConnect::DirectConnectGateway': type(['DirectConnectGatewayName', 'AmazonSideAsn'], readElsewhere, {
    attributes: { DirectConnectGatewayId: ({ id }) => id },
  }),
  'AWS::DirectConnect::DirectConnectGatewayAssociation': type(
    [
      'DirectConnectGatewayId',
      'AssociatedGatewayId',
      'GatewayId',
      'AllowedPrefixesToDirectConnectGateway',
      'AcceptDirectConnectGatewayAssociationProposalRoleArn',
    ],
    putLinkAssociation,
    { attributes: { AssociationId: ({ id }) => id } },
  ),
  'AWS::DirectConnect::Connection': type(
    ['Bandwidth', 'ConnectionName', 'Location', 'LagId', 'ProviderName', 'RequestMACSec'],
    readElsewhere,
    {
      attributes: { ConnectionId: ({ id }) => id },
    },
  ),
}
