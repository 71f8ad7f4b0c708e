import { isUnknown } from '../../cloudformation/isUnknown.ts'
import { policyIn } from './policyIn.ts'
import type { Block, Given, Loose, Seen, TerraformTypes } from './terraformType.ts'
import { adding, readElsewhere } from './terraformType.ts'
import { filled, listed } from './values.ts'

/** A list, with what stands beside its resource; one that is not known stays so. */
export function joined(own: Block[string], others: readonly Block[string][]): Loose {
  if (isUnknown(own)) return own
  const all = [...listed(own), ...others.filter((one) => one !== undefined)]
  const seen = new Set<string>()
  return all.filter((one) => {
    const name = JSON.stringify(one)
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

/** Groups of an endpoint: an association adds to them, or takes the place of the VPC's default one. Source: AWS provider, aws_vpc_endpoint_security_group_association. */
function groupsOf(seen: Seen): Loose {
  const beside = seen.naming('aws_vpc_endpoint_security_group_association', 'vpc_endpoint_id')
  const own = seen.get('security_group_ids')
  const isDefaultKept =
    listed(own).length === 0 &&
    beside.length > 0 &&
    !beside.some((one) => one.get('replace_default_association') === true)
  const usual = isDefaultKept ? (seen.named('vpc_id')?.get('default_security_group_id') ?? defaultOf(seen)) : undefined
  return joined(own, [usual, ...beside.map((one) => one.get('security_group_id'))])
}
const defaultOf = (seen: Seen): Block[string] => {
  const vpc = seen.named('vpc_id')
  return vpc
    ? `${vpc.id}.DefaultSecurityGroup`
    : { unknown: `the default group of the VPC of ${seen.instance.address}` }
}

const choice = (value: Block[string]): Block[string] =>
  typeof value === 'boolean' ? (value ? 'OnlyInboundResolver' : 'AllResolvers') : value

/** An endpoint: a gateway one without private names unless said. Source: AWS provider, aws_vpc_endpoint. */
function endpoint(seen: Seen): Given {
  const dns = seen.block('dns_options')
  const [alone] = seen.naming('aws_vpc_endpoint_private_dns', 'vpc_endpoint_id')
  const [policy] = seen.naming('aws_vpc_endpoint_policy', 'vpc_endpoint_id')
  return {
    VpcId: seen.get('vpc_id'),
    VpcEndpointType: seen.get('vpc_endpoint_type') ?? 'Gateway',
    ServiceName: filled(seen.get('service_name')),
    ServiceRegion: filled(seen.get('service_region')),
    SubnetIds: joined(seen.get('subnet_ids'), [
      ...seen.naming('aws_vpc_endpoint_subnet_association', 'vpc_endpoint_id').map((one) => one.get('subnet_id')),
    ]),
    SecurityGroupIds: groupsOf(seen),
    RouteTableIds: joined(
      seen.get('route_table_ids'),
      seen
        .naming('aws_vpc_endpoint_route_table_association', 'vpc_endpoint_id')
        .map((one) => one.get('route_table_id')),
    ),
    PrivateDnsEnabled: alone ? alone.get('private_dns_enabled') : (seen.get('private_dns_enabled') ?? false),
    PolicyDocument: policyIn(policy ?? seen, 'policy'),
    IpAddressType: filled(seen.get('ip_address_type')),
    DnsOptions: {
      DnsRecordIpType: filled(dns.dns_record_ip_type),
      PrivateDnsOnlyForInboundResolverEndpoint: choice(dns.private_dns_only_for_inbound_resolver_endpoint ?? false),
      PrivateDnsPreference: filled(dns.private_dns_preference),
      PrivateDnsSpecifiedDomains: dns.private_dns_specified_domains,
    },
    ResourceConfigurationArn: filled(seen.get('resource_configuration_arn')),
    ServiceNetworkArn: filled(seen.get('service_network_arn')),
  }
}

/** A state says how far the connection is; before it is made, what accepts it does. */
function stateOf(seen: Seen): Block[string] {
  const said = seen.given('state')
  if (typeof said === 'string' && said !== '') return said
  const isAccepted =
    seen.get('auto_accept') === true ||
    seen.naming('aws_vpc_endpoint_connection_accepter', 'vpc_endpoint_id').length > 0
  return isAccepted ? 'available' : undefined
}

/** Endpoints and endpoint services. Source: AWS provider, aws_vpc_endpoint and what belongs to it. */
export const endpoints: TerraformTypes = {
  aws_vpc_endpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    more: endpoint,
    stated: (seen) => ({ State: stateOf(seen), DnsNames: seen.blocks('dns_entry').map((one) => one.dns_name) }),
    attributes: {
      dns_entry: 'DnsEntries',
      'dns_entry[0].dns_name': 'DnsName',
      network_interface_ids: 'NetworkInterfaceIds',
      prefix_list_id: 'service',
    },
    ignores: 'dns_entry network_interface_ids prefix_list_id cidr_blocks requester_managed subnet_configuration',
  },
  aws_vpc_endpoint_subnet_association: adding('vpc_endpoint_id', 'subnet_id'),
  aws_vpc_endpoint_security_group_association: adding(
    'vpc_endpoint_id',
    'security_group_id replace_default_association',
  ),
  aws_vpc_endpoint_route_table_association: adding('vpc_endpoint_id', 'route_table_id'),
  aws_vpc_endpoint_private_dns: adding('vpc_endpoint_id', 'private_dns_enabled', 'vpc_endpoint_id'),
  aws_vpc_endpoint_policy: adding('vpc_endpoint_id', 'policy', 'vpc_endpoint_id'),
  aws_vpc_endpoint_connection_accepter: adding('vpc_endpoint_id', 'vpc_endpoint_service_id vpc_endpoint_state'),
  aws_vpc_endpoint_service: {
    type: 'AWS::EC2::VPCEndpointService',
    same: 'acceptance_required supported_ip_address_types supported_regions',
    renamed: {
      network_load_balancer_arns: 'NetworkLoadBalancerArns',
      gateway_load_balancer_arns: 'GatewayLoadBalancerArns',
    },
    stated: (seen) => {
      const [configuration] = seen.blocks('private_dns_name_configuration')
      return {
        PrivateDnsName: filled(seen.get('private_dns_name')),
        PrivateDnsNameConfiguration: configuration && {
          State: configuration.state,
          Type: configuration.type,
          Name: configuration.name,
          Value: configuration.value,
        },
      }
    },
    parts: (seen) => [
      {
        type: 'AWS::EC2::VPCEndpointServicePermissions',
        properties: {
          ServiceId: seen.id,
          AllowedPrincipals: joined(
            seen.get('allowed_principals'),
            seen
              .naming('aws_vpc_endpoint_service_allowed_principal', 'vpc_endpoint_service_id')
              .map((one) => one.get('principal_arn')),
          ),
        },
      },
    ],
    attributes: { service_name: 'service name' },
    ignores:
      'service_name service_type availability_zones base_endpoint_dns_names manages_vpc_endpoints private_dns_name_configuration state',
  },
  aws_vpc_endpoint_service_allowed_principal: adding('vpc_endpoint_service_id', 'principal_arn'),
  aws_vpc_endpoint_service_private_dns_verification: readElsewhere('service_id wait_for_verification'),
  aws_vpc_endpoint_connection_notification: {
    type: 'AWS::EC2::VPCEndpointConnectionNotification',
    same: 'connection_notification_arn connection_events',
    renamed: { vpc_endpoint_service_id: 'ServiceId', vpc_endpoint_id: 'VPCEndpointId' },
    ignores: 'notification_type state',
  },
  aws_api_gateway_rest_api: {
    type: 'AWS::ApiGateway::RestApi',
    same: 'name disable_execute_api_endpoint',
    more: (seen) => {
      const [policy] = seen.naming('aws_api_gateway_rest_api_policy', 'rest_api_id')
      const configuration = seen.block('endpoint_configuration')
      return {
        EndpointConfiguration: { Types: configuration.types, VpcEndpointIds: configuration.vpc_endpoint_ids },
        Policy: policyIn(policy ?? seen, 'policy'),
      }
    },
    ignores: `body description api_key_source binary_media_types minimum_compression_size fail_on_warnings parameters put_rest_api_mode created_date execution_arn
    root_resource_id`,
  },
  aws_api_gateway_rest_api_policy: adding('rest_api_id', 'policy'),
}
