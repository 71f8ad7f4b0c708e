import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Given, Part, Seen, TerraformTypes } from './terraformType.ts'
import { adding, plainType } from './terraformType.ts'
import { filled, listed, unique } from './values.ts'

/** The targets of a route, as the argument and the property call them. Source: AWS provider, aws_route; CloudFormation reference, AWS::EC2::Route. */
const TARGETS: Readonly<Record<string, string>> = {
  gateway_id: 'GatewayId',
  nat_gateway_id: 'NatGatewayId',
  transit_gateway_id: 'TransitGatewayId',
  vpc_peering_connection_id: 'VpcPeeringConnectionId',
  egress_only_gateway_id: 'EgressOnlyInternetGatewayId',
  vpc_endpoint_id: 'VpcEndpointId',
  network_interface_id: 'NetworkInterfaceId',
  local_gateway_id: 'LocalGatewayId',
  carrier_gateway_id: 'CarrierGatewayId',
  core_network_arn: 'CoreNetworkArn',
  odb_network_arn: 'OdbNetworkArn',
}
const targetsOf = (read: (name: string) => Given[string]): Given =>
  Object.fromEntries(
    Object.entries(TARGETS).flatMap(([name, property]) => {
      const value = read(name)
      return value === undefined || value === null || value === '' ? [] : [[property, value]]
    }),
  )

/** Routes that stand in the table; of those of the VPC's own blocks AWS keeps the target. */
const routesIn = (seen: Seen): readonly Part[] => [
  // a route of which nobody can tell the table may be in any
  ...seen.open('aws_route', 'route_table_id').map((route) => ({
    type: 'AWS::EC2::Route',
    properties: {
      RouteTableId: seen.id,
      ...destinationOf(route),
      GatewayId: { unknown: `the route table of ${route.instance.address} is known only after the apply` },
    },
  })),
  ...seen.blocks('route').map((route) => ({
    type: 'AWS::EC2::Route',
    properties: {
      RouteTableId: seen.id,
      DestinationCidrBlock: filled(route.cidr_block),
      DestinationIpv6CidrBlock: filled(route.ipv6_cidr_block),
      DestinationPrefixListId: filled(route.destination_prefix_list_id),
      ...targetsOf((name) => filled(route[name])),
    },
  })),
  ...listed(seen.get('propagating_vgws')).map((VpnGatewayId) => ({
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
    properties: { RouteTableIds: [seen.id], VpnGatewayId },
  })),
]

const destinationOf = (seen: Seen): Given => ({
  DestinationCidrBlock: filled(seen.get('destination_cidr_block')),
  DestinationIpv6CidrBlock: filled(seen.get('destination_ipv6_cidr_block')),
  DestinationPrefixListId: filled(seen.get('destination_prefix_list_id')),
})

/** The endpoint that a route leads to: of a Network Firewall the one in the subnet that its expression, or its key, tells. */
function endpointOf(seen: Seen): Given[string] {
  const said = filled(seen.get('vpc_endpoint_id'))
  const firewall =
    seen.mentioned('vpc_endpoint_id').find(({ instance }) => instance.type === 'aws_networkfirewall_firewall') ??
    seen.named('vpc_endpoint_id')
  if (
    firewall?.instance.type !== 'aws_networkfirewall_firewall' ||
    (typeof said === 'string' && said.startsWith('vpce-'))
  )
    return said
  const subnets = firewall
    .blocks('subnet_mapping')
    .flatMap(({ subnet_id }) => (typeof subnet_id === 'string' ? [subnet_id] : []))
  const named = seen.mentioned('vpc_endpoint_id').map(({ id }) => id)
  const { key } = seen.instance
  const ofKey = seen
    .all('aws_subnet')
    .filter((one) => key !== null && (one.instance.key === key || one.get('availability_zone') === key))
    .map(({ id }) => id)
  for (const chosen of [
    subnets,
    subnets.filter((one) => named.includes(one)),
    subnets.filter((one) => ofKey.includes(one)),
  ])
    if (chosen.length === 1) return `${firewall.id}.${chosen[0]}`
  return {
    unknown: `which endpoint of ${firewall.instance.address} the route ${seen.instance.address} leads to is known only after the apply`,
  }
}

/** The VPC of what AWS has made with it. */
const vpcOf = (seen: Seen, attribute: string): Given[string] => seen.get('vpc_id') ?? seen.named(attribute)?.id

const NEW_BLOCK = 'AWS::EC2::VPCCidrBlock'
const ipv6Block = (seen: Seen, VpcId: string): readonly Part[] => {
  const [block, asked] = [filled(seen.get('ipv6_cidr_block')), seen.get('assign_generated_ipv6_cidr_block')]
  const pool = filled(seen.get('ipv6_ipam_pool_id'))
  if (block !== undefined) return [{ type: NEW_BLOCK, properties: { VpcId, Ipv6CidrBlock: block } }]
  if (pool !== undefined) return [{ type: NEW_BLOCK, properties: { VpcId, Ipv6IpamPoolId: pool } }]
  return asked === undefined || asked === false
    ? []
    : [{ type: NEW_BLOCK, properties: { VpcId, AmazonProvidedIpv6CidrBlock: asked } }]
}

