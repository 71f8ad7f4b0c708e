import type { ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const s3Bucket: ResourcePrinters<'s3-bucket'> = {
  bucket: (part) => ({
    type: 'AWS::S3::Bucket',
    keep: true,
    properties: {
      BucketName: part.construct.bucketName,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      Tags: tagsOf(part, 'strict'),
    },
  }),
}
