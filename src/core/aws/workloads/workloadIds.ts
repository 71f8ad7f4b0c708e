/** What runs on a client and asks AWS for things of its own accord; what each asks for is in `workloads.ts`. */
export const WORKLOAD_IDS = [
  'amazon-linux-updates',
  'batch-ec2',
  'batch-fargate',
  'cloudformation-helpers',
  'cloudwatch-agent',
  'codebuild',
  'codedeploy-agent',
  'dms-instance',
  'ecr-pull',
  'ecs-ec2',
  'ecs-fargate',
  'eks-cluster-autoscaler',
  'eks-external-dns',
  'eks-irsa',
  'eks-karpenter',
  'eks-load-balancer-controller',
  'eks-node',
  'eks-pod-identity',
  'elastic-beanstalk',
  'emr-node',
  'glue-job',
  'guardduty-agent',
  'image-builder',
  'lambda',
  'lambda-kafka-poller',
  'mwaa-environment',
  'patch-manager',
  'sagemaker-model',
  'sagemaker-notebook',
  'sagemaker-studio',
  'sagemaker-training',
  'session-manager',
] as const
export type WorkloadId = (typeof WORKLOAD_IDS)[number]

/** Whether a text is the id of a workload; files may name some that are not known yet. */
export const isWorkload = (text: string): text is WorkloadId => WORKLOAD_IDS.some((id) => id === text)
