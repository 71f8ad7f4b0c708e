import { idOf, regionCalled } from '../aws/value.ts'
import { asText, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, type StepsOf, silently, tagList } from './line.ts'
import { waitsForRole } from './waitsForRole.ts'

export const s3Bucket: StepsOf<'s3-bucket'> = {
  bucket: {
    create: (part, stack, settings) => {
      const { Bucket, PublicAccessBlockConfiguration, OwnershipControls, ServerSideEncryptionConfiguration } = settings
      const { BlockPublicAcls, IgnorePublicAcls, ...others } = PublicAccessBlockConfiguration
      const region = regionCalled(stack.regionCode)
      return [
        makeOnce(stack, part, {
          find: { helper: 'own_bucket', words: [region, Bucket, part.key] },
          // us-east-1 is where buckets go unless told otherwise, and the one Region that may not be told
          make: { helper: 'new_bucket', words: [region, Bucket] },
        }),
        silently(
          call(stack, 's3api put-bucket-tagging', {
            Bucket: idOf(part.key),
            Tagging: { TagSet: tagList(part, stack) },
          }),
        ),
        silently(
          call(stack, 's3api put-public-access-block', {
            Bucket: idOf(part.key),
            PublicAccessBlockConfiguration: { BlockPublicAcls, IgnorePublicAcls, ...others },
          }),
        ),
        ...(OwnershipControls === undefined
          ? []
          : [
              silently(
                call(stack, 's3api put-bucket-ownership-controls', { Bucket: idOf(part.key), OwnershipControls }),
              ),
            ]),
        ...(ServerSideEncryptionConfiguration === undefined
          ? []
          : [
              silently(
                call(stack, 's3api put-bucket-encryption', {
                  Bucket: idOf(part.key),
                  ServerSideEncryptionConfiguration,
                }),
              ),
            ]),
      ]
    },
    remove: [
      { line: 'data', lines: [silently(recordedCall('s3api delete-bucket', { Bucket: held('id') }), 'NoSuchBucket')] },
    ],
  },
  'bucket-policy': {
    create: (part, stack, { Bucket, Policy }) => [
      {
        line: 'run',
        call: call(stack, 's3api put-bucket-policy', { Bucket, Policy: asText(Policy) }),
        quiet: false,
        ...waitsForRole(part, stack, 'MalformedPolicy'),
      },
    ],
    // stays with the bucket
    remove: null,
  },
}
