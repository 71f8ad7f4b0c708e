import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import type { Block, TerraformType, TerraformTypes } from './terraformType.ts'
import { plainType } from './terraformType.ts'
import { filled } from './values.ts'

const service: TerraformType = {
  type: 'AWS::ECS::Service',
  authored: 'network_configuration load_balancer',
  same: 'task_definition launch_type scheduling_strategy',
  renamed: { name: 'ServiceName' },
  more: (seen) => {
    const [network] = seen.blocks('network_configuration')
    return {
      NetworkConfiguration: network && {
        AwsvpcConfiguration: {
          Subnets: network.subnets,
          SecurityGroups: network.security_groups,
          AssignPublicIp: enabled(network.assign_public_ip),
        },
      },
      LoadBalancers: seen.blocks('load_balancer').map((one) => ({
        TargetGroupArn: filled(one.target_group_arn),
        ContainerName: one.container_name,
        ContainerPort: one.container_port,
      })),
    }
  },
  ignores: `cluster alarms availability_zone_rebalancing capacity_provider_strategy deployment_circuit_breaker deployment_configuration deployment_controller
  deployment_maximum_percent deployment_minimum_healthy_percent desired_count enable_ecs_managed_tags enable_execute_command force_delete force_new_deployment
  health_check_grace_period_seconds iam_role ordered_placement_strategy placement_constraints platform_version propagate_tags service_connect_configuration
  service_registries triggers volume_configuration vpc_lattice_configurations wait_for_steady_state`,
}
const enabled = (value: Block[string]): Block[string] =>
  typeof value === 'boolean' ? (value ? 'ENABLED' : 'DISABLED') : value

/** Container definitions are a text of JSON with names in camel case. */
function containersOf(value: Block[string]): Block[string] {
  if (typeof value !== 'string') return isUnknown(value) ? undefined : value
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed.flatMap((one) => ports(one)) : undefined
  } catch {
    // the ports of a task that cannot be read are not said
    return undefined
  }
}
function ports(container: unknown): Evaluated[] {
  const mappings = (container as { readonly portMappings?: unknown } | null)?.portMappings
  if (!Array.isArray(mappings)) return []
  return [
    {
      PortMappings: mappings.flatMap((one: { readonly containerPort?: unknown } | null) =>
        typeof one?.containerPort === 'number' ? [{ ContainerPort: one.containerPort }] : [],
      ),
    },
  ]
}

/** Containers and what runs them. Source: AWS provider, resources of ECS and EKS. */
export const containers: TerraformTypes = {
  aws_ecs_service: service,
  aws_ecs_task_definition: {
    type: 'AWS::ECS::TaskDefinition',
    same: 'network_mode family',
    more: (seen) => ({
      ContainerDefinitions: containersOf(seen.get('container_definitions')),
      TaskRoleArn: seen.named('task_role_arn')?.id ?? filled(seen.get('task_role_arn')),
      ExecutionRoleArn: seen.named('execution_role_arn')?.id ?? filled(seen.get('execution_role_arn')),
    }),
    attributes: { arn: 'Ref', id: 'Ref' },
    ignores: `arn_without_revision cpu enable_fault_injection ephemeral_storage inference_accelerator ipc_mode memory pid_mode placement_constraints
    proxy_configuration requires_compatibilities revision runtime_platform skip_destroy track_latest volume`,
  },
  aws_eks_cluster: {
    type: 'AWS::EKS::Cluster',
    authored: 'vpc_config',
    same: 'name',
    more: (seen) => {
      const config = seen.block('vpc_config')
      return { ResourcesVpcConfig: { SubnetIds: config.subnet_ids, SecurityGroupIds: config.security_group_ids } }
    },
    attributes: { name: 'Ref', id: 'Ref', 'vpc_config[0].cluster_security_group_id': 'ClusterSecurityGroupId' },
    ignores: `access_config bootstrap_self_managed_addons certificate_authority cluster_id compute_config control_plane_scaling_config created_at deletion_protection
    enabled_cluster_log_types encryption_config endpoint force_update_version identity kubernetes_network_config outpost_config platform_version remote_network_config
    role_arn status storage_config upgrade_policy version zonal_shift_config`,
  },
  aws_eks_node_group: {
    type: 'AWS::EKS::Nodegroup',
    authored: 'launch_template',
    renamed: { subnet_ids: 'Subnets', cluster_name: 'ClusterName', node_group_name: 'NodegroupName' },
    more: (seen) => {
      const [template] = seen.blocks('launch_template')
      return {
        LaunchTemplate: template && { Id: filled(template.id) ?? filled(template.name), Version: template.version },
        NodeRole: seen.named('node_role_arn')?.id ?? filled(seen.get('node_role_arn')),
      }
    },
    ignores: `ami_type capacity_type disk_size force_update_version instance_types labels node_group_name_prefix node_repair_config release_version remote_access
    resources scaling_config status taint update_config version`,
  },
  aws_eks_fargate_profile: plainType('AWS::EKS::FargateProfile', 'cluster_name', {
    subnet_ids: 'Subnets',
    fargate_profile_name: 'FargateProfileName',
  }),
}
