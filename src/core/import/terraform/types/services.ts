import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import { isFields } from '../../fields.ts'
import { pascal } from '../pascal.ts'
import { blocksIn } from './balancers.ts'
import { bucketOf, bucketParts, bucketPolicy, tableOf } from './guarded.ts'
import type { Block, Given, Loose, Seen, TerraformTypes } from './terraformType.ts'
import { plainType } from './terraformType.ts'
import { filled } from './values.ts'

/** Blocks of which there is one at most, by their name: an object in CloudFormation. Source: AWS provider, aws_networkfirewall_rule_group and _firewall_policy. */
const ONE = new Set(
  `rule_group rules_source rules_source_list stateless_rules_and_custom_actions rule_definition match_attributes header rule_variables stateful_rule_options
  reference_sets firewall_policy stateful_engine_options action_definition publish_metric_action ip_set port_set ip_set_reference flow_timeouts override policy_variables`.split(
    /\s+/,
  ),
)
/** Blocks that CloudFormation keeps under another name. */
const OTHER: Readonly<Record<string, string>> = {
  stateful_rule: 'StatefulRules',
  stateless_rule: 'StatelessRules',
  custom_action: 'CustomActions',
  source: 'Sources',
  destination: 'Destinations',
  source_port: 'SourcePorts',
  destination_port: 'DestinationPorts',
  protocols: 'Protocols',
  tcp_flag: 'TCPFlags',
  rule_option: 'RuleOptions',
  dimension: 'Dimensions',
  ip_sets: 'IPSets',
  ip_set: 'IPSet',
  port_sets: 'PortSets',
  port_set: 'PortSet',
  ip_set_references: 'IPSetReferences',
  sid: 'SID',
  stateful_rule_group_reference: 'StatefulRuleGroupReferences',
  stateless_rule_group_reference: 'StatelessRuleGroupReferences',
  stateless_custom_action: 'StatelessCustomActions',
  tls_inspection_configuration_arn: 'TLSInspectionConfigurationArn',
}

/** Blocks of Network Firewall as CloudFormation nests them. */
function nested(value: Block[string], name = ''): Loose {
  if (isUnknown(value)) return value
  if (Array.isArray(value)) {
    const list = value as readonly Evaluated[]
    if (ONE.has(name)) return list[0] === undefined ? undefined : nested(list[0])
    // sets of addresses and ports are listed with their names
    if (name === 'ip_sets' || name === 'port_sets') return keyedSets(list, name === 'ip_sets' ? 'ip_set' : 'port_set')
    if (name === 'source' || name === 'destination')
      return list.map((one) => (isFields(one) ? { AddressDefinition: (one as Block).address_definition } : one))
    return list.map((one) => nested(one))
  }
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value as Block).flatMap(([key, part]) =>
      isNothing(part) ? [] : [[OTHER[key] ?? pascal(key), nested(part, key)]],
    ),
  )
}
const isNothing = (value: Block[string]): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const keyedSets = (list: readonly Evaluated[], inner: string): Given =>
  Object.fromEntries(
    blocksIn(list as Evaluated).flatMap((one) =>
      typeof one.key === 'string' ? [[one.key, nested(one[inner], inner)] as const] : [],
    ),
  )

/** Subnet -> the endpoint of a firewall in it, where it exists. */
const endpointsOf = (seen: Seen): Given =>
  Object.fromEntries(
    seen
      .blocks('firewall_status')
      .flatMap((one) => blocksIn(one.sync_states))
      .flatMap((one) => blocksIn(one.attachment))
      .flatMap(({ subnet_id, endpoint_id }) =>
        typeof subnet_id === 'string' ? [[subnet_id, endpoint_id] as const] : [],
      ),
  )

/** What a bucket keeps, and how: whether it is reached is all that is asked. */
const BUCKET = `bucket_prefix acceleration_status acl bucket_domain_name bucket_namespace bucket_region bucket_regional_domain_name cors_rule force_destroy grant hosted_zone_id
  lifecycle_rule logging object_lock_configuration object_lock_enabled policy replication_configuration request_payer server_side_encryption_configuration versioning
  website website_domain website_endpoint`

