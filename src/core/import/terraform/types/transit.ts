import type { Seen, TerraformTypes } from './terraformType.ts'
import { adding, plainType } from './terraformType.ts'
import { filled, listed } from './values.ts'

const ATTACHMENT_ACCEPTER = 'aws_ec2_transit_gateway_vpc_attachment_accepter'

/** Whether AWS puts an attachment into the gateway's default table: it does unless this, or what accepts it, says no. Source: AWS provider, aws_ec2_transit_gateway_vpc_attachment. */
const byDefault = (seen: Seen, attribute: string) => {
  const [accepter] = seen.naming(ATTACHMENT_ACCEPTER, 'transit_gateway_attachment_id')
  return accepter?.get(attribute) ?? seen.get(attribute) ?? true
}

/** The table that takes the place of the gateway's default one. */
const changedTable = (seen: Seen, what: 'association' | 'propagation') => {
  const beside = seen.naming(`aws_ec2_transit_gateway_default_route_table_${what}`, 'transit_gateway_id')[0]
  return beside ? beside.get('transit_gateway_route_table_id') : filled(seen.given(`${what}_default_route_table_id`))
}

/** A peering of VPCs is on where something accepts it; of what exists the file says it. */
const peeringStatus = (seen: Seen): string => {
  const said = seen.given('accept_status')
  if (typeof said === 'string' && said !== '') return said
  const accepters = seen.naming('aws_vpc_peering_connection_accepter', 'vpc_peering_connection_id')
  return seen.get('auto_accept') === true || accepters.some((one) => one.get('auto_accept') === true)
    ? 'active'
    : 'pending-acceptance'
}
/** Whether the other side's names are answered with private addresses, as any of the resources that may say it does. */
function remoteNames(seen: Seen, side: 'accepter' | 'requester') {
  const others = ['aws_vpc_peering_connection_options', 'aws_vpc_peering_connection_accepter'].flatMap((type) =>
    seen.naming(type, 'vpc_peering_connection_id'),
  )
  const said = [seen, ...others]
    .map((one) => one.block(side).allow_remote_vpc_dns_resolution)
    .filter((one) => one !== undefined)
  return said.find((one) => one === true) ?? said[0] ?? false
}
const ownerOfPeer = (seen: Seen) =>
  filled(seen.get('peer_owner_id')) ??
  seen.named('peer_vpc_id')?.account ??
  seen.naming('aws_vpc_peering_connection_accepter', 'vpc_peering_connection_id')[0]?.account ??
  seen.account
const regionOfPeer = (seen: Seen) =>
  filled(seen.get('peer_region')) ??
  seen.named('peer_vpc_id')?.region ??
  seen.naming('aws_vpc_peering_connection_accepter', 'vpc_peering_connection_id')[0]?.region ??
  seen.region

