import { blocksIn } from './balancers.ts'
import { joined } from './endpoints.ts'
import type { Block, Given, Loose, Part, Seen, TerraformType, TerraformTypes } from './terraformType.ts'
import { adding } from './terraformType.ts'
import { filled, listed, untold } from './values.ts'

/** Groups that stand in an instance or an interface, and those that are put there from beside it. */
const groupsOf = (seen: Seen, own: Block[string]): Loose =>
  joined(
    own,
    seen
      .naming('aws_network_interface_sg_attachment', 'network_interface_id')
      .map((one) => one.get('security_group_id')),
  )

/** Names of groups count where no ids stand: in a default VPC alone. */
const groupIds = (seen: Seen): Block[string] => {
  const ids = seen.get('vpc_security_group_ids')
  return listed(ids).length > 0
    ? ids
    : listed(seen.get('security_groups')).length > 0
      ? seen.get('security_groups')
      : ids
}

/** An instance. What a state says of its addresses they are. Source: AWS provider, aws_instance. */
const instance: TerraformType = {
  type: 'AWS::EC2::Instance',
  authored: 'launch_template',
  more: (seen) => {
    const interfaces = seen.blocks('network_interface')
    const primary = seen.blocks('primary_network_interface')
    const template = seen.blocks('launch_template')[0]
    const shared = {
      ImageId: seen.get('ami'),
      SourceDestCheck: seen.get('source_dest_check'),
      LaunchTemplate: template && templateOf(template),
      IamInstanceProfile: seen.named('iam_instance_profile')?.id ?? filled(seen.get('iam_instance_profile')),
    }
    const named: readonly Block[] = [...primary.map((one): Block => ({ ...one, device_index: 0 })), ...interfaces]
    const isPublic = seen.get('associate_public_ip_address')
    const groups = groupsOf(seen, groupIds(seen))
    const addresses = [seen.get('private_ip'), ...listed(seen.get('secondary_private_ips'))].filter(
      (one) => one !== undefined && one !== '',
    )
    const own: Given = {
      SubnetId: filled(seen.get('subnet_id')),
      PrivateIpAddress: filled(seen.get('private_ip')),
      PrivateIpAddresses:
        addresses.length > 1
          ? addresses.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 }))
          : undefined,
      Ipv6Addresses: listed(seen.get('ipv6_addresses')).map((Ipv6Address) => ({ Ipv6Address })),
      Ipv6AddressCount: seen.get('ipv6_address_count'),
    }
    if (named.length > 0 && named.some((one) => one.network_interface_id !== undefined) && !isAlone(seen))
      return {
        ...shared,
        NetworkInterfaces: named.map((one) => ({
          DeviceIndex: one.device_index,
          NetworkInterfaceId: one.network_interface_id,
        })),
      }
    if (isPublic === undefined) return { ...shared, ...own, SecurityGroupIds: groups }
    const NetworkInterfaceId = filled(seen.given('primary_network_interface_id'))
    return {
      ...shared,
      NetworkInterfaces: [
        {
          ...own,
          DeviceIndex: 0,
          GroupSet: groups,
          AssociatePublicIpAddress: hasElastic(seen) ? false : isPublic,
          NetworkInterfaceId,
        },
      ],
    }
  },
  stated: (seen) => ({
    PublicIp: hasElastic(seen) ? undefined : filled(seen.given('public_ip')),
    State: filled(seen.given('instance_state')),
  }),
  attributes: {
    private_ip: 'PrivateIp',
    public_ip: 'PublicIp',
    private_dns: 'PrivateDnsName',
    public_dns: 'PublicDnsName',
    availability_zone: 'AvailabilityZone',
    primary_network_interface_id: 'ID.eni0',
    spot_instance_id: 'Ref',
  },
  ignores: `availability_zone instance_type instance_state key_name user_data user_data_base64 user_data_replace_on_change iam_instance_profile monitoring tenancy
  host_id host_resource_group_arn placement_group placement_group_id placement_partition_number ebs_optimized ebs_block_device root_block_device ephemeral_block_device
  disable_api_stop disable_api_termination get_password_data password_data hibernation metadata_options maintenance_options enclave_options credit_specification
  cpu_options cpu_core_count cpu_threads_per_core capacity_reservation_specification instance_initiated_shutdown_behavior instance_lifecycle instance_market_options
  outpost_arn primary_network_interface_id private_dns private_dns_name_options public_dns public_ip spot_instance_request_id volume_tags force_destroy
  enable_primary_ipv6 secondary_network_interface spot_price spot_type spot_request_state spot_bid_status spot_instance_id wait_for_fulfillment launch_group
  block_duration_minutes instance_interruption_behavior valid_from valid_until`,
}

