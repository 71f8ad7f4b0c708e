import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Block, Given, Loose, Seen, TerraformType, TerraformTypes } from './terraformType.ts'
import { adding } from './terraformType.ts'
import { filled, listed, untold } from './values.ts'

/** An attribute of a balancer or a target group; left out where nothing is said. */
const keyed = (Key: string, value: Block[string]): readonly Given[] =>
  value === undefined || value === '' ? [] : [{ Key, Value: isUnknown(value) ? value : String(value) }]

/** A flag by which AWS means one word or another. */
const either = (value: Block[string], yes: string, no: string): Block[string] =>
  typeof value === 'boolean' ? (value ? yes : no) : value

/** Source: AWS provider, aws_lb: an internet-facing application one unless said. */
const balancer: TerraformType = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  same: 'name security_groups',
  more: (seen) => {
    const subnets = seen.get('subnets')
    const mappings = seen.blocks('subnet_mapping').filter((one) => one.subnet_id !== undefined)
    const stated = mappings.some(
      (one) => filled(one.allocation_id) !== undefined || filled(one.private_ipv4_address) !== undefined,
    )
    return {
      Type: seen.get('load_balancer_type') ?? 'application',
      Scheme: either(seen.get('internal') ?? false, 'internal', 'internet-facing'),
      IpAddressType: filled(seen.get('ip_address_type')),
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: filled(
        seen.get('enforce_security_group_inbound_rules_on_private_link_traffic'),
      ),
      ...(stated || subnets === undefined
        ? {
            // it has to have either
            SubnetMappings:
              subnets === undefined && mappings.length === 0
                ? untold(seen, 'subnet_mapping')
                : mappings.map((one) => ({
                    SubnetId: one.subnet_id,
                    AllocationId: filled(one.allocation_id),
                    PrivateIPv4Address: filled(one.private_ipv4_address),
                    IPv6Address: filled(one.ipv6_address),
                  })),
          }
        : { Subnets: subnets as Loose }),
      LoadBalancerAttributes: keyed('load_balancing.cross_zone.enabled', seen.get('enable_cross_zone_load_balancing')),
    }
  },
  stated: (seen) => ({ DNSName: filled(seen.given('dns_name')) }),
  attributes: {
    id: 'Ref',
    arn: 'Ref',
    dns_name: 'DNSName',
    zone_id: 'CanonicalHostedZoneID',
    arn_suffix: 'LoadBalancerFullName',
  },
  ignores: `name_prefix arn_suffix dns_name zone_id vpc_id access_logs connection_logs health_check_logs client_keep_alive customer_owned_ipv4_pool desync_mitigation_mode
  dns_record_client_routing_policy drop_invalid_header_fields enable_deletion_protection enable_http2 enable_tls_version_and_cipher_suite_headers
  enable_waf_fail_open enable_xff_client_port enable_zonal_shift idle_timeout ipam_pools minimum_load_balancer_capacity preserve_host_header
  secondary_ips_auto_assigned_per_subnet xff_header_processing_mode enable_prefix_for_ipv6_source_nat`,
}

/** Source: AWS provider, aws_lb_listener: HTTP is what an application balancer takes unless said. */
const listener: TerraformType = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  authored: 'default_action',
  same: 'load_balancer_arn port',
  more: (seen) => ({
    Protocol: filled(seen.get('protocol')),
    DefaultActions: seen.blocks('default_action').map(actionIn),
  }),
  attributes: { arn: 'Ref', id: 'Ref' },
  ignores: `certificate_arn alpn_policy ssl_policy mutual_authentication tcp_idle_timeout_seconds routing_http_request_x_amzn_mtls_clientcert_header_name
  routing_http_request_x_amzn_mtls_clientcert_issuer_header_name routing_http_request_x_amzn_mtls_clientcert_leaf_header_name
  routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name routing_http_request_x_amzn_mtls_clientcert_subject_header_name
  routing_http_request_x_amzn_mtls_clientcert_validity_header_name routing_http_request_x_amzn_tls_cipher_suite_header_name
  routing_http_request_x_amzn_tls_version_header_name routing_http_response_access_control_allow_credentials_header_value
  routing_http_response_access_control_allow_headers_header_value routing_http_response_access_control_allow_methods_header_value
  routing_http_response_access_control_allow_origin_header_value routing_http_response_access_control_expose_headers_header_value
  routing_http_response_access_control_max_age_header_value routing_http_response_content_security_policy_header_value
  routing_http_response_server_enabled routing_http_response_strict_transport_security_header_value
  routing_http_response_x_content_type_options_header_value routing_http_response_x_frame_options_header_value`,
}
/** The blocks inside of a block. */
export const blocksIn = (value: Block[string]): readonly Block[] =>
  listed(value).flatMap((one) => (typeof one === 'object' && one !== null && !Array.isArray(one) ? [one as Block] : []))

function actionIn(action: Block): Given {
  const [forward] = blocksIn(action.forward)
  const [redirect] = blocksIn(action.redirect)
  const [fixed] = blocksIn(action.fixed_response)
  return {
    Type: action.type,
    TargetGroupArn: filled(action.target_group_arn),
    ...(forward && {
      ForwardConfig: {
        TargetGroups: blocksIn(forward.target_group).map((group) => ({
          TargetGroupArn: group.arn,
          Weight: group.weight,
        })),
      },
    }),
    ...(redirect && {
      RedirectConfig: {
        Protocol: filled(redirect.protocol),
        Host: filled(redirect.host),
        Port: filled(redirect.port),
        Path: filled(redirect.path),
        Query: filled(redirect.query),
        StatusCode: filled(redirect.status_code),
      },
    }),
    ...(fixed && { FixedResponseConfig: { StatusCode: filled(fixed.status_code) } }),
  }
}

