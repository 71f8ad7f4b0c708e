import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
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
