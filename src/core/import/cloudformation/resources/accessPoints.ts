import { notImported } from '../../../model/notImported.ts'
import type { StackResource } from '../stack.ts'
import { arn, own } from './ownArns.ts'
import { documentText } from './policyOn.ts'
import { anyOf, draw, referred } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idOf, isUnknown, textOf } from './values.ts'

/** Its blocks are on unless it turns them off. Source: AWS CloudFormation Template Reference, AWS::S3::AccessPoint; S3 guide, managing public access to access points. */
function putAccessPoint(resource: StackResource, putting: Putting): undefined {
  const { id, account, region, properties } = resource
  const { Bucket, VpcConfiguration, PublicAccessBlockConfiguration, Policy } = properties
  const bucket = referred(putting, Bucket)
  const vpc = fieldsOf(VpcConfiguration).VpcId
  const isOfVpc = VpcConfiguration !== undefined && VpcConfiguration !== null
  const blocks = (name: string): boolean =>
    PublicAccessBlockConfiguration === undefined || flagOf(fieldsOf(PublicAccessBlockConfiguration)[name]) === true
  draw(putting, resource, {
    kind: 's3-access-point',
    id,
    region,
    account,
    accessPointName: own('Name')({
      id: id.toLowerCase(),
      account,
      region,
      property: (name) => properties[name] ?? null,
      others: () => [],
    }),
    bucket: bucket?.id ?? idOf(Bucket) ?? notImported(`bucket-of-${id}`),
    networkOrigin: isOfVpc ? 'VPC' : 'Internet',
    originVpc: isOfVpc && !isUnknown(vpc) ? (referred(putting, vpc)?.id ?? textOf(vpc)) : null,
    policy: documentText(Policy),
    blockPublicPolicy: blocks('BlockPublicPolicy'),
    restrictPublicBuckets: blocks('RestrictPublicBuckets'),
  })
}

/** Further names of buckets. */
export const accessPoints: Readonly<Record<string, ResourceType>> = {
  'AWS::S3::AccessPoint': anyOf(putAccessPoint, {
    ref: own('Name'),
    attributes: {
      Arn: arn('s3', 'accesspoint/', 'Name'),
      Name: own('Name'),
      Alias: (one) => `${own('Name')(one)}-s3alias`,
      NetworkOrigin: (one) => (one.property('VpcConfiguration') === null ? 'Internet' : 'VPC'),
    },
  }),
}
