import type { SettingsFor } from './settingsFor.ts'

export const storage = {
  bucket: (part) => ({
    Bucket: part.construct.bucketName,
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  }),
  table: (part) => ({
    TableName: part.construct.tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }),
} satisfies SettingsFor<'s3-bucket' | 'dynamodb-table'>