/** Peerings, transit gateways, VPNs and Direct Connect. Source: AWS provider, resources of these, defaults as documented there. */
export const transit: TerraformTypes = {
  aws_vpc_peering_connection: {
    type: 'AWS::EC2::VPCPeeringConnection',
    same: 'vpc_id peer_vpc_id',
    more: (seen) => ({
      PeerOwnerId: ownerOfPeer(seen),
      PeerRegion: regionOfPeer(seen),
    }),
    stated: (seen) => ({
      Status: peeringStatus(seen),
      AccepterNames: remoteNames(seen, 'accepter'),
      RequesterNames: remoteNames(seen, 'requester'),
    }),
  },
  aws_vpc_peering_connection_accepter: adding(
    'vpc_peering_connection_id',
    'auto_accept accepter requester accept_status peer_owner_id peer_region peer_vpc_id vpc_id',
    'vpc_peering_connection_id',
  ),
  aws_vpc_peering_connection_options: adding(
    'vpc_peering_connection_id',
    'accepter requester',
    'vpc_peering_connection_id',
  ),
  aws_ec2_transit_gateway: {
    type: 'AWS::EC2::TransitGateway',
    same: `amazon_side_asn auto_accept_shared_attachments default_route_table_association default_route_table_propagation dns_support
    multicast_support security_group_referencing_support vpn_ecmp_support description transit_gateway_cidr_blocks`,
    more: (seen) => ({
      AssociationDefaultRouteTableId: changedTable(seen, 'association'),
      PropagationDefaultRouteTableId: changedTable(seen, 'propagation'),
    }),
    stated: (seen) => ({ DefaultRouteTable: filled(seen.given('association_default_route_table_id')) }),
    attributes: {
      association_default_route_table_id: 'ID.DefaultRouteTable',
      propagation_default_route_table_id: 'ID.DefaultRouteTable',
    },
    ignores: 'association_default_route_table_id propagation_default_route_table_id encryption_support',
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    type: 'AWS::EC2::TransitGatewayVpcAttachment',
    same: 'transit_gateway_id vpc_id subnet_ids',
    more: (seen) => ({
      Options: {
        ApplianceModeSupport: seen.get('appliance_mode_support') ?? 'disable',
        DnsSupport: seen.get('dns_support') ?? 'enable',
        Ipv6Support: seen.get('ipv6_support') ?? 'disable',
        SecurityGroupReferencingSupport: seen.get('security_group_referencing_support'),
      },
    }),
    stated: (seen) => ({
      DefaultAssociation: byDefault(seen, 'transit_gateway_default_route_table_association'),
      DefaultPropagation: byDefault(seen, 'transit_gateway_default_route_table_propagation'),
      Accepted: seen.naming(ATTACHMENT_ACCEPTER, 'transit_gateway_attachment_id').length > 0,
    }),
    ignores:
      'vpc_owner_id transit_gateway_default_route_table_association transit_gateway_default_route_table_propagation',
  },
  [ATTACHMENT_ACCEPTER]: adding(
    'transit_gateway_attachment_id',
    `transit_gateway_default_route_table_association transit_gateway_default_route_table_propagation
    appliance_mode_support dns_support ipv6_support security_group_referencing_support subnet_ids transit_gateway_id vpc_id vpc_owner_id`,
    'transit_gateway_attachment_id',
  ),
  aws_ec2_transit_gateway_route_table: {
    type: 'AWS::EC2::TransitGatewayRouteTable',
    same: 'transit_gateway_id',
    ignores: 'default_association_route_table default_propagation_route_table',
  },
  aws_ec2_transit_gateway_route_table_association: {
    type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
    same: 'transit_gateway_attachment_id transit_gateway_route_table_id',
    ignores: 'replace_existing_association resource_id resource_type',
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
    same: 'transit_gateway_attachment_id transit_gateway_route_table_id',
    ignores: 'resource_id resource_type',
  },
  aws_ec2_transit_gateway_route: {
    type: 'AWS::EC2::TransitGatewayRoute',
    same: 'destination_cidr_block blackhole transit_gateway_route_table_id',
    authored: 'destination_cidr_block',
    more: (seen) => ({ TransitGatewayAttachmentId: filled(seen.get('transit_gateway_attachment_id')) }),
  },
  aws_ec2_transit_gateway_prefix_list_reference: {
    // a route whose destination is a list
    type: 'AWS::EC2::TransitGatewayRoute',
    same: 'prefix_list_id blackhole transit_gateway_route_table_id',
    more: (seen) => ({ TransitGatewayAttachmentId: filled(seen.get('transit_gateway_attachment_id')) }),
    ignores: 'prefix_list_owner_id',
  },
  aws_ec2_transit_gateway_peering_attachment: {
    type: 'AWS::EC2::TransitGatewayPeeringAttachment',
    same: 'transit_gateway_id peer_region peer_account_id peer_transit_gateway_id',
    stated: (seen) => ({
      State: filled(seen.given('state')) ?? (isAccepted(seen) ? 'available' : 'pendingAcceptance'),
    }),
    ignores: 'options dynamic_routing',
  },
  aws_ec2_transit_gateway_peering_attachment_accepter: adding(
    'transit_gateway_attachment_id',
    'peer_account_id peer_region peer_transit_gateway_id transit_gateway_id',
    'transit_gateway_attachment_id',
  ),
  aws_ec2_transit_gateway_default_route_table_association: adding(
    'transit_gateway_id',
    'transit_gateway_route_table_id original_route_table_id original_default_route_table_id',
  ),
  aws_ec2_transit_gateway_default_route_table_propagation: adding(
    'transit_gateway_id',
    'transit_gateway_route_table_id original_route_table_id original_default_route_table_id',
  ),
  aws_customer_gateway: plainType('AWS::EC2::CustomerGateway', 'bgp_asn bgp_asn_extended ip_address type device_name'),
  aws_vpn_connection: {
    type: 'AWS::EC2::VPNConnection',
    same: 'customer_gateway_id type static_routes_only',
    more: (seen) => ({
      VpnGatewayId: filled(seen.get('vpn_gateway_id')),
      TransitGatewayId: filled(seen.get('transit_gateway_id')),
    }),
    parts: (seen) => {
      const beside = seen
        .naming('aws_vpn_connection_route', 'vpn_connection_id')
        .map((one) => one.get('destination_cidr_block'))
      const own = seen.blocks('routes').map((one) => one.destination_cidr_block)
      return own
        .filter((block) => typeof block === 'string' && !beside.includes(block))
        .map((DestinationCidrBlock) => ({
          type: 'AWS::EC2::VPNConnectionRoute',
          properties: { VpnConnectionId: seen.id, DestinationCidrBlock },
        }))
    },
    stated: (seen) => ({ Tunnels: seen.blocks('vgw_telemetry').map((one) => ({ Status: one.status })) }),
    attributes: { transit_gateway_attachment_id: 'Ref' },
    ignores: `transit_gateway_attachment_id customer_gateway_configuration enable_acceleration local_ipv4_network_cidr local_ipv6_network_cidr outside_ip_address_type
    preshared_key_arn preshared_key_storage remote_ipv4_network_cidr remote_ipv6_network_cidr transport_transit_gateway_attachment_id tunnel_inside_ip_version
    tunnel_bandwidth vgw_telemetry vpn_concentrator_id core_network_arn core_network_attachment_arn ${tunnels()}`,
  },
  aws_vpn_connection_route: plainType('AWS::EC2::VPNConnectionRoute', 'destination_cidr_block vpn_connection_id'),
  aws_dx_gateway: plainType('AWS::DirectConnect::DirectConnectGateway', '', {
    name: 'DirectConnectGatewayName',
    amazon_side_asn: 'AmazonSideAsn',
  }),
  aws_dx_gateway_association: {
    type: 'AWS::DirectConnect::DirectConnectGatewayAssociation',
    more: (seen) => ({
      DirectConnectGatewayId: seen.get('dx_gateway_id'),
      AssociatedGatewayId: filled(seen.get('associated_gateway_id')),
      AllowedPrefixesToDirectConnectGateway: listed(seen.get('allowed_prefixes')),
    }),
    ignores: `associated_gateway_owner_account_id associated_gateway_type dx_gateway_association_id dx_gateway_owner_account_id proposal_id
    transit_gateway_attachment_id`,
  },
  aws_dx_private_virtual_interface: virtualInterface('private'),
  aws_dx_transit_virtual_interface: virtualInterface('transit'),
}

