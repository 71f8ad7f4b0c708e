import { idOf, listed, type Settings } from '../aws/value.ts'
import type { PartNameOf, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, blocks, type Printer } from './asked.ts'
import { made, none, snaked, tagged } from './made.ts'
import { share } from './share.ts'
import { takesOver } from './takesOver.ts'

/** Whether the VPC itself asks for its first IPv6 block: the provider takes that for the VPC's own in any case. */
const asksForIp6 = (stack: StackPlan, vpc: string): boolean =>
  stack.parts.some((part) => part.name === 'vpc-ipv6' && part.vpc === vpc && part.number === 0)

const propagationsOf = (stack: StackPlan, table: string): readonly PartOf<'route-propagation'>[] =>
  stack.parts.filter(
    (part): part is PartOf<'route-propagation'> => part.name === 'route-propagation' && part.table === table,
  )

/** Whether it stands in place of the main table or default ACL of a VPC that may exist, whose own is left alone. */
const isReplaced = (stack: StackPlan, key: string): boolean => {
  const part = stack.byKey.get(key)
  return (part?.name === 'route-table' || part?.name === 'network-acl') && !takesOver(stack, part.vpc)
}

const isMain = (stack: StackPlan, table: string): boolean => {
  const part = stack.byKey.get(table)
  return part?.name === 'route-table' && part.isMain && part.ofNat === null && takesOver(stack, part.vpc)
}

type Named = PartNameOf<
  | 'vpc'
  | 'subnet'
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'nat-gateway'
  | 'regional-nat-gateway'
  | 'elastic-ip'
  | 'route-table'
  | 'prefix-list'
>

/** How the provider spells VPCs, subnets, gateways and routes. */
export const network: { readonly [N in Named]: Printer<N> } = {
  'dhcp-options': tagged('aws_vpc_dhcp_options', ({ DhcpConfigurations: [servers] }) => ({
    domain_name_servers: servers!.Values,
  })),
  vpc: tagged('aws_vpc', (settings, part, stack) => ({
    ...snaked(settings),
    assign_generated_ipv6_cidr_block: asksForIp6(stack, part.key) || undefined,
  })),
  'vpc-cidr': made('aws_vpc_ipv4_cidr_block_association'),
  'vpc-ipv6': (part, settings, stack) =>
    part.number === 0
      ? []
      : made<'vpc-ipv6'>('aws_vpc_ipv6_cidr_block_association', ({ VpcId }) => ({
          vpc_id: VpcId,
          assign_generated_ipv6_cidr_block: true,
        }))(part, settings, stack),
  'dhcp-association': made('aws_vpc_dhcp_options_association'),
  'default-group': none, // an attribute of the VPC
  subnet: tagged('aws_subnet'),
  'subnet-share': share,
  // What names no table takes the main one, which is AWS's own
  'subnet-route-table': (part, settings, stack) =>
    part.isMain && !isReplaced(stack, part.table)
      ? []
      : made<'subnet-route-table'>('aws_route_table_association')(part, settings, stack),
  'subnet-network-acl': (part, settings, stack) =>
    part.isDefault && !isReplaced(stack, part.acl)
      ? []
      : made<'subnet-network-acl'>('aws_network_acl_association')(part, settings, stack),
  'internet-gateway': tagged('aws_internet_gateway'),
  'gateway-attachment': made('aws_internet_gateway_attachment'),
  'egress-only-gateway': tagged('aws_egress_only_internet_gateway'),
  'nat-address': tagged('aws_eip'),
  'nat-gateway': tagged('aws_nat_gateway', ({ PrivateIpAddress, ...settings }) => ({
    ...snaked(settings),
    private_ip: PrivateIpAddress,
  })),
  'regional-nat-address': tagged('aws_eip'),
  'regional-nat-gateway': tagged('aws_nat_gateway', ({ AvailabilityZoneAddresses, ...settings }) => ({
    ...snaked(settings),
    availability_zone_address: blocks(AvailabilityZoneAddresses?.map(snaked)),
  })),
  'elastic-address': tagged('aws_eip'),
  'elastic-association': made('aws_eip_association'),
  'route-table': (part, settings, stack) => {
    if (part.ofNat !== null) return []
    if (!isMain(stack, part.key)) return tagged<'route-table'>('aws_route_table')(part, settings, stack)
    const propagating = propagationsOf(stack, part.key)
    const asked = tagged<'route-table'>('aws_default_route_table', () => ({
      default_route_table_id: attributeOf(part.vpc, 'default_route_table_id'),
      // It takes away what is propagated and not said here
      propagating_vgws: listed(propagating.map(({ gateway }) => idOf(gateway))),
    }))(part, settings, stack)
    return asked.map((one) => ({
      ...one,
      after: propagating.flatMap(({ needs }) => needs).filter((key) => key !== part.key),
    }))
  },
  route: (part, settings, stack) =>
    part.replacesLocal
      ? []
      : made<'route'>('aws_route', ({ EgressOnlyInternetGatewayId, InstanceId, ...others }) => ({
          ...snaked(others),
          egress_only_gateway_id: EgressOnlyInternetGatewayId,
          ...(InstanceId !== undefined && { network_interface_id: { known: 'interface', of: part.target } }),
        }))(part, settings, stack),
  'edge-association': made('aws_route_table_association'),
  'route-propagation': (part, settings, stack) =>
    isMain(stack, part.table)
      ? []
      : made<'route-propagation'>('aws_vpn_gateway_route_propagation', ({ RouteTableId, GatewayId }) => ({
          route_table_id: RouteTableId,
          vpn_gateway_id: GatewayId,
        }))(part, settings, stack),
  'prefix-list': tagged('aws_ec2_managed_prefix_list', ({ PrefixListName, Entries, ...settings }) => ({
    name: PrefixListName,
    ...snaked(settings),
    entry: blocks(
      Entries?.map(({ Cidr, Description }): Settings => ({ Cidr, Description: Description || undefined })).map(snaked),
    ),
  })),
}
