import { enabled } from '../aws/enabled.ts'
import { attributeOf, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { shareOf } from './shares.ts'
import { tagsOf } from './tagsOf.ts'

export const transitGateway: ResourcePrinters<'transit-gateway'> = {
  'transit-gateway': (part) => ({
    type: 'AWS::EC2::TransitGateway',
    properties: present({
      AmazonSideAsn: part.construct.asn ?? undefined,
      // The drawn tables say what is joined
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
      AutoAcceptSharedAttachments: enabled(part.sharedWith.length > 0),
      DnsSupport: enabled(part.construct.dnsSupport),
      SecurityGroupReferencingSupport: enabled(part.construct.securityGroupReferencing),
      VpnEcmpSupport: 'enable',
      MulticastSupport: 'disable',
      Tags: tagsOf(part),
    }),
  }),
  'transit-share': (part, stack) =>
    shareOf(part, stack, attributeOf(stack, part.gateway, 'TransitGatewayArn'), part.accounts, false),
}

export const transitGatewayAttachment: ResourcePrinters<'transit-gateway-attachment'> = {
  'transit-attachment': (part, stack) => {
    const { applianceMode, dnsSupport, ipv6Support, securityGroupReferencing } = part.construct
    return {
      type: 'AWS::EC2::TransitGatewayAttachment',
      properties: {
        TransitGatewayId: refTo(stack, part.gateway),
        VpcId: refTo(stack, part.vpc),
        SubnetIds: part.subnets.map((key) => refTo(stack, key)),
        Options: {
          ApplianceModeSupport: enabled(applianceMode),
          DnsSupport: enabled(dnsSupport),
          Ipv6Support: enabled(ipv6Support),
          SecurityGroupReferencingSupport: enabled(securityGroupReferencing),
        },
        Tags: tagsOf(part),
      },
    }
  },
}

export const transitGatewayPeering: ResourcePrinters<'transit-gateway-peering'> = {
  'transit-peering': (part, stack) => ({
    type: 'AWS::EC2::TransitGatewayPeeringAttachment',
    properties: {
      TransitGatewayId: refTo(stack, part.gateway),
      PeerTransitGatewayId: refTo(stack, part.peer),
      PeerAccountId: part.peerAccount === '' ? { Ref: 'AWS::AccountId' } : part.peerAccount,
      PeerRegion: part.peerRegion,
      Tags: tagsOf(part),
    },
  }),
  'transit-peering-acceptance': () => null, // no resource accepts one
}

export const transitGatewayRouteTable: ResourcePrinters<'transit-gateway-route-table'> = {
  'transit-table': (part, stack) => ({
    type: 'AWS::EC2::TransitGatewayRouteTable',
    properties: { TransitGatewayId: refTo(stack, part.gateway), Tags: tagsOf(part) },
  }),
  'transit-association': (part, stack) => ({
    type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
    properties: {
      TransitGatewayRouteTableId: refTo(stack, part.table),
      TransitGatewayAttachmentId: refTo(stack, part.attachment),
    },
  }),
  'transit-propagation': (part, stack) => ({
    type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
    properties: {
      TransitGatewayRouteTableId: refTo(stack, part.table),
      TransitGatewayAttachmentId: refTo(stack, part.attachment),
    },
  }),
  'transit-route': (part, stack) => ({
    type: 'AWS::EC2::TransitGatewayRoute',
    properties: {
      TransitGatewayRouteTableId: refTo(stack, part.table),
      DestinationCidrBlock: part.cidr,
      ...(part.attachment === null
        ? { Blackhole: true }
        : { TransitGatewayAttachmentId: refTo(stack, part.attachment) }),
    },
  }),
  'transit-list-route': () => null, // no resource refers to a prefix list
}
