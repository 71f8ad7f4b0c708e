import * as z from 'zod/mini'
import { base, choice, flag, optional, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('s3-access-point'),
  region: reference,
  /** Who made it: not always the owner of the bucket. */
  account: reference,
  accessPointName: typedText,
  bucket: reference,
  /** What AWS calls it where a bucket’s name is wanted: `NAME-…-s3alias`; null = not said. Source: S3 guide, access point aliases. */
  alias: optional(typedText),
  networkOrigin: choice(['Internet', 'VPC'], 'Internet'),
  /** The one that it is had from, where its origin is a VPC; null = one that is not drawn. */
  originVpc: optional(reference),
  /** Its access point policy; null = none. */
  policy: policyText,
  /** Block Public Access of its own, which cannot be changed later. Source: S3 guide, managing public access to access points. */
  blockPublicPolicy: flag(true),
  restrictPublicBuckets: flag(true),
})

/** A further name of a bucket, with a policy of its own: what is asked by it, its policy and the bucket’s must allow. Source: S3 guide, access points. */
export const s3AccessPoint: Sheet<typeof schema> = {
  schema,
  kind: 's3-access-point',
  title: 'S3 access point',
  noun: 'an S3 access point',
  group: 'services',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'good',
  imported: 'along',
  reached: 'regional-host',
  regionalHost: ({ accessPointName, alias }, account) =>
    alias === null ? `${accessPointName}-${account}.s3-accesspoint` : `${alias}.s3`,
  asked: true,
  dropped: 'beside',
  detail: ({ networkOrigin }) => (networkOrigin === 'VPC' ? 'Access point of a VPC' : 'S3 access point'),
  service: (_, region) => `com.amazonaws.${region}.s3`,
  references: [
    ofRegion,
    ofAccount,
    { path: 'bucket', kinds: ['s3-bucket'], onDelete: 'delete-holder' },
    { path: 'originVpc', kinds: ['vpc'], onDelete: 'clear' },
  ],
  blank: (parent, id) => ({ region: parent, account: 'account-1', accessPointName: id, bucket: 's3-bucket-1' }),
}