/** A state lists the interface of an instance among its interfaces even where nobody wrote it: then it is the instance that says how it is. */
const isAlone = (seen: Seen): boolean => {
  const [first, second] = seen.blocks('network_interface')
  const [primary] = seen.blocks('primary_network_interface')
  const named = first ?? primary
  const own = seen.given('primary_network_interface_id')
  return (
    second === undefined &&
    named !== undefined &&
    typeof own === 'string' &&
    named.network_interface_id === own &&
    !isManaged(seen, own)
  )
}
const isManaged = (seen: Seen, id: string): boolean => seen.all('aws_network_interface').some((one) => one.id === id)

/** Whether an Elastic IP is mapped to it: a state then says that address of the instance as well. */
const hasElastic = (seen: Seen): boolean =>
  seen.instance.root.kind === 'state' &&
  (seen.naming('aws_eip', 'instance').length > 0 || seen.naming('aws_eip_association', 'instance_id').length > 0)

const templateOf = (block: Block): Given => {
  const id = filled(block.launch_template_id) ?? filled(block.id)
  return {
    LaunchTemplateId: id,
    LaunchTemplateName: id === undefined ? filled(block.name ?? block.launch_template_name) : undefined,
    Version: block.version,
  }
}

/** What instances of a template are like. Source: AWS provider, aws_launch_template. */
const template: TerraformType = {
  type: 'AWS::EC2::LaunchTemplate',
  authored: 'network_interfaces',
  renamed: { name: 'LaunchTemplateName' },
  more: (seen) => {
    const interfaces = seen.blocks('network_interfaces')
    return {
      LaunchTemplateData: {
        ImageId: filled(seen.get('image_id')),
        IamInstanceProfile: profileOf(seen),
        SecurityGroupIds: groupIdsOfTemplate(seen),
        NetworkInterfaces:
          interfaces.length === 0
            ? undefined
            : interfaces.map((one, index) => ({
                DeviceIndex: one.device_index ?? index,
                SubnetId: filled(one.subnet_id),
                Groups: listed(one.security_groups).length > 0 ? one.security_groups : undefined,
                AssociatePublicIpAddress: flag(one.associate_public_ip_address),
                NetworkInterfaceId: filled(one.network_interface_id),
                PrivateIpAddress: filled(one.private_ip_address),
              })),
      },
    }
  },
  ignores: `default_version latest_version name_prefix description update_default_version block_device_mappings capacity_reservation_specification cpu_options
  credit_specification disable_api_stop disable_api_termination ebs_optimized elastic_gpu_specifications elastic_inference_accelerator enclave_options
  hibernation_options instance_initiated_shutdown_behavior instance_market_options instance_requirements instance_type kernel_id key_name
  license_specification maintenance_options metadata_options monitoring network_performance_options placement private_dns_name_options ram_disk_id tag_specifications user_data
  security_group_names secondary_interfaces`,
}
/** The profile that a template names, by its name or its ARN. */
function profileOf(seen: Seen): Loose {
  const [profile] = seen.blocks('iam_instance_profile')
  return profile && { Name: filled(profile.name), Arn: filled(profile.arn) }
}
const groupIdsOfTemplate = (seen: Seen): Block[string] => {
  const ids = seen.get('vpc_security_group_ids')
  return listed(ids).length > 0 ? ids : undefined
}
/** Launch templates keep this flag as a text. */
const flag = (value: Block[string]): Block[string] =>
  value === 'true' ? true : value === 'false' ? false : filled(value)

