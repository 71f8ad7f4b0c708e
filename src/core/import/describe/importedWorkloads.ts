import type { WorkloadId } from '../../aws/workloads/workloadIds.ts'
import { asRecords, asText, type Fields } from '../fields.ts'
import type { Interface } from './interfaces.ts'

/**
 * Tags that AWS itself puts on instances. What an instance runs besides nobody tells. Sources: EKS user guide, managed node groups, tags; EMR management
 * guide, system tags; Elastic Beanstalk developer guide, tagging; ECS developer guide, capacity providers.
 */
const TAGS: readonly (readonly [key: string, workload: WorkloadId])[] = [
  ['eks:cluster-name', 'eks-node'],
  ['aws:eks:cluster-name', 'eks-node'],
  ['aws:elasticmapreduce:job-flow-id', 'emr-node'],
  ['elasticbeanstalk:environment-id', 'elastic-beanstalk'],
  ['AmazonECSManaged', 'ecs-ec2'],
]

/** Words with which services describe the interfaces that they make for a workload. */
const DESCRIPTIONS: readonly (readonly [RegExp, WorkloadId])[] = [
  [/^Attached to Glue using role: /, 'glue-job'],
  [/ENI managed by SageMaker for Studio Domain/, 'sagemaker-studio'],
  [/^DMSNetworkInterface/, 'dms-instance'],
]

/** Some have no value. */
const hasTag = ({ Tags }: Fields, key: string): boolean => asRecords(Tags).some(({ Key }) => asText(Key) === key)

/** What the tags of an instance say for certain that it runs. */
export const workloadsOfInstance = (instance: Fields): WorkloadId[] => [
  ...new Set(TAGS.flatMap(([key, workload]) => (hasTag(instance, key) ? workload : []))),
]

/** What an interface of another service is for, where its owner or its description says it for certain. */
export const workloadsOfInterface = ({ owner, description }: Interface): WorkloadId[] =>
  owner.kind === 'lambda'
    ? ['lambda']
    : DESCRIPTIONS.flatMap(([pattern, workload]) => (pattern.test(description) ? workload : []))
