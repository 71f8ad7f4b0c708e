import type { SettingsFor } from './settingsFor.ts'
import { idOf, placed } from './value.ts'

/** The largest number that the older of the two fields holds. Source: EC2 API, CreateCustomerGateway. */
const LARGEST_BGP_ASN = 2147483647

export const vpn = {
  'vpn-gateway': (part) => ({ Type: 'ipsec.1', AmazonSideAsn: part.construct.asn ?? undefined }),
  'vpn-gateway-attachment': (part) => ({ VpcId: idOf(part.vpc), VpnGatewayId: idOf(part.gateway) }),
  'customer-gateway': ({ construct: { asn, ipAddress } }) => ({
    Type: 'ipsec.1',
    IpAddress: ipAddress,
    BgpAsn: asn > LARGEST_BGP_ASN ? undefined : asn,
    BgpAsnExtended: asn > LARGEST_BGP_ASN ? asn : undefined,
  }),
  'vpn-connection': (part) => ({
    Type: 'ipsec.1',
    CustomerGatewayId: idOf(part.customer),
    TransitGatewayId: part.toTransit ? idOf(part.gateway) : undefined,
    VpnGatewayId: part.toTransit ? undefined : idOf(part.gateway),
    Options: { StaticRoutesOnly: part.construct.routing === 'static' },
  }),
  'vpn-route': (part) => ({ VpnConnectionId: idOf(part.connection), DestinationCidrBlock: placed(part.cidr, part) }),
  // Comes with the connection
  'vpn-attachment': () => ({}),
} satisfies SettingsFor<'virtual-private-gateway' | 'customer-gateway' | 'vpn-connection'>
