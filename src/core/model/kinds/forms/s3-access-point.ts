import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'

/** What one reads and fills in of an S3 access point. */
export const s3AccessPointForm: Form<ConstructOf<'s3-access-point'>> = {
  summary:
    'A further name of a bucket, with a policy of its own. What is asked by it, its policy and the bucket’s must allow.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html',
  fields: [
    {
      key: 'accessPointName',
      label: 'Name',
      input: 'text',
      rule: (text) =>
        /^(?!.*-s3alias$)[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/.test(text)
          ? null
          : `“${text}” is no name of an access point: 3 to 50 small letters, digits and dashes`,
    },
    { key: 'bucket', label: 'Bucket', input: 'reference', kinds: ['s3-bucket'] },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      help: 'The account that made it: not always the owner of the bucket.',
    },
    {
      key: 'alias',
      label: 'Alias',
      input: 'text',
      optional: true,
      help: 'What AWS calls it where the name of a bucket is wanted; it ends in -s3alias.',
      rule: (text) =>
        /^[a-z0-9-]{1,63}-s3alias$/.test(text) ? null : `“${text}” is no alias of an access point: it ends in -s3alias`,
    },
    {
      key: 'networkOrigin',
      label: 'Network origin',
      input: 'select',
      options: [
        { value: 'Internet', label: 'Internet: from anywhere' },
        { value: 'VPC', label: 'VPC: by an endpoint of one VPC alone' },
      ],
    },
    {
      key: 'originVpc',
      label: 'VPC',
      input: 'reference',
      kinds: ['vpc'],
      optional: true,
      noneLabel: 'One that is not drawn',
      when: ({ networkOrigin }) => networkOrigin === 'VPC',
      help: 'Whose endpoints it is had by.',
    },
    { ...policyField, label: 'Access point policy', help: 'Who may do what by it.' },
    {
      key: 'blockPublicPolicy',
      label: 'Block public policies',
      input: 'boolean',
      help: 'On: S3 refuses a policy that is public.',
    },
    {
      key: 'restrictPublicBuckets',
      label: 'Restrict public access',
      input: 'boolean',
      help: 'On: while its policy is public, nobody of another account gets in by it.',
    },
  ],
}
