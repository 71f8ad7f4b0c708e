import * as z from 'zod/mini'
import { base, choice, flag, optional, plainText, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('s3-bucket'),
  region: reference,
  account: reference,
  bucketName: typedText,
  /** Its bucket policy; null = none. */
  policy: policyText,
  /** Whether access control lists count. Off for new buckets since April 2023. Source: S3 guide, controlling ownership of objects. */
  objectOwnership: choice(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'], 'BucketOwnerEnforced'),
  /** The key that objects are encrypted with by default, as an ARN of it or of its alias; null = S3’s own. Source: S3 guide, default bucket encryption. */
  encryptionKey: optional(plainText(2048)),
  /** S3 asks KMS for a key of the bucket, not of each object. Source: S3 guide, S3 Bucket Keys. */
  bucketKey: flag(false),
  /** Block Public Access: lists that are public are refused, and those that are there do not count. */
  blockPublicAcls: flag(true),
  ignorePublicAcls: flag(true),
  /** Block Public Access: a policy that is public is refused, and one that is there lets in nobody of other accounts. On for new buckets since April 2023. Source: S3 guide, blocking public access. */
  blockPublicPolicy: flag(true),
  restrictPublicBuckets: flag(true),
})

/** A bucket of an account in a Region. */
export const s3Bucket: Sheet<typeof schema> = {
  schema,
  kind: 's3-bucket',
  title: 'S3 bucket',
  noun: 'an S3 bucket',
  group: 'services',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'good',
  imported: 'along',
  reached: 'regional-host',
  regionalHost: ({ bucketName }) => `${bucketName.toLowerCase()}.s3`,
  asked: true,
  dropped: 'beside',
  detail: ({ bucketName, name }) => (bucketName === name ? 'S3 bucket' : bucketName),
  service: (_, region) => `com.amazonaws.${region}.s3`,
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
  ],
  blank: (parent, id) => ({ region: parent, account: 'account-1', bucketName: `example-${id}` }),
}
