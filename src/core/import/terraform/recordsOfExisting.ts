import { type Bag, bag, bags, textIn } from './bag.ts'
import { isOfNetwork } from './isOfNetwork.ts'
import type { Instance } from './terraformRoot.ts'
import { TERRAFORM_TYPES } from './terraformTypes.ts'

/** A record of AWS's under the key of its list. */
type Said = readonly [key: string, record: object]

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
const said = (value: unknown): string | undefined => textIn(value) || undefined

const tagsOf = ({ tags }: Bag): readonly object[] =>
  Object.entries(bag(tags)).flatMap(([Key, Value]) => (typeof Value === 'string' ? [{ Key, Value }] : []))

const associated = (value: unknown) => ({ State: said(value) ?? 'associated' })
const ipv6Blocks = ({ ipv6_cidr_block }: Bag): readonly object[] =>
  said(ipv6_cidr_block) ? [{ Ipv6CidrBlock: ipv6_cidr_block, Ipv6CidrBlockState: associated(undefined) }] : []
const groupsIn = (value: unknown): readonly object[] => texts(value).map((GroupId) => ({ GroupId }))

const route = (one: Bag): object => ({
  DestinationCidrBlock: said(one.cidr_block),
  DestinationIpv6CidrBlock: said(one.ipv6_cidr_block),
  DestinationPrefixListId: said(one.destination_prefix_list_id),
  GatewayId: said(one.gateway_id) ?? said(one.vpc_endpoint_id),
  NatGatewayId: said(one.nat_gateway_id),
  TransitGatewayId: said(one.transit_gateway_id),
  VpcPeeringConnectionId: said(one.vpc_peering_connection_id),
  EgressOnlyInternetGatewayId: said(one.egress_only_gateway_id),
  NetworkInterfaceId: said(one.network_interface_id),
  InstanceId: said(one.instance_id),
  LocalGatewayId: said(one.local_gateway_id),
  CarrierGatewayId: said(one.carrier_gateway_id),
  CoreNetworkArn: said(one.core_network_arn),
  State: 'active',
})

const names = (side: unknown) => ({
  AllowDnsResolutionFromRemoteVpc: ['true', true].includes(
    bag(side).allow_remote_vpc_dns_resolution as string | boolean,
  ),
})

const balancer = (one: Bag): readonly Said[] => [
  [
    'LoadBalancers',
    {
      LoadBalancerArn: one.arn,
      LoadBalancerName: said(one.name),
      VpcId: said(one.vpc_id),
      Type: said(one.load_balancer_type),
      Scheme: one.internal === true ? 'internal' : 'internet-facing',
      State: { Code: 'active' },
      DNSName: said(one.dns_name),
      IpAddressType: said(one.ip_address_type),
      SecurityGroups: texts(one.security_groups),
      AvailabilityZones: texts(one.subnets).map((SubnetId) => ({ SubnetId })),
    },
  ],
]

