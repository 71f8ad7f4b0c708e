import { arnOf } from '../arnOf.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, StackResource } from '../stack.ts'
import { bucketSettings } from './bucketSettings.ts'
import { documentText } from './policyOn.ts'
import { allOf, draw, readElsewhere, say, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, idOf, isUnknown, listOf, recordsOf, textOf, textsOf } from './values.ts'

/** A name such as AWS makes of a logical id where the template gives none. */
const bucketName = (one: Pick<Referred, 'id' | 'awsId' | 'account' | 'property'>): string =>
  textOf(one.property('BucketName')) ??
  one.awsId ??
  `${one.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${one.account}`
const tableName = (one: Pick<Referred, 'id' | 'awsId' | 'property'>): string =>
  textOf(one.property('TableName')) ?? one.awsId ?? one.id
const host =
  (infix: string) =>
  (one: Referred): string =>
    `${bucketName(one)}.s3${infix.replace('REGION', one.region)}.${partitionOf(one.region).suffix}`
const from = ({ id, awsId, account, region, properties }: StackResource) => ({
  id,
  awsId,
  account,
  region,
  property: (name: string) => properties[name] ?? null,
})

const BUCKET = [
  'BucketName',
  'AccessControl',
  'BucketEncryption',
  'CorsConfiguration',
  'InventoryConfigurations',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'NotificationConfiguration',
  'ObjectLockConfiguration',
  'ObjectLockEnabled',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'ReplicationConfiguration',
  'VersioningConfiguration',
  'WebsiteConfiguration',
  'AccelerateConfiguration',
  'AnalyticsConfigurations',
  'IntelligentTieringConfigurations',
  'MetricsConfigurations',
]
const TABLE = [
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'BillingMode',
  'ProvisionedThroughput',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
  'StreamSpecification',
  'SSESpecification',
  'PointInTimeRecoverySpecification',
  'TimeToLiveSpecification',
  'DeletionProtectionEnabled',
  'TableClass',
  'ContributorInsightsSpecification',
  'KinesisStreamSpecification',
  'ResourcePolicy',
  'ImportSourceSpecification',
  'OnDemandThroughput',
]

const putTable =
  (policyOf: (resource: StackResource) => Evaluated | undefined): ResourceType['put'] =>
  (resource, putting) => {
    const policy = policyOf(resource)
    draw(putting, resource, {
      kind: 'dynamodb-table',
      id: resource.id,
      region: resource.region,
      account: resource.account,
      tableName: tableName(from(resource)),
      policy: documentText(isUnknown(policy) ? policy : fieldsOf(policy).PolicyDocument),
    })
  }
const TABLE_NAMES: Pick<ResourceType, 'ref' | 'attributes'> = {
  ref: tableName,
  attributes: {
    Arn: (one) => arnOf(one, 'dynamodb', `table/${tableName(one)}`),
    StreamArn: (one) => arnOf(one, 'dynamodb', `table/${tableName(one)}/stream/1`),
    TableId: ({ id }) => id,
  },
}

/** Subnets that are shared with other accounts: they are described there too. */
function putShare(resource: StackResource, putting: Putting): undefined {
  const { properties, region } = resource
  const accounts = textsOf(properties.Principals).flatMap((one) => /^\d{12}$/.exec(one)?.[0] ?? [])
  const others = listOf(properties.Principals).length - accounts.length
  if (listOf(properties.ResourceArns).length === 0 || listOf(properties.Principals).length === 0)
    tell(putting, resource, 'unused', 'it shares nothing with anybody')
  for (const arn of listOf(properties.ResourceArns)) {
    const subnet = allOf(putting, 'AWS::EC2::Subnet').find(({ id }) => id === idOf(arn))
    if (!subnet) {
      tell(
        putting,
        resource,
        'unused',
        `it shares ${idOf(arn)}, which is no subnet of the templates: nothing hangs on that`,
      )
      continue
    }
    if (others > 0)
      tell(
        putting,
        resource,
        'unknown',
        `${subnet.id} is shared with principals that are no account numbers; which accounts these are is not known`,
      )
    for (const account of accounts)
      if (account !== subnet.account)
        say(putting, { ...resource, account, region }, 'Subnets', {
          SubnetId: subnet.id,
          VpcId: idOf(subnet.properties.VpcId) ?? undefined,
          OwnerId: subnet.account,
          AvailabilityZone: isUnknown(subnet.properties.AvailabilityZone)
            ? undefined
            : (textOf(subnet.properties.AvailabilityZone) ?? undefined),
        })
  }
}

export const storage: Readonly<Record<string, ResourceType>> = {
  'AWS::S3::Bucket': type(
    BUCKET,
    (resource, putting) => {
      draw(putting, resource, {
        kind: 's3-bucket',
        id: resource.id,
        region: resource.region,
        account: resource.account,
        bucketName: bucketName(from(resource)),
        ...bucketSettings(putting, resource),
      })
    },
    {
      ref: bucketName,
      attributes: {
        Arn: (one) => `arn:${partitionOf(one.region).name}:s3:::${bucketName(one)}`,
        DomainName: host(''),
        RegionalDomainName: host('.REGION'),
        DualStackDomainName: host('.dualstack.REGION'),
        WebsiteURL: (one) => `http://${bucketName(one)}.s3-website-${one.region}.${partitionOf(one.region).suffix}`,
      },
    },
  ),
  'AWS::DynamoDB::Table': type(
    TABLE,
    putTable((resource) => resource.properties.ResourcePolicy),
    TABLE_NAMES,
  ),
  // of its replicas the one here; each has a policy of its own. Source: AWS CloudFormation Template Reference, AWS::DynamoDB::GlobalTable
  'AWS::DynamoDB::GlobalTable': type(
    [
      ...TABLE,
      'Replicas',
      'GlobalTableSourceArn',
      'WriteProvisionedThroughputSettings',
      'WriteOnDemandThroughputSettings',
    ],
    putTable(
      ({ properties, region }) =>
        recordsOf(properties.Replicas).find((one) => textOf(one.Region) === region)?.ResourcePolicy,
    ),
    TABLE_NAMES,
  ),
  'AWS::S3::BucketPolicy': type(['Bucket', 'PolicyDocument'], readElsewhere),
  'AWS::RAM::ResourceShare': type(
    ['Name', 'ResourceArns', 'Principals', 'AllowExternalPrincipals', 'PermissionArns', 'Sources'],
    putShare,
    { attributes: { Arn: ({ id }) => id } },
  ),
}
