import { NAMES } from './names.ts'
import { always, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const KAFKA = 'https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html'

/** Lambda. */
export const serverless = {
  lambda: {
    about:
      'A function asks for nothing of its own accord: Lambda’s own traffic, its logs among it, does not pass the VPC. What its code calls does.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    needs: [
      only('where its code uses S3', NAMES.ownBucket),
      only('where its code uses DynamoDB', NAMES.dynamodb),
      only('where its code uses DynamoDB by an SDK that knows its account', NAMES.dynamodbOfAccount, {
        source: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html',
      }),
      only('where its code uses Secrets Manager', NAMES.secrets),
      only('where its code uses Parameter Store', NAMES.ssm),
      only('where its code uses SQS', NAMES.sqs),
      only('where its code uses SNS', regional('sns')),
      only('where its code uses EventBridge', regional('events')),
      only('where its code uses KMS', NAMES.kms),
      only('where its code assumes roles', NAMES.sts),
      only('where its code invokes functions', regional('lambda')),
      only('where its code writes to CloudWatch Logs itself', NAMES.logs),
    ],
  },
  'lambda-kafka-poller': {
    about:
      'The pollers of an event source mapping for Amazon MSK, Kafka of one’s own or Amazon MQ stand in the cluster’s subnets and groups. In provisioned mode they need no endpoints.',
    source: KAFKA,
    needs: [always(regional('lambda')), always(NAMES.sts), only('where the cluster asks for a secret', NAMES.secrets)],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
