import type { SettingsFor } from './settingsFor.ts'

export const s3Bucket = {
  bucket: (part) => ({
    Bucket: part.construct.bucketName,
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  }),
} satisfies SettingsFor<'s3-bucket'>

export const dynamodbTable = {
  table: (part) => ({
    TableName: part.construct.tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }),
} satisfies SettingsFor<'dynamodb-table'>