/** What a data source says of what exists already, as AWS's own lists have it. What it does not say stays unknown. Source: AWS provider, data sources. */
const EXISTING: Readonly<Record<string, (values: Bag) => readonly Said[]>> = {
  aws_vpc: (one) => [
    [
      'Vpcs',
      {
        VpcId: one.id,
        OwnerId: said(one.owner_id),
        CidrBlock: one.cidr_block,
        CidrBlockAssociationSet: bags(one.cidr_block_associations).map((block) => ({
          CidrBlock: block.cidr_block,
          CidrBlockState: associated(block.state),
        })),
        Ipv6CidrBlockAssociationSet: ipv6Blocks(one),
        DhcpOptionsId: said(one.dhcp_options_id),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_subnet: (one) => [
    [
      'Subnets',
      {
        SubnetId: one.id,
        VpcId: one.vpc_id,
        OwnerId: said(one.owner_id),
        CidrBlock: said(one.cidr_block),
        Ipv6Native: one.ipv6_native,
        AvailabilityZone: said(one.availability_zone),
        AvailabilityZoneId: said(one.availability_zone_id),
        MapPublicIpOnLaunch: one.map_public_ip_on_launch,
        EnableDns64: one.enable_dns64,
        Ipv6CidrBlockAssociationSet: ipv6Blocks(one),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_route_table: (one) => [
    [
      'RouteTables',
      {
        RouteTableId: said(one.route_table_id) ?? one.id,
        VpcId: one.vpc_id,
        Routes: bags(one.routes).map(route),
        Associations: bags(one.associations).map((each) => ({
          Main: each.main === true,
          SubnetId: said(each.subnet_id),
          GatewayId: said(each.gateway_id),
        })),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_internet_gateway: (one) => [
    [
      'InternetGateways',
      {
        InternetGatewayId: said(one.internet_gateway_id) ?? one.id,
        Attachments: bags(one.attachments).map((each) => ({
          State: said(each.state) ?? 'available',
          VpcId: each.vpc_id,
        })),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_nat_gateway: (one) => [
    [
      'NatGateways',
      {
        NatGatewayId: one.id,
        State: said(one.state) ?? 'available',
        SubnetId: said(one.subnet_id),
        VpcId: said(one.vpc_id),
        ConnectivityType: said(one.connectivity_type),
        NatGatewayAddresses: [{ IsPrimary: true, PrivateIp: said(one.private_ip), PublicIp: said(one.public_ip) }],
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_eip: (one) => [
    [
      'Addresses',
      {
        AllocationId: one.id,
        PublicIp: said(one.public_ip),
        NetworkInterfaceId: said(one.network_interface_id),
        PrivateIpAddress: said(one.private_ip),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_vpc_dhcp_options: (one) => [
    [
      'DhcpOptions',
      {
        DhcpOptionsId: said(one.dhcp_options_id) ?? one.id,
        DhcpConfigurations: [
          { Key: 'domain-name-servers', Values: texts(one.domain_name_servers).map((Value) => ({ Value })) },
        ],
      },
    ],
  ],
  aws_vpc_endpoint: (one) => [
    [
      'VpcEndpoints',
      {
        VpcEndpointId: one.id,
        VpcId: one.vpc_id,
        VpcEndpointType: said(one.vpc_endpoint_type),
        ServiceName: said(one.service_name),
        ServiceRegion: said(one.service_region),
        State: said(one.state),
        SubnetIds: texts(one.subnet_ids),
        RouteTableIds: texts(one.route_table_ids),
        Groups: groupsIn(one.security_group_ids),
        PrivateDnsEnabled: one.private_dns_enabled,
        PolicyDocument: said(one.policy),
        DnsOptions: {
          DnsRecordIpType: said(bags(one.dns_options)[0]?.dns_record_ip_type),
          PrivateDnsOnlyForInboundResolverEndpoint: bags(one.dns_options)[0]
            ?.private_dns_only_for_inbound_resolver_endpoint,
        },
        DnsEntries: bags(one.dns_entry).map((each) => ({ DnsName: said(each.dns_name) })),
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_vpc_peering_connection: (one) => [
    [
      'VpcPeeringConnections',
      {
        VpcPeeringConnectionId: one.id,
        Status: { Code: said(one.status) },
        RequesterVpcInfo: {
          VpcId: said(one.vpc_id),
          OwnerId: said(one.owner_id),
          PeeringOptions: names(one.requester),
        },
        AccepterVpcInfo: {
          VpcId: said(one.peer_vpc_id),
          OwnerId: said(one.peer_owner_id),
          PeeringOptions: names(one.accepter),
        },
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_ec2_transit_gateway: (one) => [
    [
      'TransitGateways',
      {
        TransitGatewayId: one.id,
        TransitGatewayArn: said(one.arn),
        OwnerId: said(one.owner_id),
        State: 'available',
        Options: {
          DnsSupport: said(one.dns_support),
          SecurityGroupReferencingSupport: said(one.security_group_referencing_support),
        },
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_ec2_transit_gateway_vpc_attachment: (one) => [
    [
      'TransitGatewayVpcAttachments',
      {
        TransitGatewayAttachmentId: one.id,
        TransitGatewayId: one.transit_gateway_id,
        VpcId: one.vpc_id,
        SubnetIds: texts(one.subnet_ids),
        State: 'available',
        Options: {
          DnsSupport: said(one.dns_support),
          Ipv6Support: said(one.ipv6_support),
          ApplianceModeSupport: said(one.appliance_mode_support),
        },
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_ec2_transit_gateway_route_table: (one) => [
    [
      'TransitGatewayRouteTables',
      {
        TransitGatewayRouteTableId: one.id,
        TransitGatewayId: one.transit_gateway_id,
        State: 'available',
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_ec2_managed_prefix_list: (one) => {
    const list: Said = [
      'ManagedPrefixLists',
      { PrefixListId: one.id, PrefixListName: one.name, OwnerId: said(one.owner_id), Tags: tagsOf(one) },
    ]
    const Entries = bags(one.entries).map(({ cidr, description }) => ({ Cidr: cidr, Description: said(description) }))
    // AWS's own lists are never empty
    if (Entries.length === 0 && one.owner_id === 'AWS') return [list]
    return [list, ['ManagedPrefixListEntries', { PrefixListId: one.id, Entries }]]
  },
  aws_prefix_list: (one) => {
    const Cidrs = texts(one.cidr_blocks)
    return Cidrs.length === 0
      ? [['ManagedPrefixLists', { PrefixListId: one.id, PrefixListName: one.name, OwnerId: 'AWS' }]]
      : [['PrefixLists', { PrefixListId: one.id, PrefixListName: one.name, Cidrs }]]
  },
  aws_route53_zone: (one) => [
    [
      'HostedZones',
      { Id: said(one.zone_id) ?? one.id, Name: one.name, Config: { PrivateZone: one.private_zone === true } },
    ],
  ],
  aws_customer_gateway: (one) => [
    [
      'CustomerGateways',
      {
        CustomerGatewayId: one.id,
        State: 'available',
        IpAddress: said(one.ip_address),
        BgpAsn: one.bgp_asn,
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_vpn_gateway: (one) => [
    [
      'VpnGateways',
      {
        VpnGatewayId: one.id,
        State: said(one.state) ?? 'available',
        VpcAttachments: said(one.attached_vpc_id) ? [{ State: 'attached', VpcId: one.attached_vpc_id }] : [],
        Tags: tagsOf(one),
      },
    ],
  ],
  aws_instance: (one) => [
    [
      'Reservations',
      {
        ReservationId: one.id,
        Instances: [
          {
            InstanceId: one.id,
            State: { Name: said(one.instance_state) ?? 'running' },
            NetworkInterfaces: [
              {
                NetworkInterfaceId: said(one.network_interface_id) ?? `${textIn(one.id)}.eni0`,
                SubnetId: said(one.subnet_id),
                Groups: groupsIn(one.vpc_security_group_ids),
                PrivateIpAddress: said(one.private_ip),
                Association: said(one.public_ip) ? { PublicIp: one.public_ip } : undefined,
                Ipv6Addresses: texts(one.ipv6_addresses).map((Ipv6Address) => ({ Ipv6Address })),
                SourceDestCheck: one.source_dest_check,
                Attachment: { DeviceIndex: 0 },
              },
            ],
            Tags: tagsOf(one),
          },
        ],
      },
    ],
  ],
  aws_network_interface: (one) => [
    [
      'NetworkInterfaces',
      {
        NetworkInterfaceId: one.id,
        SubnetId: said(one.subnet_id),
        VpcId: said(one.vpc_id),
        OwnerId: said(one.owner_id),
        Description: said(one.description),
        InterfaceType: said(one.interface_type),
        RequesterManaged: said(one.requester_id) !== undefined,
        Groups: groupsIn(one.security_groups),
        PrivateIpAddress: said(one.private_ip),
        Attachment: bags(one.attachment).map((each) => ({
          InstanceId: said(each.instance_id),
          DeviceIndex: each.device_index,
        }))[0],
        Association: bags(one.association).map((each) => ({ PublicIp: said(each.public_ip) }))[0],
        TagSet: tagsOf(one),
      },
    ],
  ],
  aws_lb: balancer,
  aws_alb: balancer,
  aws_availability_zone: (one) =>
    said(one.zone_id) && said(one.name) ? [['AvailabilityZones', { ZoneName: one.name, ZoneId: one.zone_id }]] : [],
  aws_availability_zones: (one) => {
    const ids = texts(one.zone_ids)
    const zones = texts(one.names)
    return ids.length === zones.length
      ? zones.map((ZoneName, index): Said => ['AvailabilityZones', { ZoneName, ZoneId: ids[index] }])
      : []
  },
}

/** Data sources of what is read elsewhere, or of the network by its name alone, and describe nothing that a packet meets. */
const ASIDE = /^aws_(?:s3_|dynamodb_|vpc_endpoint_service$|e?lb_hosted_zone_id$|route53_traffic_policy_document$)/
/** Those that find ids, and say no more of what has them. Source: AWS provider, data sources in the plural. */
const LISTS = new Set(
  `aws_vpcs aws_subnets aws_subnet_ids aws_route_tables aws_security_groups aws_network_acls aws_network_interfaces aws_instances aws_nat_gateways aws_eips
  aws_vpc_peering_connections aws_ec2_managed_prefix_lists aws_ec2_transit_gateway_attachments aws_ec2_transit_gateway_vpc_attachments
  aws_ec2_transit_gateway_peering_attachments aws_ec2_transit_gateway_route_tables aws_route53_zones aws_route53_resolver_rules aws_lbs aws_db_instances
  aws_rds_clusters aws_eks_clusters aws_autoscaling_groups`.split(/\s+/),
)

/** The records that a data source comes to; null where it may describe something of the network, and nothing here reads it. */
export function recordsOfExisting({ type, values }: Instance): readonly Said[] | null {
  const read = Object.hasOwn(EXISTING, type) ? EXISTING[type] : undefined
  if (read) return read(values)
  if (ASIDE.test(type) || LISTS.has(type)) return []
  return isOfNetwork(type) || Object.hasOwn(TERRAFORM_TYPES, type) ? null : []
}
