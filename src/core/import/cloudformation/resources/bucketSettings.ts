import { unlessBlocked } from '../../unlessBlocked.ts'
import type { StackResource } from '../stack.ts'
import { keyArn } from './guarded.ts'
import { policyOn } from './policyOn.ts'
import type { Putting } from './resourceType.ts'
import { fieldsOf, flagOf, isUnknown, reasonIn, recordsOf, textOf } from './values.ts'

/** Who may do what with a bucket: its policy, what stands against that, whether lists count, and the key. What is not known is not taken for none. */
export function bucketSettings(putting: Putting, resource: StackResource) {
  const blocks = (name: string): boolean | null => blocked(resource, name)
  const restricts = blocks('RestrictPublicBuckets')
  const policy = policyOn(putting, resource, ['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'])
  return {
    policy: unlessBlocked(policy, restricts),
    objectOwnership: ownershipOf(resource),
    ...encryptionOf(putting, resource),
    blockPublicAcls: blocks('BlockPublicAcls') !== false,
    ignorePublicAcls: blocks('IgnorePublicAcls') === true,
    blockPublicPolicy: blocks('BlockPublicPolicy') !== false,
    restrictPublicBuckets: restricts !== false,
  }
}

/** What a configuration leaves out is off; without one all is on. Source: S3 guide, blocking public access; default settings for new buckets. */
function blocked({ properties }: StackResource, name: string): boolean | null {
  const said = properties.PublicAccessBlockConfiguration
  if (said === undefined || said === null) return true
  const flag = fieldsOf(said)[name]
  return isUnknown(said) || isUnknown(flag) ? null : flagOf(flag) === true
}

const OWNERSHIPS = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const

/** Without controls lists do not count, as with every bucket since April 2023; where it is not known they may. Source: S3 API, ObjectOwnership. */
function ownershipOf({ properties: { OwnershipControls } }: StackResource): (typeof OWNERSHIPS)[number] {
  if (reasonIn(OwnershipControls) !== null) return 'ObjectWriter'
  const [rule = {}] = recordsOf(fieldsOf(OwnershipControls).Rules)
  return OWNERSHIPS.find((one) => one === rule.ObjectOwnership) ?? 'BucketOwnerEnforced'
}

/** Without a key of one’s own KMS takes AWS’s for S3. Source: S3 API, ServerSideEncryptionByDefault, KMSMasterKeyID. */
function encryptionOf(putting: Putting, resource: StackResource) {
  const { BucketEncryption } = resource.properties
  const list = fieldsOf(BucketEncryption).ServerSideEncryptionConfiguration
  const [rule = {}] = recordsOf(list)
  const { SSEAlgorithm, KMSMasterKeyID } = fieldsOf(rule.ServerSideEncryptionByDefault)
  const bucketKey = flagOf(rule.BucketKeyEnabled) === true
  const why =
    reasonIn(SSEAlgorithm) ??
    reasonIn(KMSMasterKeyID) ??
    (SSEAlgorithm === undefined ? reasonIn(BucketEncryption) : null)
  if (why !== null) return { encryptionKey: `not known: ${why}`.slice(0, 2048), bucketKey }
  const isByKms = textOf(SSEAlgorithm)?.startsWith('aws:kms') ?? false
  return { encryptionKey: isByKms ? keyArn(putting, resource, KMSMasterKeyID ?? 'alias/aws/s3') : null, bucketKey }
}
