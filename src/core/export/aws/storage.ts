import type { SettingsFor } from './settingsFor.ts'
import { idOf, nameOfKept } from './value.ts'

export const storage = {
  bucket: (part) => ({
    Bucket: nameOfKept(part.construct, part.construct.bucketName),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  }),
  table: (part) => ({
    TableName: nameOfKept(part.construct, part.construct.tableName),
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }),
  api: ({ construct: { id, name, endpointType, defaultEndpoint, policy }, endpoints }) => ({
    // AWS refuses one without a name
    name: name || id,
    ...(policy !== null && { policy }),
    endpointConfiguration: {
      types: [{ regional: 'REGIONAL', edge: 'EDGE', private: 'PRIVATE' }[endpointType]],
      ...(endpoints.length > 0 && { vpcEndpointIds: endpoints.map(idOf) }),
    },
    ...(!defaultEndpoint && { disableExecuteApiEndpoint: true }),
  }),
} satisfies SettingsFor<'s3-bucket' | 'dynamodb-table' | 'api-gateway-api'>
