import type { PartNameOf } from '../plan/part.ts'
import { type Arguments, block, type Printer } from './asked.ts'
import { made, none, snaked, tagged } from './made.ts'
import { share } from './share.ts'

const REMOTE_DNS: Arguments = { allow_remote_vpc_dns_resolution: true }

type Named = PartNameOf<
  | 'peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-attachment'
  | 'transit-gateway-peering'
  | 'transit-gateway-route-table'
  | 'virtual-private-gateway'
  | 'customer-gateway'
  | 'vpn-connection'
>

/** How the provider spells peering, transit gateways and the ways to networks outside AWS. */
export const transit: { readonly [N in Named]: Printer<N> } = {
  'peering-role': none, // only CloudFormation accepts by a role
  peering: tagged('aws_vpc_peering_connection', (settings, part, stack) => ({
    ...snaked(settings),
    auto_accept: stack.parts.some((one) => one.name === 'peering-acceptance' && one.peering === part.key) || undefined,
  })),
  // Where both VPCs lie here, the request accepts itself
  'peering-acceptance': (part, settings, stack) =>
    stack.byKey.has(part.peering)
      ? []
      : tagged<'peering-acceptance'>('aws_vpc_peering_connection_accepter', (own) => ({
          ...snaked(own),
          auto_accept: true,
        }))(part, settings, stack),
  'peering-dns': (part) => [
    {
      type: 'aws_vpc_peering_connection_options',
      body: {
        vpc_peering_connection_id: { known: 'id', of: part.needs.find((key) => key !== part.peering) ?? part.peering },
        [part.side]: block(REMOTE_DNS),
      },
    },
  ],
  'transit-gateway': tagged(
    'aws_ec2_transit_gateway',
    ({ Options: { SecurityGroupReferencingSupport, ...options } }) => ({
      ...snaked(options),
      security_group_referencing_support: SecurityGroupReferencingSupport,
    }),
  ),
  'transit-share': share,
  'transit-attachment': tagged('aws_ec2_transit_gateway_vpc_attachment', ({ Options, ...settings }, part, stack) => ({
    ...snaked(settings),
    ...snaked(Options),
    // There is no default table; of another account's gateway nothing is said about one
    ...(stack.byKey.has(part.gateway) && {
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    }),
  })),
  'transit-peering': tagged('aws_ec2_transit_gateway_peering_attachment', ({ PeerAccountId, ...settings }) => ({
    ...snaked(settings),
    peer_account_id: PeerAccountId || undefined,
  })),
  'transit-peering-acceptance': tagged('aws_ec2_transit_gateway_peering_attachment_accepter'),
  'transit-table': tagged('aws_ec2_transit_gateway_route_table'),
  'transit-association': made('aws_ec2_transit_gateway_route_table_association'),
  'transit-propagation': made('aws_ec2_transit_gateway_route_table_propagation'),
  'transit-route': made('aws_ec2_transit_gateway_route'),
  'transit-list-route': made('aws_ec2_transit_gateway_prefix_list_reference'),
  'vpn-gateway': tagged('aws_vpn_gateway', ({ AmazonSideAsn }) => ({
    amazon_side_asn: AmazonSideAsn === undefined ? undefined : `${AmazonSideAsn}`,
  })),
  'vpn-gateway-attachment': made('aws_vpn_gateway_attachment'),
  'customer-gateway': tagged('aws_customer_gateway', ({ BgpAsn, BgpAsnExtended, ...settings }) => ({
    ...snaked(settings),
    bgp_asn: BgpAsn === undefined ? undefined : `${BgpAsn}`,
    bgp_asn_extended: BgpAsnExtended === undefined ? undefined : `${BgpAsnExtended}`,
  })),
  'vpn-connection': tagged('aws_vpn_connection', ({ Options, ...settings }) => ({
    ...snaked(settings),
    ...snaked(Options),
  })),
  'vpn-route': made('aws_vpn_connection_route'),
  'vpn-attachment': none, // an attribute of the connection
}
