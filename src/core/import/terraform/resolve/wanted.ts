/** What an attribute names: instances of these types, by this attribute of theirs. */
export interface Wanted {
  readonly types: readonly string[]
  readonly by: string
}

const VPC = 'aws_vpc aws_default_vpc'
const SUBNET = 'aws_subnet aws_default_subnet'
const GROUP = 'aws_security_group aws_default_security_group'
const TABLE = 'aws_route_table aws_default_route_table'
const ACL = 'aws_network_acl aws_default_network_acl'
const BALANCER = 'aws_lb aws_alb'
const TARGETS = 'aws_lb_target_group aws_alb_target_group'
const ATTACHMENT =
  'aws_ec2_transit_gateway_vpc_attachment aws_ec2_transit_gateway_peering_attachment aws_ec2_transit_gateway_connect'
const INSTANCE = 'aws_instance aws_spot_instance_request'
const PREFIX_LIST = 'aws_ec2_managed_prefix_list'

/** Attribute -> types that it names, and by what. Names of one meaning stand together. Source: AWS provider, argument references. */
const ROWS: readonly (readonly [attributes: string, types: string, by: string])[] = [
  ['vpc_id peer_vpc_id vpc vpc_identifier resource_id', VPC, 'id'],
  [
    'subnet_id subnet_ids subnets vpc_zone_identifier client_subnets vpc_subnet_ids subnet_mapping subnet_group_subnet_ids',
    SUBNET,
    'id',
  ],
  [
    `security_group_id security_group_ids security_groups vpc_security_group_ids source_security_group_id
    referenced_security_group_id cluster_security_group_id security_group`,
    GROUP,
    'id',
  ],
  ['route_table_id route_table_ids', TABLE, 'id'],
  ['network_acl_id', ACL, 'id'],
  ['internet_gateway_id', 'aws_internet_gateway', 'id'],
  ['gateway_id', 'aws_internet_gateway aws_vpn_gateway aws_vpc_endpoint aws_egress_only_internet_gateway', 'id'],
  ['egress_only_gateway_id', 'aws_egress_only_internet_gateway', 'id'],
  ['nat_gateway_id', 'aws_nat_gateway', 'id'],
  ['transit_gateway_id peer_transit_gateway_id', 'aws_ec2_transit_gateway', 'id'],
  ['transit_gateway_attachment_id transport_attachment_id', ATTACHMENT, 'id'],
  ['transit_gateway_route_table_id', 'aws_ec2_transit_gateway_route_table', 'id'],
  ['vpc_peering_connection_id', 'aws_vpc_peering_connection', 'id'],
  ['network_interface_id network_interface primary_network_interface_id', 'aws_network_interface', 'id'],
  ['instance_id instances instance', INSTANCE, 'id'],
  ['vpc_endpoint_id vpc_endpoint_ids', 'aws_vpc_endpoint aws_networkfirewall_firewall', 'id'],
  ['allocation_id allocation_ids secondary_allocation_ids address_allocation_ids', 'aws_eip', 'id'],
  ['vpn_gateway_id propagating_vgws', 'aws_vpn_gateway', 'id'],
  ['customer_gateway_id', 'aws_customer_gateway', 'id'],
  ['vpn_connection_id', 'aws_vpn_connection', 'id'],
  ['dx_gateway_id', 'aws_dx_gateway', 'id'],
  ['associated_gateway_id', 'aws_vpn_gateway aws_ec2_transit_gateway', 'id'],
  ['prefix_list_id prefix_list_ids destination_prefix_list_id', `${PREFIX_LIST} aws_vpc_endpoint`, 'id'],
  ['dhcp_options_id', 'aws_vpc_dhcp_options', 'id'],
  ['zone_id', 'aws_route53_zone', 'id'],
  ['resolver_endpoint_id', 'aws_route53_resolver_endpoint', 'id'],
  ['resolver_rule_id', 'aws_route53_resolver_rule', 'id'],
  ['firewall_rule_group_id', 'aws_route53_resolver_firewall_rule_group', 'id'],
  ['firewall_domain_list_id', 'aws_route53_resolver_firewall_domain_list', 'id'],
  ['profile_id', 'aws_route53profiles_profile', 'id'],
  ['vpc_endpoint_service_id', 'aws_vpc_endpoint_service', 'id'],
  ['rest_api_id', 'aws_api_gateway_rest_api', 'id'],
  ['launch_template_id', 'aws_launch_template', 'id'],
  ['launch_configuration', 'aws_launch_configuration', 'id'],
  ['autoscaling_group_name', 'aws_autoscaling_group', 'id'],
  ['elb load_balancers', 'aws_elb', 'id'],
  ['db_subnet_group_name', 'aws_db_subnet_group aws_docdb_subnet_group aws_rds_cluster', 'name'],
  ['neptune_subnet_group_name', 'aws_neptune_subnet_group', 'name'],
  ['subnet_group_name', 'aws_elasticache_subnet_group aws_memorydb_subnet_group aws_dax_subnet_group', 'name'],
  ['cluster_subnet_group_name', 'aws_redshift_subnet_group', 'name'],
  ['replication_subnet_group_id', 'aws_dms_replication_subnet_group', 'id'],
  ['replication_group_id', 'aws_elasticache_replication_group', 'id'],
  ['cluster_identifier', 'aws_rds_cluster aws_docdb_cluster aws_neptune_cluster', 'id'],
  ['cluster cluster_name', 'aws_ecs_cluster aws_eks_cluster', 'name'],
  ['file_system_id', 'aws_efs_file_system', 'id'],
  ['service_network_identifier', 'aws_vpclattice_service_network', 'id'],
  ['resource_gateway_identifier', 'aws_vpclattice_resource_gateway', 'id'],
  ['resource_configuration_identifier resource_configuration_group_id', 'aws_vpclattice_resource_configuration', 'id'],
  ['load_balancer_arn', BALANCER, 'arn'],
  ['load_balancer_arns network_load_balancer_arns gateway_load_balancer_arns', BALANCER, 'arn'],
  ['listener_arn', 'aws_lb_listener aws_alb_listener', 'arn'],
  ['action.forward.target_group.arn default_action.forward.target_group.arn', TARGETS, 'arn'],
  ['target_group_arn target_group_arns lb_target_group_arn alb_target_group_arn', TARGETS, 'arn'],
  ['target_id', `${INSTANCE} ${BALANCER}`, 'id'],
  ['service_network_arn', 'aws_vpclattice_service_network', 'arn'],
  ['resource_configuration_arn', 'aws_vpclattice_resource_configuration', 'arn'],
  ['firewall_policy_arn', 'aws_networkfirewall_firewall_policy', 'arn'],
  [
    'resource_arn',
    `${SUBNET} aws_dynamodb_table aws_ec2_transit_gateway aws_networkfirewall_rule_group ${PREFIX_LIST} aws_route53_resolver_rule aws_route53_zone
    aws_route53_resolver_firewall_rule_group aws_vpclattice_resource_configuration aws_vpclattice_service_network aws_route53profiles_profile`,
    'arn',
  ],
  ['resource_share_arn', 'aws_ram_resource_share', 'arn'],
  ['task_definition', 'aws_ecs_task_definition', 'arn'],
  ['service_name', 'aws_vpc_endpoint_service', 'service_name'],
  [
    'role iam_role task_role_arn execution_role_arn node_role_arn pod_execution_role_arn grantee_principal',
    'aws_iam_role',
    'arn',
  ],
  ['iam_instance_profile iam_instance_profile.name iam_instance_profile.arn', 'aws_iam_instance_profile', 'name'],
  ['policy_arn permissions_boundary managed_policy_arns', 'aws_iam_policy', 'arn'],
  ['user users', 'aws_iam_user', 'name'],
  ['group groups', 'aws_iam_group', 'name'],
  ['roles', 'aws_iam_role', 'name'],
  ['bucket', 'aws_s3_bucket', 'id'],
  ['queue_url', 'aws_sqs_queue', 'id'],
  ['key_id target_key_id kms_master_key_id', 'aws_kms_key aws_kms_replica_key aws_kms_alias', 'arn'],
  ['secret_arn', 'aws_secretsmanager_secret', 'arn'],
  ['function_name', 'aws_lambda_function', 'function_name'],
  ['repository', 'aws_ecr_repository', 'name'],
  ['event_bus_name', 'aws_cloudwatch_event_bus', 'name'],
  ['policy_id', 'aws_organizations_policy', 'id'],
  ['access_point_arn', 'aws_s3_access_point', 'arn'],
  ['alias.name', `${BALANCER} aws_elb aws_vpc_endpoint`, 'dns_name'],
]

const WANTED: ReadonlyMap<string, Wanted> = new Map(
  ROWS.flatMap(([attributes, types, by]) =>
    attributes.split(/\s+/).map((name) => [name, { types: types.split(/\s+/), by }] as const),
  ),
)

/** Values that are taken over as they are wherever they stand: names and addresses of what AWS makes. */
const TAKEN_OVER: ReadonlySet<string> = new Set([
  'records',
  'ip',
  'ipv4',
  'private_ip',
  'target_id',
  'domain_name',
  'ip_address',
  // of a data source for policies
  'statement.condition.values',
  'statement.principals.identifiers',
])

/** What an attribute names, by its path without brackets (`alias.name`, `vpc_id`); null where it names nothing. */
export const wantedBy = (path: string): Wanted | null => WANTED.get(path) ?? WANTED.get(path.split('.').at(-1)!) ?? null

/** Whether an attribute may be what another says word for word, so that a reference to that is enough to know it. */
export const mayBeTakenOver = (path: string): boolean => TAKEN_OVER.has(path) || TAKEN_OVER.has(path.split('.').at(-1)!)
