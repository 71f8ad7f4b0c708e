import { NAMES } from './names.ts'
import { always, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html'
const ECR = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html'
const BATCH = 'https://docs.aws.amazon.com/batch/latest/userguide/vpc-endpoint-considerations.html'

const pulls = NAMES.image.map((name) => always(name, { source: ECR }))
/** What the agent of a container instance keeps connections to. */
const agent = [
  always(regional('ecs-agent', 'ecs-a')),
  always(regional('ecs-telemetry', 'ecs-t')),
  always(regional('ecs')),
]
const inTasks = [
  only('with the awslogs log driver', NAMES.logs),
  only('where the task definition names secrets of Secrets Manager', NAMES.secrets),
  only('where the task definition names parameters of Parameter Store', NAMES.ssm),
  only('with ECS Exec', NAMES.ssmMessages),
  only('where ECS Exec encrypts its sessions by a key of one’s own', NAMES.kms, {
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  }),
]

const inJobs = [
  only('where the job logs with the awslogs driver', NAMES.logs),
  only('where the job definition names secrets of Secrets Manager', NAMES.secrets),
  only('where the job itself calls AWS Batch', regional('batch')),
]

/** Containers: ECS, AWS Batch and images of ECR. */
export const containers = {
  'ecr-pull': {
    about:
      'An image’s manifest comes from ECR, its layers from a bucket of ECR’s in S3: the pull stops without either.',
    source: ECR,
    needs: pulls,
  },
  'ecs-ec2': {
    about:
      'The container agent keeps connections to three names of ECS; without one of them the instance does not join its cluster. Images are taken to come from ECR: those of a registry in the VPC need none of its names.',
    source: ECS,
    needs: [...agent, ...pulls, ...inTasks],
  },
  'ecs-fargate': {
    about:
      'From platform version 1.4.0 on all traffic of a task, the pull of its image as well, goes through its own interface; it asks for nothing of ECS. Images are taken to come from ECR: those of a registry in the VPC need none of its names.',
    source: ECS,
    needs: [...pulls, ...inTasks],
  },
  'batch-ec2': {
    about: 'Jobs run on container instances of ECS, so they need what those need.',
    source: BATCH,
    needs: [...agent, ...pulls, ...inJobs],
  },
  'batch-fargate': {
    about: 'As an ECS task on Fargate: nothing of ECS is asked for.',
    source: BATCH,
    needs: [...pulls, ...inJobs],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