const isAccepted = (seen: Seen): boolean =>
  seen.naming('aws_ec2_transit_gateway_peering_attachment_accepter', 'transit_gateway_attachment_id').length > 0

/** The options of tunnels, whose keys are nobody's business. */
function tunnels(): string {
  const names = `address bgp_asn bgp_holdtime cgw_inside_address dpd_timeout_action dpd_timeout_seconds enable_tunnel_lifecycle_control ike_versions inside_cidr
  inside_ipv6_cidr log_options phase1_dh_group_numbers phase1_encryption_algorithms phase1_integrity_algorithms phase1_lifetime_seconds
  phase2_dh_group_numbers phase2_encryption_algorithms phase2_integrity_algorithms phase2_lifetime_seconds preshared_key rekey_fuzz_percentage
  rekey_margin_time_seconds replay_window_size startup_action vgw_inside_address`
  return names
    .split(/\s+/)
    .flatMap((name) => [`tunnel1_${name}`, `tunnel2_${name}`])
    .join(' ')
}

function virtualInterface(kind: 'private' | 'transit'): TerraformTypes[string] {
  return {
    type:
      kind === 'private'
        ? 'AWS::DirectConnect::PrivateVirtualInterface'
        : 'AWS::DirectConnect::TransitVirtualInterface',
    more: (seen) => ({
      VirtualInterfaceName: seen.get('name'),
      DirectConnectGatewayId: filled(seen.get('dx_gateway_id')),
      VirtualGatewayId: filled(seen.get('vpn_gateway_id')),
      Mtu: seen.get('mtu'),
      BgpAsn: seen.get('bgp_asn'),
      Vlan: seen.get('vlan'),
      ConnectionId: seen.get('connection_id'),
    }),
    ignores: `address_family amazon_address amazon_side_asn aws_device bgp_auth_key customer_address jumbo_frame_capable sitelink_enabled`,
  }
}