const attachmentOf = (seen: Seen): readonly Part[] =>
  seen.blocks('attachment').map((one) => ({
    type: 'AWS::EC2::NetworkInterfaceAttachment',
    properties: { NetworkInterfaceId: seen.id, InstanceId: one.instance, DeviceIndex: one.device_index },
  }))

/** Instances, interfaces, addresses, groups of instances and functions. Source: AWS provider, resources of EC2, Auto Scaling and Lambda. */
export const clients: TerraformTypes = {
  aws_instance: instance,
  aws_spot_instance_request: instance,
  aws_launch_template: template,
  aws_launch_configuration: {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    same: 'security_groups associate_public_ip_address image_id',
    more: (seen) => ({
      IamInstanceProfile: seen.named('iam_instance_profile')?.id ?? filled(seen.get('iam_instance_profile')),
    }),
    ignores: `name name_prefix ebs_block_device ebs_optimized enable_monitoring ephemeral_block_device instance_type key_name metadata_options
    placement_tenancy root_block_device spot_price user_data user_data_base64`,
  },
  aws_autoscaling_group: {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    more: (seen) => {
      const [template] = seen.blocks('launch_template')
      const configuration = filled(seen.get('launch_configuration'))
      const [mixed] = seen.blocks('mixed_instances_policy')
      const specification = blocksIn(mixed?.launch_template).flatMap((one) =>
        blocksIn(one.launch_template_specification),
      )[0]
      const beside = ['lb_target_group_arn', 'alb_target_group_arn'].flatMap((name) =>
        seen.naming('aws_autoscaling_attachment', 'autoscaling_group_name').map((one) => filled(one.get(name))),
      )
      const sources = [
        ...seen.blocks('traffic_source'),
        ...seen
          .naming('aws_autoscaling_traffic_source_attachment', 'autoscaling_group_name')
          .map((one) => one.block('traffic_source')),
      ]
      return {
        VPCZoneIdentifier: seen.get('vpc_zone_identifier'),
        // it has one of the three, and AWS fills in the others
        LaunchTemplate:
          template || specification || configuration === undefined
            ? templateOf(template ?? specification ?? { id: untold(seen, 'launch_template') })
            : undefined,
        LaunchConfigurationName: configuration,
        TargetGroupARNs: joined(seen.get('target_group_arns'), beside),
        LoadBalancerNames: joined(seen.get('load_balancers'), []),
        TrafficSources: sources.map((one) => ({ Identifier: one.identifier })),
      }
    },
    ignores: `name name_prefix availability_zones availability_zone_distribution capacity_rebalance capacity_reservation_specification context default_cooldown
    default_instance_warmup desired_capacity desired_capacity_type enabled_metrics force_delete force_delete_warm_pool health_check_grace_period health_check_type
    ignore_failed_scaling_activities initial_lifecycle_hook instance_maintenance_policy instance_refresh max_instance_lifetime max_size metrics_granularity min_elb_capacity
    min_size placement_group predicted_capacity protect_from_scale_in service_linked_role_arn suspended_processes tag termination_policies wait_for_capacity_timeout
    wait_for_elb_capacity warm_pool warm_pool_size deletion_protection`,
  },
  aws_autoscaling_attachment: adding('autoscaling_group_name', 'elb lb_target_group_arn alb_target_group_arn'),
  aws_autoscaling_traffic_source_attachment: adding('autoscaling_group_name', 'traffic_source'),
  aws_network_interface: {
    type: 'AWS::EC2::NetworkInterface',
    same: 'subnet_id source_dest_check description',
    more: (seen) => {
      const list = listed(seen.get('private_ip_list'))
      const addresses = list.length > 0 ? list : listed(seen.get('private_ips'))
      const first = addresses[0] ?? filled(seen.get('private_ip'))
      return {
        GroupSet: groupsOf(seen, seen.get('security_groups')),
        PrivateIpAddress: first,
        PrivateIpAddresses:
          addresses.length > 1
            ? addresses.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 }))
            : undefined,
        Ipv6Addresses: listed(seen.get('ipv6_addresses')).map((Ipv6Address) => ({ Ipv6Address })),
        Ipv6AddressCount: seen.get('ipv6_address_count'),
      }
    },
    parts: attachmentOf,
    attributes: { private_ip: 'PrimaryPrivateIpAddress', private_ips: 'PrimaryPrivateIpAddress' },
    ignores: `enable_primary_ipv6 interface_type ipv4_prefix_count ipv4_prefixes ipv6_address_list ipv6_address_list_enabled ipv6_prefix_count ipv6_prefixes mac_address
    outpost_arn private_dns_name private_ip_list_enabled private_ips_count private_ip`,
  },
  aws_network_interface_attachment: {
    type: 'AWS::EC2::NetworkInterfaceAttachment',
    same: 'instance_id network_interface_id device_index',
    ignores: 'attachment_id status network_card_index',
  },
  aws_network_interface_sg_attachment: adding('network_interface_id', 'security_group_id'),
  aws_eip: {
    type: 'AWS::EC2::EIP',
    more: (seen) => ({
      Domain: 'vpc',
      Address: filled(seen.given('public_ip')) ?? filled(seen.get('address')),
    }),
    parts: (seen) => {
      const [InstanceId, NetworkInterfaceId] = [filled(seen.get('instance')), filled(seen.get('network_interface'))]
      const isOfNat = NetworkInterfaceId !== undefined && InstanceId === undefined && !seen.named('network_interface')
      return (InstanceId === undefined && NetworkInterfaceId === undefined) || isOfNat
        ? []
        : [
            {
              type: 'AWS::EC2::EIPAssociation',
              properties: {
                AllocationId: seen.id,
                InstanceId,
                NetworkInterfaceId: InstanceId === undefined ? NetworkInterfaceId : undefined,
                PrivateIpAddress: InstanceId === undefined ? filled(seen.get('associate_with_private_ip')) : undefined,
              },
            },
          ]
    },
    attributes: { id: 'AllocationId', allocation_id: 'AllocationId', public_ip: 'PublicIp' },
    ignores: `allocation_id association_id carrier_ip customer_owned_ip customer_owned_ipv4_pool domain ipam_pool_id network_border_group private_dns private_ip ptr_record
    public_dns public_ipv4_pool vpc`,
  },
  aws_eip_association: {
    type: 'AWS::EC2::EIPAssociation',
    same: 'allocation_id',
    more: (seen) => {
      const InstanceId = filled(seen.get('instance_id'))
      return {
        InstanceId,
        NetworkInterfaceId: InstanceId === undefined ? filled(seen.get('network_interface_id')) : undefined,
        PrivateIpAddress: seen.named('network_interface_id') ? filled(seen.given('private_ip_address')) : undefined,
      }
    },
    ignores: 'allow_reassociation public_ip',
  },
  aws_lambda_function: {
    type: 'AWS::Lambda::Function',
    authored: 'vpc_config',
    renamed: { function_name: 'FunctionName' },
    more: (seen) => {
      const [config] = seen.blocks('vpc_config')
      return {
        Role: seen.named('role')?.id ?? filled(seen.get('role')),
        VpcConfig: config && {
          SubnetIds: config.subnet_ids,
          SecurityGroupIds: config.security_group_ids,
          Ipv6AllowedForDualStack: config.ipv6_allowed_for_dual_stack,
        },
      }
    },
    attributes: { arn: 'Arn', function_name: 'Ref' },
    ignores: `architectures capacity_provider_config code_sha256 code_signing_config_arn dead_letter_config description durable_config environment ephemeral_storage file_system_config
    filename handler image_config image_uri invoke_arn kms_key_arn last_modified layers logging_config memory_size package_type publish publish_to qualified_arn
    qualified_invoke_arn replace_security_groups_on_destroy replacement_security_group_ids reserved_concurrent_executions response_streaming_invoke_arn runtime
    s3_bucket s3_key s3_object_version signing_job_arn signing_profile_version_arn skip_destroy snap_start source_code_hash source_code_size source_kms_key_arn
    tenancy_config timeout tracing_config version`,
  },
}