/** What a condition asks of a request, by the block that says it. */
const CONDITIONS = [
  ['host_header', 'host-header', 'HostHeaderConfig'],
  ['path_pattern', 'path-pattern', 'PathPatternConfig'],
  ['source_ip', 'source-ip', 'SourceIpConfig'],
  ['http_request_method', 'http-request-method', 'HttpRequestMethodConfig'],
  ['http_header', 'http-header', 'HttpHeaderConfig'],
] as const

/** A condition that asks for several things is several conditions. */
function conditionsIn(condition: Block): readonly Given[] {
  const plain = CONDITIONS.flatMap(([name, Field, config]) =>
    blocksIn(condition[name]).map((one) => ({
      Field,
      [config]: {
        HttpHeaderName: filled(one.http_header_name) ?? undefined,
        Values: one.values ?? undefined,
        RegexValues: one.regex_values ?? undefined,
      },
    })),
  )
  const queries = blocksIn(condition.query_string).map(({ key, value }) => ({ Key: filled(key), Value: value }))
  const all = queries.length > 0 ? [...plain, { Field: 'query-string', QueryStringConfig: { Values: queries } }] : plain
  // one of which nothing is known may hold or not
  return all.length > 0 ? all : [{ Field: 'not-known' }]
}

/** Source: AWS provider, aws_lb_listener_rule. */
const listenerRule: TerraformType = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  authored: 'action condition',
  same: 'listener_arn priority',
  more: (seen) => ({
    Conditions: seen.blocks('condition').flatMap(conditionsIn),
    Actions: seen.blocks('action').map(actionIn),
  }),
  attributes: { arn: 'Ref', id: 'Ref' },
  ignores: 'transform',
}

/** Targets that stand beside a group. */
const targetsOf = (seen: Seen, types: readonly string[]): readonly Given[] =>
  types
    .flatMap((type) => seen.naming(type, 'target_group_arn'))
    .map((one) => ({
      Id: one.get('target_id'),
      Port: one.get('port'),
      AvailabilityZone: filled(one.get('availability_zone')),
    }))

const group = (attachments: readonly string[]): TerraformType => ({
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  same: 'name port protocol vpc_id target_type',
  more: (seen) => {
    const check = seen.block('health_check')
    const port = filled(check.port)
    return {
      Targets: targetsOf(seen, attachments),
      HealthCheckEnabled: check.enabled,
      HealthCheckPort: port === 'traffic-port' ? undefined : port,
      HealthCheckProtocol: filled(check.protocol),
      TargetGroupAttributes: [
        ...keyed('preserve_client_ip.enabled', seen.get('preserve_client_ip')),
        ...keyed('proxy_protocol_v2.enabled', seen.get('proxy_protocol_v2')),
        ...keyed('load_balancing.cross_zone.enabled', ownZones(seen.get('load_balancing_cross_zone_enabled'))),
      ],
    }
  },
  attributes: { arn: 'Ref', id: 'Ref', arn_suffix: 'TargetGroupFullName' },
  ignores: `name_prefix arn_suffix connection_termination deregistration_delay ip_address_type lambda_multi_value_headers_enabled load_balancer_arns
  load_balancing_algorithm_type load_balancing_anomaly_mitigation protocol_version slow_start stickiness target_failover target_group_health
  target_health_state target_control_port`,
})
const ownZones = (value: Block[string]): Block[string] =>
  value === 'use_load_balancer_configuration' ? undefined : value

/** Load balancers, their listeners and target groups. Source: AWS provider, aws_lb and what belongs to it, aws_elb. */
export const balancers: TerraformTypes = {
  aws_lb: balancer,
  aws_alb: balancer,
  aws_lb_listener: listener,
  aws_alb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_alb_listener_rule: listenerRule,
  aws_lb_target_group: group(['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment']),
  aws_alb_target_group: group(['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment']),
  aws_lb_target_group_attachment: adding('target_group_arn', 'target_id port availability_zone quic_server_id'),
  aws_alb_target_group_attachment: adding('target_group_arn', 'target_id port availability_zone quic_server_id'),
  aws_elb: {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    authored: 'listener',
    same: 'subnets security_groups',
    renamed: { name: 'LoadBalancerName' },
    more: (seen) => {
      const instances = seen.get('instances')
      const [check] = seen.blocks('health_check')
      return {
        Scheme: either(seen.get('internal') ?? false, 'internal', 'internet-facing'),
        CrossZone: seen.get('cross_zone_load_balancing') ?? true,
        Instances: isUnknown(instances)
          ? instances
          : [...listed(instances), ...seen.naming('aws_elb_attachment', 'elb').map((one) => one.get('instance'))],
        Listeners: seen.blocks('listener').map((one) => ({
          InstancePort: one.instance_port,
          InstanceProtocol: upper(one.instance_protocol),
          LoadBalancerPort: one.lb_port,
          Protocol: upper(one.lb_protocol),
        })),
        HealthCheck: check && { Target: check.target },
      }
    },
    stated: (seen) => ({ DNSName: filled(seen.given('dns_name')) }),
    attributes: { dns_name: 'DNSName', zone_id: 'CanonicalHostedZoneNameID' },
    ignores: `name_prefix dns_name zone_id access_logs availability_zones connection_draining connection_draining_timeout desync_mitigation_mode idle_timeout source_security_group
    source_security_group_id`,
  },
  aws_elb_attachment: adding('elb', 'instance'),
}
const upper = (value: Block[string]): Block[string] => (typeof value === 'string' ? value.toUpperCase() : value)
