import { partitionOf } from '../../cloudformation/partitionOf.ts'
import { asFields, asFlag, asRecords, asRegion, asText, asWord } from '../../fields.ts'
import { add, type Importing, note } from '../../importing.ts'
import { accountByNumber, accountNumberOf, regionByCode } from '../../whereabouts.ts'
import { freeId } from '../readers/clients.ts'
import type { Guarded } from './guardedThings.ts'
import { blocksNamed, publiclyBlocked } from './publiclyBlocked.ts'

/** Source: S3 guide, using server-side encryption with AWS KMS keys. */
const MANAGED = 'alias/aws/s3'

/** A bucket with its policy, Block Public Access of its own and of its account, whose objects they are, and the key for them. Source: S3 API. */
export function drawBucket(
  importing: Importing,
  bucket: string,
  { entry, policy }: Guarded & { readonly policy: string | null },
): void {
  const listed = importing.find('Buckets', bucket)
  const number = (listed && accountNumberOf(listed)) ?? accountNumberOf(entry)
  const region = regionOfBucket(importing, bucket) ?? entry.region
  const own = blocksNamed(importing, 'Bucket', bucket)
  const account = number === null ? null : blocksNamed(importing, 'AccountId', number)
  const encryption = encryptionOf(importing, bucket, region, number)
  add(importing, entry, {
    kind: 's3-bucket',
    id: freeId(importing, bucket),
    name: bucket,
    region: regionByCode(importing, region, entry),
    account: accountByNumber(importing, number),
    bucketName: bucket,
    ...publiclyBlocked(importing, entry, bucket, policy, [own, account]),
    // what nobody said may let lists count
    objectOwnership: ownershipOf(importing, bucket) ?? 'ObjectWriter',
    ...encryption,
  })
}

/** A list of buckets says it, or `get-bucket-location`: nothing for us-east-1. Source: S3 API, GetBucketLocation. */
function regionOfBucket(importing: Importing, bucket: string): string | null {
  const [location] = importing.where('BucketLocations', 'Bucket', bucket)
  if (!location) return asRegion(importing.find('Buckets', bucket)?.value.BucketRegion)
  const constraint = asText(location.value.LocationConstraint)
  return constraint === null ? 'us-east-1' : constraint === 'EU' ? 'eu-west-1' : constraint
}

/** Source: S3 API, OwnershipControls; a bucket without them is one of objects’ writers. */
function ownershipOf(importing: Importing, bucket: string) {
  const [said] = importing.where('OwnershipControls', 'Bucket', bucket)
  const [rule] = asRecords(asFields(said?.value.OwnershipControls).Rules)
  return asWord(rule?.ObjectOwnership, ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'])
}

/** Without a key of its own KMS takes AWS’s for S3. What nobody asked for is not known. Source: S3 API, ServerSideEncryptionRule, ServerSideEncryptionByDefault. */
function encryptionOf(importing: Importing, bucket: string, region: string | null, number: string | null) {
  const [said] = importing.where('BucketEncryptions', 'Bucket', bucket)
  if (!said) {
    const what = `${bucket}: with which key its objects are encrypted is not in the files; get-bucket-encryption says it`
    note(importing, 'unknown', what)
    return { encryptionKey: 'not known: get-bucket-encryption says it', bucketKey: false }
  }
  const [rule] = asRecords(asFields(said.value.ServerSideEncryptionConfiguration).Rules)
  const byDefault = asFields(rule?.ApplyServerSideEncryptionByDefault)
  const key =
    asText(byDefault.KMSMasterKeyID) ?? (asText(byDefault.SSEAlgorithm)?.startsWith('aws:kms') ? MANAGED : null)
  const isArn = key === null || key.startsWith('arn:')
  const named = key?.startsWith('alias/') ? key : `key/${key}`
  const arn = isArn ? key : `arn:${partitionOf(region ?? '').name}:kms:${region}:${number}:${named}`
  return { encryptionKey: arn, bucketKey: asFlag(rule?.BucketKeyEnabled) === true }
}
