import { asSection, type Section } from '../template/section.ts'

/** What a policy template of SAM allows: its one parameter, the actions, and the resources with the parameter's value as `NAME`. */
type PolicyTemplate = readonly [parameter: string, actions: string, ...resources: readonly string[]]

const HERE = `\${AWS::Region}:\${AWS::AccountId}`
const BUCKET = ['s3:::NAME', 's3:::NAME/*'] as const
const TABLE = [`dynamodb:${HERE}:table/NAME`, `dynamodb:${HERE}:table/NAME/index/*`] as const
const QUEUE = `sqs:${HERE}:NAME`

/** Those that reach what endpoints are for; of any other nobody knows what it allows. Source: AWS SAM guide, policy template list. */
const TEMPLATES: Readonly<Record<string, PolicyTemplate>> = {
  S3ReadPolicy: [
    'BucketName',
    's3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:GetLifecycleConfiguration',
    ...BUCKET,
  ],
  S3CrudPolicy: [
    'BucketName',
    's3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:PutObject s3:PutObjectAcl s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration s3:DeleteObject',
    ...BUCKET,
  ],
  DynamoDBReadPolicy: [
    'TableName',
    'dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem dynamodb:DescribeTable',
    ...TABLE,
  ],
  DynamoDBCrudPolicy: [
    'TableName',
    'dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable dynamodb:ConditionCheckItem',
    ...TABLE,
  ],
  SQSSendMessagePolicy: ['QueueName', 'sqs:SendMessage*', QUEUE],
  SQSPollerPolicy: [
    'QueueName',
    'sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch sqs:DeleteMessage sqs:DeleteMessageBatch sqs:GetQueueAttributes sqs:ReceiveMessage',
    QUEUE,
  ],
  SNSPublishMessagePolicy: ['TopicName', 'sns:Publish', `sns:${HERE}:NAME`],
  LambdaInvokePolicy: ['FunctionName', 'lambda:InvokeFunction', `lambda:${HERE}:function:NAME*`],
}

/** The document that a policy template comes to with its parameters; null: what it allows is not known here. */
export function fromPolicyTemplate(name: string, parameters: unknown): Section | null {
  const found = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name]! : null
  const value = found && asSection(parameters)[found[0]]
  if (!found || value === undefined) return null
  const [, actions, ...resources] = found
  return {
    Statement: [
      {
        Effect: 'Allow',
        Action: actions.split(' '),
        Resource: resources.map((one) => ({
          'Fn::Sub': [`arn:\${AWS::Partition}:${one.replaceAll('NAME', `\${Name}`)}`, { Name: value }],
        })),
      },
    ],
  }
}