/** Network Firewall, VPC Lattice, storage. Source: AWS provider, resources of these services. */
export const services: TerraformTypes = {
  aws_networkfirewall_firewall: {
    type: 'AWS::NetworkFirewall::Firewall',
    authored: 'subnet_mapping',
    same: 'firewall_policy_arn vpc_id',
    renamed: { name: 'FirewallName' },
    more: (seen) => ({
      SubnetMappings: seen
        .blocks('subnet_mapping')
        .map((one) => ({ SubnetId: one.subnet_id, IPAddressType: filled(one.ip_address_type) })),
    }),
    stated: (seen) => ({ Endpoints: endpointsOf(seen) }),
    attributes: { id: 'Ref', arn: 'Ref' },
    ignores: `availability_zone_change_protection availability_zone_mapping delete_protection description enabled_analysis_types encryption_configuration
    firewall_policy_change_protection firewall_status subnet_change_protection transit_gateway_attachment_id transit_gateway_id transit_gateway_owner_account_id update_token`,
  },
  aws_networkfirewall_firewall_policy: {
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    authored: 'firewall_policy',
    renamed: { name: 'FirewallPolicyName' },
    more: (seen) => ({ FirewallPolicy: nested(seen.get('firewall_policy'), 'firewall_policy') }),
    attributes: { id: 'Ref', arn: 'Ref' },
    ignores: 'description encryption_configuration update_token',
  },
  aws_networkfirewall_rule_group: {
    type: 'AWS::NetworkFirewall::RuleGroup',
    authored: 'rule_group',
    same: 'type capacity',
    renamed: { name: 'RuleGroupName' },
    more: (seen) => {
      const rules = filled(seen.get('rules'))
      return {
        RuleGroup:
          rules === undefined ? nested(seen.get('rule_group'), 'rule_group') : { RulesSource: { RulesString: rules } },
      }
    },
    attributes: { id: 'Ref', arn: 'Ref' },
    ignores: 'description encryption_configuration update_token',
  },
  aws_vpclattice_service_network: plainType('AWS::VpcLattice::ServiceNetwork', 'name auth_type'),
  aws_vpclattice_service_network_vpc_association: {
    type: 'AWS::VpcLattice::ServiceNetworkVpcAssociation',
    same: 'vpc_identifier service_network_identifier security_group_ids private_dns_enabled',
    more: (seen) => {
      const [options] = seen.blocks('dns_options')
      return {
        DnsOptions: options && {
          PrivateDnsPreference: filled(options.private_dns_preference),
          PrivateDnsSpecifiedDomains: options.private_dns_specified_domains,
        },
      }
    },
    ignores: 'created_by status',
  },
  aws_vpclattice_service_network_resource_association: {
    type: 'AWS::VpcLattice::ServiceNetworkResourceAssociation',
    same: 'private_dns_enabled',
    renamed: {
      service_network_identifier: 'ServiceNetworkId',
      resource_configuration_identifier: 'ResourceConfigurationId',
    },
    ignores: 'dns_entry',
  },
  aws_vpclattice_resource_configuration: {
    type: 'AWS::VpcLattice::ResourceConfiguration',
    same: 'name port_ranges custom_domain_name',
    renamed: {
      resource_gateway_identifier: 'ResourceGatewayId',
      allow_association_to_shareable_service_network: 'AllowAssociationToSharableServiceNetwork',
      resource_configuration_group_id: 'ResourceConfigurationGroupId',
      protocol: 'ProtocolType',
    },
    more: (seen) => {
      const definition = seen.block('resource_configuration_definition')
      const [dns] = blocksIn(definition.dns_resource)
      const [ip] = blocksIn(definition.ip_resource)
      const [arn] = blocksIn(definition.arn_resource)
      return {
        ResourceConfigurationType: seen.get('type') ?? 'SINGLE',
        ResourceConfigurationDefinition: dns
          ? { DnsResource: { DomainName: dns.domain_name, IpAddressType: dns.ip_address_type } }
          : ip
            ? { IpResource: ip.ip_address }
            : arn && { ArnResource: arn.arn },
      }
    },
    ignores: 'type domain_verification_id domain_verification_arn domain_verification_status',
  },
  aws_vpclattice_service: plainType('AWS::VpcLattice::Service', 'name custom_domain_name'),
  aws_vpclattice_service_network_service_association: {
    type: 'AWS::VpcLattice::ServiceNetworkServiceAssociation',
    same: 'service_identifier service_network_identifier',
    ignores: 'created_by custom_domain_name dns_entry status',
  },
  aws_s3_bucket: {
    type: 'AWS::S3::Bucket',
    renamed: { bucket: 'BucketName' },
    more: bucketOf,
    parts: bucketPolicy,
    attributes: { bucket: 'Ref', id: 'Ref' },
    ignores: BUCKET,
  },
  ...bucketParts,
  aws_dynamodb_table: {
    type: 'AWS::DynamoDB::Table',
    renamed: { name: 'TableName' },
    more: tableOf,
    attributes: { name: 'Ref' },
    ignores: `attribute billing_mode deletion_protection_enabled global_secondary_index hash_key import_table local_secondary_index on_demand_throughput
    point_in_time_recovery range_key read_capacity replica restore_date_time restore_source_name restore_source_table_arn restore_to_latest_time server_side_encryption
    stream_arn stream_enabled stream_label stream_view_type table_class ttl warm_throughput write_capacity global_table_witness`,
  },
}
