import { hexOf } from '../../src/core/base/hash.ts'
import type { StackPlan } from '../../src/core/export/plan/planExport.ts'

/** How AWS begins the ids of what a type makes; what is not here is called by its ARN or its name. */
const PREFIXES: Readonly<Record<string, string>> = {
  aws_vpc: 'vpc',
  aws_subnet: 'subnet',
  aws_route_table: 'rtb',
  aws_default_route_table: 'rtb',
  aws_security_group: 'sg',
  aws_default_security_group: 'sg',
  aws_network_acl: 'acl',
  aws_default_network_acl: 'acl',
  aws_internet_gateway: 'igw',
  aws_egress_only_internet_gateway: 'eigw',
  aws_nat_gateway: 'nat',
  aws_eip: 'eipalloc',
  aws_network_interface: 'eni',
  aws_instance: 'i',
  aws_vpc_endpoint: 'vpce',
  aws_vpc_endpoint_service: 'vpce-svc',
  aws_vpc_peering_connection: 'pcx',
  aws_ec2_transit_gateway: 'tgw',
  aws_ec2_transit_gateway_vpc_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_peering_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_route_table: 'tgw-rtb',
  aws_ec2_managed_prefix_list: 'pl',
  aws_vpc_dhcp_options: 'dopt',
  aws_vpn_gateway: 'vgw',
  aws_vpn_connection: 'vpn',
  aws_customer_gateway: 'cgw',
  aws_route53_resolver_endpoint: 'rslvr-out',
  aws_route53_resolver_rule: 'rslvr-rr',
  aws_route53_resolver_firewall_rule_group: 'rslvr-frg',
  aws_route53_resolver_firewall_domain_list: 'rslvr-fdl',
}
/** Types whose id is an ARN. */
const BY_ARN = /^aws_(?:lb|alb|networkfirewall|ram|ecs_task|iam_policy)/

type Bag = Record<string, unknown>

/** What a module's applied resources would say: ids and names that AWS gives. */
export function givenBy(stack: StackPlan, address: string, values: Bag): Bag {
  const [type = '', name = ''] = address.split('.')
  const own = hexOf(`${stack.accountId} ${stack.regionCode} ${address}`, 17)
  const prefix = PREFIXES[type]
  const arn = `arn:aws:${type.replace(/^aws_/, '').split('_')[0]}:${stack.regionCode}:${stack.accountId}:${name}/${own}`
  const id =
    type === 'aws_route53_zone'
      ? `Z${own.toUpperCase().slice(0, 16)}`
      : prefix !== undefined
        ? `${prefix}-${own}`
        : BY_ARN.test(type)
          ? arn
          : type.startsWith('aws_vpclattice')
            ? `sn-${own}`
            : name
  const common: Bag = { id, arn, region: stack.regionCode }
  switch (type) {
    case 'aws_vpc':
      return {
        ...common,
        owner_id: stack.accountId,
        default_security_group_id: `sg-0${own.slice(1)}`,
        default_route_table_id: `rtb-0${own.slice(1)}`,
        main_route_table_id: `rtb-0${own.slice(1)}`,
        default_network_acl_id: `acl-0${own.slice(1)}`,
        ...(values.assign_generated_ipv6_cidr_block === true && {
          ipv6_cidr_block: `2600:1f18:${own.slice(0, 4)}:${own.slice(4, 6)}00::/56`,
        }),
      }
    case 'aws_vpc_ipv6_cidr_block_association':
      return { ...common, ipv6_cidr_block: `2600:1f18:${own.slice(0, 4)}:${own.slice(4, 6)}00::/56` }
    case 'aws_route53_zone':
      return { ...common, zone_id: id, name_servers: [] }
    case 'aws_eip':
      return { ...common, allocation_id: id }
    case 'aws_lb':
      return {
        ...common,
        dns_name: `${name.replaceAll('_', '-')}-${own.slice(0, 8)}.elb.${stack.regionCode}.amazonaws.com`,
        zone_id: 'Z1',
      }
    case 'aws_vpc_endpoint':
      return {
        ...common,
        state: undefined,
        dns_entry: [
          { dns_name: `${id}-${own.slice(0, 8)}.example.${stack.regionCode}.vpce.amazonaws.com`, hosted_zone_id: 'Z2' },
        ],
      }
    case 'aws_vpc_endpoint_service':
      return { ...common, service_name: `com.amazonaws.vpce.${stack.regionCode}.${id}` }
    case 'aws_vpn_connection':
      return { ...common, transit_gateway_attachment_id: `tgw-attach-${own}` }
    case 'aws_default_security_group':
    case 'aws_default_route_table':
    case 'aws_default_network_acl':
      return common
    case 'aws_instance':
      return { ...common, primary_network_interface_id: `eni-${own}` }
    case 'aws_networkfirewall_firewall':
      return common
    default:
      return common
  }
}