/** Where nobody can tell which subnet is associated, each that is not may be. */
function openAssociations(seen: Seen): readonly Part[] {
  const why = (one: Seen) => ({ unknown: `the subnet of ${one.instance.address} is known only after the apply` })
  const [table] = seen
    .open('aws_route_table_association', 'subnet_id')
    .filter((one) => filled(one.get('gateway_id')) === undefined)
  const [acl] = seen.open('aws_network_acl_association', 'subnet_id')
  const hasTable = seen.naming('aws_route_table_association', 'subnet_id').length > 0
  const hasAcl = seen.naming('aws_network_acl_association', 'subnet_id').length > 0
  return [
    ...(table && !hasTable
      ? [{ type: 'AWS::EC2::SubnetRouteTableAssociation', properties: { SubnetId: seen.id, RouteTableId: why(table) } }]
      : []),
    ...(acl && !hasAcl
      ? [{ type: 'AWS::EC2::SubnetNetworkAclAssociation', properties: { SubnetId: seen.id, NetworkAclId: why(acl) } }]
      : []),
  ]
}

/** The id of what manages a thing that AWS has made with the VPC. */
const adopted = (vpc: Seen, type: string, attribute: string): string | undefined => vpc.naming(type, attribute)[0]?.id

/** VPCs, subnets, gateways and route tables. Source: AWS provider, resources of VPC, defaults as documented there. */
export const network: TerraformTypes = {
  aws_vpc: {
    type: 'AWS::EC2::VPC',
    same: 'cidr_block enable_dns_support enable_dns_hostnames ipv4_ipam_pool_id ipv4_netmask_length',
    parts: (seen) => ipv6Block(seen, seen.id),
    stated: (seen) => ({
      MainRouteTable:
        seen.naming('aws_main_route_table_association', 'vpc_id')[0]?.get('route_table_id') ??
        adopted(seen, 'aws_default_route_table', 'default_route_table_id') ??
        seen.given('main_route_table_id') ??
        seen.given('default_route_table_id'),
      DefaultSecurityGroup:
        adopted(seen, 'aws_default_security_group', 'vpc_id') ?? seen.given('default_security_group_id'),
      DefaultNetworkAcl:
        adopted(seen, 'aws_default_network_acl', 'default_network_acl_id') ?? seen.given('default_network_acl_id'),
    }),
    attributes: {
      cidr_block: 'CidrBlock',
      default_security_group_id: 'DefaultSecurityGroup',
      default_network_acl_id: 'DefaultNetworkAcl',
      default_route_table_id: 'ID.MainRouteTable',
      main_route_table_id: 'ID.MainRouteTable',
    },
    ignores: `instance_tenancy default_route_table_id main_route_table_id default_security_group_id default_network_acl_id dhcp_options_id
    enable_network_address_usage_metrics ipv6_association_id ipv6_cidr_block_network_border_group ipv6_netmask_length`,
  },
  aws_vpc_ipv4_cidr_block_association: plainType(NEW_BLOCK, 'vpc_id cidr_block ipv4_ipam_pool_id ipv4_netmask_length'),
  aws_vpc_ipv6_cidr_block_association: {
    type: null,
    parts: (seen) =>
      ipv6Block(seen, '').map((part) => ({ ...part, properties: { ...part.properties, VpcId: seen.get('vpc_id') } })),
    ignores: 'ipv6_netmask_length ipv6_address_attribute ip_source ipv6_pool',
  },
  aws_subnet: {
    type: 'AWS::EC2::Subnet',
    parts: openAssociations,
    same: 'vpc_id availability_zone ipv6_native enable_dns64 map_public_ip_on_launch assign_ipv6_address_on_creation',
    more: (seen) => ({
      CidrBlock: filled(seen.get('cidr_block')),
      Ipv6CidrBlock: filled(seen.get('ipv6_cidr_block')),
      // the name of the zone says as much
      AvailabilityZoneId: seen.given('availability_zone') === undefined ? seen.get('availability_zone_id') : undefined,
    }),
    attributes: { cidr_block: 'CidrBlock', availability_zone: 'AvailabilityZone', vpc_id: 'VpcId' },
    ignores: `availability_zone_id enable_lni_at_device_index map_customer_owned_ip_on_launch customer_owned_ipv4_pool outpost_arn
    private_dns_hostname_type_on_launch enable_resource_name_dns_a_record_on_launch enable_resource_name_dns_aaaa_record_on_launch
    ipv6_cidr_block_association_id`,
  },
  aws_internet_gateway: {
    type: 'AWS::EC2::InternetGateway',
    parts: (seen) => attachment(seen, 'InternetGatewayId'),
  },
  aws_internet_gateway_attachment: plainType('AWS::EC2::VPCGatewayAttachment', 'vpc_id internet_gateway_id'),
  aws_egress_only_internet_gateway: plainType('AWS::EC2::EgressOnlyInternetGateway', 'vpc_id'),
  aws_vpn_gateway: {
    type: 'AWS::EC2::VPNGateway',
    same: 'amazon_side_asn',
    more: () => ({ Type: 'ipsec.1' }),
    parts: (seen) => attachment(seen, 'VpnGatewayId'),
    ignores: 'availability_zone',
  },
  aws_vpn_gateway_attachment: plainType('AWS::EC2::VPCGatewayAttachment', 'vpc_id vpn_gateway_id'),
  aws_vpn_gateway_route_propagation: {
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
    same: 'vpn_gateway_id',
    more: (seen) => ({ RouteTableIds: [seen.get('route_table_id')] }),
  },
  aws_nat_gateway: {
    type: 'AWS::EC2::NatGateway',
    same: 'allocation_id subnet_id connectivity_type secondary_allocation_ids availability_mode vpc_id',
    more: (seen) => ({
      PrivateIpAddress: seen.given('private_ip'),
      SecondaryPrivateIpAddresses: seen.get('secondary_private_ip_addresses'),
      AvailabilityZoneAddresses: seen.blocks('availability_zone_address').map((one) => ({
        AvailabilityZone: one.availability_zone,
        AvailabilityZoneId: one.availability_zone_id,
        AllocationIds: one.allocation_ids,
      })),
    }),
    attributes: { route_table_id: 'RouteTableId' },
    ignores:
      'public_ip association_id network_interface_id auto_provision_zones auto_scaling_ips regional_nat_gateway_address regional_nat_gateway_auto_mode route_table_id secondary_private_ip_address_count',
  },
  aws_route_table: { type: 'AWS::EC2::RouteTable', same: 'vpc_id', parts: routesIn },
  aws_default_route_table: {
    type: 'AWS::EC2::RouteTable',
    more: (seen) => ({ VpcId: vpcOf(seen, 'default_route_table_id') }),
    parts: routesIn,
  },
  aws_route: {
    type: 'AWS::EC2::Route',
    same: 'route_table_id',
    authored: 'destination_cidr_block destination_ipv6_cidr_block',
    more: (seen) => ({
      ...destinationOf(seen),
      ...targetsOf((name) => (name === 'vpc_endpoint_id' ? endpointOf(seen) : filled(seen.get(name)))),
    }),
    ignores: 'origin state instance_id instance_owner_id',
  },
  aws_route_table_association: {
    type: (seen) =>
      filled(seen.get('gateway_id')) === undefined
        ? 'AWS::EC2::SubnetRouteTableAssociation'
        : 'AWS::EC2::GatewayRouteTableAssociation',
    same: 'route_table_id',
    more: (seen) => ({ SubnetId: filled(seen.get('subnet_id')), GatewayId: filled(seen.get('gateway_id')) }),
  },
  aws_main_route_table_association: adding('vpc_id', 'route_table_id original_route_table_id'),
  aws_vpc_dhcp_options: plainType(
    'AWS::EC2::DHCPOptions',
    'domain_name domain_name_servers ntp_servers netbios_name_servers netbios_node_type ipv6_address_preferred_lease_time',
  ),
  aws_vpc_dhcp_options_association: plainType('AWS::EC2::VPCDHCPOptionsAssociation', 'vpc_id dhcp_options_id'),
  // of AWS's own options only the tags can be changed
  aws_default_vpc_dhcp_options: plainType('AWS::EC2::DHCPOptions', 'domain_name_servers domain_name ntp_servers'),
  aws_ec2_managed_prefix_list: {
    type: 'AWS::EC2::PrefixList',
    same: 'address_family max_entries',
    renamed: { name: 'PrefixListName' },
    authored: 'entry',
    more: (seen) => {
      const inside = seen.get('entry')
      const beside = seen
        .naming('aws_ec2_managed_prefix_list_entry', 'prefix_list_id')
        .map((one) => ({ Cidr: one.get('cidr'), Description: filled(one.get('description')) }))
      // what has its entries beside it has none in it
      if (isUnknown(inside)) return { Entries: beside.length > 0 ? unique(beside) : inside }
      return {
        Entries: unique([
          ...seen.blocks('entry').map(({ cidr, description }) => ({ Cidr: cidr, Description: filled(description) })),
          ...beside,
        ]),
      }
    },
    ignores: 'version',
  },
  aws_ec2_managed_prefix_list_entry: adding('prefix_list_id', 'cidr description'),
  aws_vpc_block_public_access_options: plainType(
    'AWS::EC2::VPCBlockPublicAccessOptions',
    'internet_gateway_block_mode',
  ),
  aws_vpc_block_public_access_exclusion: plainType(
    'AWS::EC2::VPCBlockPublicAccessExclusion',
    'internet_gateway_exclusion_mode vpc_id subnet_id',
  ),
}

const attachment = (seen: Seen, name: string): readonly Part[] => {
  const VpcId = seen.get('vpc_id')
  return VpcId === undefined || VpcId === ''
    ? []
    : [{ type: 'AWS::EC2::VPCGatewayAttachment', properties: { VpcId, [name]: seen.id } }]
}
