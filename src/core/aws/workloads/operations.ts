import { NAMES } from './names.ts'
import { always, bucket, dualStackBucket, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const SSM_GUIDE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html'
const SSM_CALLS =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html'

/** In Bahrain the buckets of Patch Manager have names of their own. */
const WITH_PLAIN_NAMES = { regions: { codes: /^(?!me-south-1$)/, words: 'outside of me-south-1' } }

const agent = [
  always(NAMES.ssm),
  always(NAMES.ssmMessages),
  only('before version 3.3.40.0 of the SSM Agent', NAMES.ec2Messages, { source: SSM_CALLS }),
]

/** Agents, builds, deployments and clusters of instances. */
export const operations = {
  'session-manager': {
    about: 'The SSM Agent opens every connection itself; nothing has to be let in to the instance.',
    source: SSM_GUIDE,
    needs: [
      ...agent,
      only('where sessions are encrypted by a key of one’s own', NAMES.kms),
      only('where sessions are logged to CloudWatch Logs', NAMES.logs),
      only('where sessions are logged to S3, or the agent updates itself', NAMES.ownBucket),
      only('where Systems Manager makes VSS snapshots', NAMES.ec2),
    ],
  },
  'patch-manager': {
    about:
      'Scripts and baselines come from buckets of Systems Manager in the Region; packages come from the repositories of the operating system.',
    source: SSM_GUIDE,
    needs: [
      ...agent,
      always(bucket('aws-ssm-{r}'), WITH_PLAIN_NAMES),
      always(bucket('patch-baseline-snapshot-{r}'), WITH_PLAIN_NAMES),
      only('on Amazon Linux 2023', dualStackBucket('al2023-repos-{r}-de612dc2')),
      only('on Amazon Linux 2', dualStackBucket('amazonlinux-2-repos-{r}')),
    ],
  },
  'amazon-linux-updates': {
    about: 'The repositories of Amazon Linux are buckets in S3: a gateway endpoint is enough.',
    source: 'https://docs.aws.amazon.com/linux/al2023/ug/managing-repos-os-updates.html',
    needs: [
      only('on Amazon Linux 2023', dualStackBucket('al2023-repos-{r}-de612dc2')),
      only('on Amazon Linux 2', dualStackBucket('amazonlinux-2-repos-{r}'), {
        source: 'https://repost.aws/knowledge-center/ec2-al1-al2-update-yum-without-internet',
      }),
    ],
  },
  'cloudwatch-agent': {
    about: 'Metrics and logs go to two services, each with an endpoint of its own.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html',
    needs: [
      always(NAMES.monitoring),
      only('where it sends logs', NAMES.logs),
      only('where metrics carry tags of the instance (append_dimensions)', NAMES.ec2),
      only('where its configuration comes from Parameter Store', NAMES.ssm),
      only('where it sends traces', NAMES.xray),
    ],
  },
  'guardduty-agent': {
    about: 'GuardDuty makes this endpoint itself where it manages the agent.',
    source: 'https://docs.aws.amazon.com/guardduty/latest/ug/creating-vpc-endpoint-ec2-agent-manually.html',
    needs: [always(regional('guardduty-data'))],
  },
  'codedeploy-agent': {
    about: 'The agent needs :enable_auth_policy: to use the endpoints.',
    source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/vpc-endpoints.html',
    needs: [
      always(regional('codedeploy')),
      always(regional('codedeploy-commands-secure')),
      only('where revisions lie in S3', NAMES.ownBucket),
    ],
  },
  'cloudformation-helpers': {
    about:
      'cfn-init and cfn-signal ask CloudFormation; wait conditions and custom resources answer into buckets of its own.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/vpc-interface-endpoints.html',
    needs: [
      always(regional('cloudformation')),
      only('with wait conditions', bucket('cloudformation-waitcondition-{r}')),
      only('where files and sources of cfn-init lie in S3', NAMES.ownBucket),
    ],
  },
  'image-builder': {
    about:
      'The instance is driven through the SSM Agent, and fetches the component manager and managed components from S3.',
    source: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/vpc-interface-endpoints.html',
    needs: [
      ...agent,
      always(regional('imagebuilder')),
      always(bucket('ec2imagebuilder-toe-{r}-prod')),
      always(bucket('ec2imagebuilder-managed-resources-{r}-prod')),
      only('where builds are logged to CloudWatch Logs', NAMES.logs),
      ...NAMES.image.map((name) => only('in pipelines of container images', name)),
    ],
  },
  codebuild: {
    about:
      'Builds with a VPC configuration reach everything through the VPC. They get no public address, so an internet gateway does not help.',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/use-vpc-endpoints-with-codebuild.html',
    needs: [
      always(NAMES.logs, {
        source:
          'https://github.com/awsdocs/aws-codebuild-user-guide/blob/main/doc_source/use-vpc-endpoints-with-codebuild.md',
      }),
      only('where source, artifacts or cache lie in S3', NAMES.ownBucket),
      only('where the build calls CodeBuild', regional('codebuild')),
      ...NAMES.image.map((name) => only('where the build image comes from Amazon ECR', name)),
      only('where the source is in CodeCommit', regional('git-codecommit')),
      only('where the source comes over a connection', regional('codeconnections.api', 'codeconnections')),
      only('where variables come from Secrets Manager', NAMES.secrets),
      only('where variables come from Parameter Store', NAMES.ssm),
      only('where the build assumes roles', NAMES.sts),
    ],
  },
  'elastic-beanstalk': {
    about: 'An instance in a private VPC fetches its application from S3 and tells CloudFormation when it is ready.',
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/vpc-vpce.html',
    needs: [
      always(NAMES.ownBucket),
      always(regional('cloudformation')),
      always(bucket('cloudformation-waitcondition-{r}')),
      only('with enhanced health', regional('elasticbeanstalk-health')),
      only('where the application calls Elastic Beanstalk', regional('elasticbeanstalk')),
      only('in worker environments', NAMES.sqs),
      only('with log streaming', NAMES.logs),
    ],
  },
  'parallelcluster-node': {
    about:
      'Without the internet a cluster does without the zone that it makes in Route 53 (DisableManagedDns, UseEc2Hostnames).',
    source: 'https://docs.aws.amazon.com/parallelcluster/latest/ug/network-configuration-v3.html',
    needs: [
      always(NAMES.logs),
      always(regional('cloudformation')),
      always(NAMES.ec2),
      always(NAMES.ownBucket),
      always(bucket('cloudformation-waitcondition-{r}')),
      always(NAMES.dynamodb),
      only('with DirectoryService', NAMES.secrets),
      only('with LoginNodes', regional('elasticloadbalancing')),
      only('with LoginNodes', regional('autoscaling')),
    ],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
