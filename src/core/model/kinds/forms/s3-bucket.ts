import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { arnOf } from './arnOf.ts'
import { policyField } from './policyField.ts'

/** What one reads and fills in of an S3 bucket. */
export const s3BucketForm: Form<ConstructOf<'s3-bucket'>> = {
  summary:
    'A bucket that clients ask for by name. It lies in S3, not in a VPC; an endpoint is a way to it, not the bucket.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html',
  fields: [
    {
      key: 'bucketName',
      label: 'Bucket name',
      input: 'text',
      rule: (text) =>
        /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)
          ? null
          : `“${text}” is not a bucket name: 3 to 63 small letters, digits, dots and dashes`,
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      help: 'The account that owns the bucket.',
    },
    {
      ...policyField,
      label: 'Bucket policy',
      none: 'None: its own account’s callers get in, by their own policies',
      help: 'Who may do what with it.',
    },
    {
      key: 'encryptionKey',
      label: 'Default encryption key',
      input: 'text',
      optional: true,
      most: 2048,
      help: 'The ARN of a KMS key or of its alias: whoever reads or writes must be allowed to use that too. Empty: S3’s own keys.',
      rule: arnOf('kms'),
    },
    {
      key: 'bucketKey',
      label: 'Bucket key',
      input: 'boolean',
      when: ({ encryptionKey }) => encryptionKey !== null,
      help: 'On: KMS is asked for a key of the bucket, and not of each object.',
    },
    {
      key: 'objectOwnership',
      label: 'Object ownership',
      input: 'select',
      options: [
        { value: 'BucketOwnerEnforced', label: 'Bucket owner enforced' },
        { value: 'BucketOwnerPreferred', label: 'Bucket owner preferred' },
        { value: 'ObjectWriter', label: 'Object writer' },
      ],
      help: 'Access control lists count unless the owner of the bucket is enforced.',
    },
    {
      key: 'blockPublicAcls',
      label: 'Block public access control lists',
      input: 'boolean',
      help: 'On: S3 refuses a list that is public.',
    },
    {
      key: 'ignorePublicAcls',
      label: 'Ignore public access control lists',
      input: 'boolean',
      help: 'On: lists that are public do not count.',
    },
    {
      key: 'blockPublicPolicy',
      label: 'Block public bucket policies',
      input: 'boolean',
      help: 'On: S3 refuses a policy that is public.',
    },
    {
      key: 'restrictPublicBuckets',
      label: 'Restrict public buckets',
      input: 'boolean',
      help: 'On: while its policy is public, nobody of another account gets in by it.',
    },
  ],
}
