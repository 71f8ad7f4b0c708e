import { arnOf } from '../arnOf.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { drawClients } from './clients.ts'
import { attachedBy, templateData } from './instances.ts'
import { readElsewhere, referred, tell, type } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, idsOf, isUnknown, numberOf, recordsOf, textOf } from './values.ts'

const awsvpc = ({ properties }: StackResource): Properties =>
  fieldsOf(fieldsOf(properties.NetworkConfiguration).AwsvpcConfiguration)

/** The subnets that the tasks of a service may run in. */
export const serviceSubnets = (service: StackResource): readonly string[] => idsOf(awsvpc(service).Subnets)

/** What says how tasks run, wherever it stands. */
interface Tasks {
  readonly network: Evaluated | undefined
  readonly definition: Evaluated | undefined
  readonly launchType: Evaluated | undefined
}

/** A task with an interface of its own in each of the subnets; in other network modes it has that of its instance. */
export function drawTasks(
  putting: Putting,
  resource: StackResource,
  { network, definition, launchType }: Tasks,
): undefined {
  // services and schedules write it in two ways
  const { AwsvpcConfiguration, AwsVpcConfiguration } = fieldsOf(network)
  const said = AwsvpcConfiguration ?? AwsVpcConfiguration ?? network
  const { Subnets, SecurityGroups, AssignPublicIp } = fieldsOf(said)
  if (isUnknown(said))
    return tell(putting, resource, 'skipped', `its NetworkConfiguration is not known: ${said.unknown}`)
  if (Subnets === undefined)
    return tell(
      putting,
      resource,
      'skipped',
      'its tasks have no interfaces of their own: they use those of their instances',
    )
  const task = referred(putting, definition)
  const ports = recordsOf(task?.properties.ContainerDefinitions).flatMap((one) =>
    recordsOf(one.PortMappings).flatMap((mapping) => numberOf(mapping.ContainerPort) ?? []),
  )
  const isFargate = textOf(launchType) !== 'EC2'
  drawClients(putting, resource, {
    runtime: 'ecs',
    subnets: idsOf(Subnets),
    groups: idsOf(SecurityGroups),
    publicly: AssignPublicIp === undefined ? false : AssignPublicIp,
    // what no mapping says may be anything
    ...(ports.length > 0 && { ports: [...new Set(ports)] }),
    workloads: [isFargate ? 'ecs-fargate' : 'ecs-ec2'],
  })
}

const putService: ResourceType['put'] = (resource, putting) =>
  drawTasks(putting, resource, {
    network: resource.properties.NetworkConfiguration,
    definition: resource.properties.TaskDefinition,
    launchType: resource.properties.LaunchType,
  })

/** The interfaces of the control plane, by which the API server answers in the VPC. Source: EKS guide, VPC and subnet requirements. */
function putCluster(resource: StackResource, putting: Putting): undefined {
  const config = resource.properties.ResourcesVpcConfig
  if (isUnknown(config))
    return tell(putting, resource, 'skipped', `its ResourcesVpcConfig is not known: ${config.unknown}`)
  const { SubnetIds, SecurityGroupIds } = fieldsOf(config)
  drawClients(putting, resource, {
    runtime: 'other',
    subnets: idsOf(SubnetIds),
    groups: idsOf(SecurityGroupIds),
    ports: [443],
  })
}

function putNodes(resource: StackResource, putting: Putting): undefined {
  const { properties } = resource
  const said = properties.LaunchTemplate
  const { Id, Name } = fieldsOf(said)
  const named = {
    ...(Id !== undefined && { LaunchTemplateId: Id }),
    ...(Name !== undefined && { LaunchTemplateName: Name }),
  }
  const { groups: own, publicly } = attachedBy(
    templateData(putting, resource, said === undefined || isUnknown(said) ? said : named),
  )
  const cluster = referred(putting, properties.ClusterName)
  const groups = idsOf(own)
  if (groups.length === 0)
    tell(
      putting,
      resource,
      'assumed',
      'its nodes have the group that EKS makes for the cluster, whose members reach each other',
    )
  drawClients(putting, resource, {
    runtime: 'ec2',
    subnets: idsOf(properties.Subnets),
    groups: groups.length > 0 ? groups : idsOf(fieldsOf(cluster?.properties.ResourcesVpcConfig).SecurityGroupIds),
    publicly,
    workloads: ['eks-node'],
  })
}

export const containers: Readonly<Record<string, ResourceType>> = {
  'AWS::ECS::Service': type(
    [
      'NetworkConfiguration',
      'TaskDefinition',
      'LoadBalancers',
      'LaunchType',
      'CapacityProviderStrategy',
      'Cluster',
      'DesiredCount',
      'ServiceName',
      'DeploymentConfiguration',
      'DeploymentController',
      'HealthCheckGracePeriodSeconds',
      'PlatformVersion',
      'PropagateTags',
      'Role',
      'SchedulingStrategy',
      'EnableECSManagedTags',
      'EnableExecuteCommand',
      'PlacementConstraints',
      'PlacementStrategies',
      'ServiceRegistries',
    ],
    putService,
    { attributes: { Name: (one) => one.property('ServiceName') ?? one.id, ServiceArn: ({ id }) => id } },
  ),
  'AWS::ECS::TaskDefinition': type(
    [
      'ContainerDefinitions',
      'NetworkMode',
      'Cpu',
      'Memory',
      'Family',
      'ExecutionRoleArn',
      'TaskRoleArn',
      'RequiresCompatibilities',
      'RuntimePlatform',
      'Volumes',
      'EphemeralStorage',
      'PlacementConstraints',
      'ProxyConfiguration',
      'IpcMode',
      'PidMode',
    ],
    readElsewhere,
    { attributes: { TaskDefinitionArn: ({ id }) => id } },
  ),
  'AWS::EKS::Cluster': type(
    [
      'ResourcesVpcConfig',
      'Name',
      'Version',
      'RoleArn',
      'Logging',
      'EncryptionConfig',
      'KubernetesNetworkConfig',
      'AccessConfig',
      'UpgradePolicy',
      'BootstrapSelfManagedAddons',
    ],
    putCluster,
    {
      ref: (one) => one.property('Name') ?? one.id,
      attributes: {
        Arn: (one) => arnOf(one, 'eks', `cluster/${one.id}`),
        Id: ({ id }) => id,
        Endpoint: ({ id, region }) => `https://${id.toLowerCase()}.gr7.${region}.eks.${partitionOf(region).suffix}`,
        ClusterSecurityGroupId: ({ id }) => ({ unknown: `the group that EKS makes for ${id}` }),
      },
    },
  ),
  'AWS::EKS::Nodegroup': type(
    [
      'Subnets',
      'ClusterName',
      'LaunchTemplate',
      'NodegroupName',
      'NodeRole',
      'AmiType',
      'CapacityType',
      'DiskSize',
      'InstanceTypes',
      'Labels',
      'RemoteAccess',
      'ReleaseVersion',
      'ScalingConfig',
      'Taints',
      'UpdateConfig',
      'Version',
      'ForceUpdateEnabled',
    ],
    putNodes,
    { attributes: { Id: ({ id }) => id, NodegroupName: ({ id }) => id, Arn: ({ id }) => id } },
  ),
}
