import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { drawClients, drawFunction } from './clients.ts'
import { anyOf, tell } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, idsOf, isUnknown, listOf, textOf } from './values.ts'

/** What is said of a service that puts interfaces into subnets to send from them. */
interface Caller {
  readonly subnets: Evaluated | undefined
  readonly groups: Evaluated | undefined
  /** It runs in one of the subnets, AWS choosing which; else in all of them. */
  readonly single?: true
  readonly workload?: string
  /** Instances get public addresses as their subnets say, and answer; all else sends only. */
  readonly instances?: true
  readonly publicly?: Evaluated | undefined
}

type Read = (properties: Properties) => Caller

const calling = (read: Read): ResourceType =>
  anyOf((resource, putting) => putCaller(resource, putting, read(resource.properties)))

function putCaller(resource: StackResource, putting: Putting, caller: Caller): undefined {
  const { groups, single, workload, instances, publicly } = caller
  const subnets = idsOf(caller.subnets)
  const [chosen] = subnets
  if (chosen === undefined)
    return tell(putting, resource, 'unused', 'it sends from no subnet; there is nothing to draw')
  if (single && subnets.length > 1)
    tell(putting, resource, 'assumed', `AWS chooses one of its subnets; it is taken to run in ${chosen}`)
  drawClients(putting, resource, {
    runtime: instances ? 'ec2' : 'other',
    subnets: single ? [chosen] : subnets,
    groups: idsOf(groups),
    ...(!instances && { publicly: publicly ?? false, ports: [] }),
    ...(workload !== undefined && { workloads: [workload] }),
  })
}

/** A member of a member, and so on; what is not known stays so. */
function inside(value: Evaluated | undefined, ...names: readonly string[]): Evaluated | undefined {
  let at = value
  for (const name of names) {
    if (isUnknown(at)) return at
    at = fieldsOf(Array.isArray(at) ? (at[0] as Evaluated | undefined) : at)[name]
  }
  return at
}

const both = (...values: readonly (Evaluated | undefined)[]): Evaluated => values.flatMap(listOf)

/** By the names that most services have for it. */
const vpcConfig =
  (workload: string | undefined, ...path: readonly string[]): Read =>
  (own) => {
    const of = (...names: readonly string[]) =>
      names.map((name) => inside(own, ...path, name)).find((one) => one !== undefined)
    return {
      subnets: of('SubnetIds', 'Subnets', 'SubnetId'),
      groups: of('SecurityGroupIds', 'SecurityGroups', 'SecurityGroupIdList'),
      ...(workload !== undefined && { workload }),
    }
  }

/** Types that reach into a VPC from interfaces of their own. Source: CloudFormation reference, of each type. */
export const callers: Readonly<Record<string, ResourceType>> = {
  'AWS::CodeBuild::Project': calling(vpcConfig('codebuild', 'VpcConfig')),
  // Source: Batch guide, compute environments: instances, or Fargate tasks without public addresses unless the job says otherwise
  'AWS::Batch::ComputeEnvironment': calling((own) => {
    const isFargate = textOf(inside(own, 'ComputeResources', 'Type'))?.startsWith('FARGATE') === true
    return {
      ...vpcConfig(isFargate ? 'batch-fargate' : 'batch-ec2', 'ComputeResources')(own),
      ...(!isFargate && { instances: true }),
    }
  }),
  'AWS::Glue::Connection': calling(vpcConfig('glue-job', 'ConnectionInput', 'PhysicalConnectionRequirements')),
  'AWS::MWAA::Environment': calling(vpcConfig('mwaa-environment', 'NetworkConfiguration')),
  'AWS::EMRServerless::Application': calling(vpcConfig(undefined, 'NetworkConfiguration')),
  'AWS::EMR::Cluster': calling(({ Instances }) => ({
    subnets: inside(Instances, 'Ec2SubnetId') ?? inside(Instances, 'Ec2SubnetIds'),
    groups: both(
      inside(Instances, 'EmrManagedMasterSecurityGroup') ?? { unknown: 'the group that EMR makes' },
      inside(Instances, 'AdditionalMasterSecurityGroups'),
    ),
    single: true,
    workload: 'emr-node',
    instances: true,
  })),
  'AWS::SageMaker::Model': calling(vpcConfig('sagemaker-model', 'VpcConfig')),
  // Source: SageMaker guide, Studio in a VPC: without VpcOnly apps reach the internet by a VPC of SageMaker's
  'AWS::SageMaker::Domain': anyOf((resource, putting) => {
    const { AppNetworkAccessType, SubnetIds, DefaultUserSettings } = resource.properties
    if (textOf(AppNetworkAccessType) !== 'VpcOnly' && !isUnknown(AppNetworkAccessType))
      return tell(putting, resource, 'unused', 'its apps send by a VPC of SageMaker’s own; there is nothing to draw')
    putCaller(resource, putting, {
      subnets: SubnetIds,
      groups: inside(DefaultUserSettings, 'SecurityGroups'),
      workload: 'sagemaker-studio',
    })
  }),
  'AWS::AppRunner::VpcConnector': calling(vpcConfig(undefined)),
  'AWS::AppStream::Fleet': calling((own) => ({
    ...vpcConfig(undefined, 'VpcConfig')(own),
    publicly: own.EnableDefaultInternetAccess,
  })),
  'AWS::ApiGatewayV2::VpcLink': calling(vpcConfig(undefined)),
  'AWS::ImageBuilder::InfrastructureConfiguration': calling((own) => ({
    ...vpcConfig('image-builder')(own),
    instances: true,
  })),
  'AWS::KafkaConnect::Connector': calling(vpcConfig(undefined, 'KafkaCluster', 'ApacheKafkaCluster', 'Vpc')),
  'AWS::KinesisAnalyticsV2::Application': calling(
    vpcConfig(undefined, 'ApplicationConfiguration', 'VpcConfigurations'),
  ),
  'AWS::QuickSight::VPCConnection': calling(vpcConfig(undefined)),
  // a canary is a function
  'AWS::Synthetics::Canary': anyOf((resource, putting) => {
    const { subnets, groups } = vpcConfig(undefined, 'VPCConfig')(resource.properties)
    const ids = idsOf(subnets)
    if (ids.length === 0) return tell(putting, resource, 'unused', 'it sends from no subnet; there is nothing to draw')
    drawFunction(putting, resource, ids, idsOf(groups), false)
  }),
}
