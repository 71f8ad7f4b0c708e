import * as z from 'zod/mini'
import { base, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('s3-bucket'),
  region: reference,
  account: reference,
  bucketName: typedText,
})

/** A bucket of an account in a Region. */
export const s3Bucket: Sheet<typeof schema> = {
  schema,
  kind: 's3-bucket',
  title: 'S3 bucket',
  noun: 'an S3 bucket',
  group: 'services',
  summary:
    'A bucket that clients ask for by name. It lies in S3, not in a VPC; an endpoint is a way to it, not the bucket.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'good',
  imported: null,
  dropped: 'beside',
  detail: ({ bucketName, name }) => (bucketName === name ? 'S3 bucket' : bucketName),
  service: (_, region) => `com.amazonaws.${region}.s3`,
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
  ],
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
  ],
  create: (id, name, parent) => ({
    kind: 's3-bucket',
    id,
    name,
    region: parent,
    account: 'account-1',
    bucketName: `example-${id}`,
  }),
}
