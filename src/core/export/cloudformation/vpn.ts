import { LARGEST_BGP_ASN } from '../aws/limits.ts'
import { refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const virtualPrivateGateway: ResourcePrinters<'virtual-private-gateway'> = {
  'vpn-gateway': (part) => ({
    type: 'AWS::EC2::VPNGateway',
    properties: present({ Type: 'ipsec.1', AmazonSideAsn: part.construct.asn ?? undefined, Tags: tagsOf(part) }),
  }),
  'vpn-gateway-attachment': (part, stack) => ({
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: refTo(stack, part.vpc), VpnGatewayId: refTo(stack, part.gateway) },
  }),
}

export const customerGateway: ResourcePrinters<'customer-gateway'> = {
  'customer-gateway': (part) => {
    const { asn, ipAddress } = part.construct
    return {
      type: 'AWS::EC2::CustomerGateway',
      properties: {
        Type: 'ipsec.1',
        IpAddress: ipAddress,
        [asn > LARGEST_BGP_ASN ? 'BgpAsnExtended' : 'BgpAsn']: asn,
        Tags: tagsOf(part),
      },
    }
  },
}

export const vpnConnection: ResourcePrinters<'vpn-connection'> = {
  'vpn-connection': (part, stack) => ({
    type: 'AWS::EC2::VPNConnection',
    properties: {
      Type: 'ipsec.1',
      CustomerGatewayId: refTo(stack, part.customer),
      [part.toTransit ? 'TransitGatewayId' : 'VpnGatewayId']: refTo(stack, part.gateway),
      StaticRoutesOnly: part.construct.routing === 'static',
      Tags: tagsOf(part),
    },
  }),
  'vpn-route': (part, stack) => ({
    type: 'AWS::EC2::VPNConnectionRoute',
    properties: { VpnConnectionId: refTo(stack, part.connection), DestinationCidrBlock: part.cidr },
  }),
  'vpn-attachment': () => null, // comes with the connection, which does not tell its id
}
