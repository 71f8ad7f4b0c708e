import { policyValue } from './policyValue.ts'
import type { SettingsFor } from './settingsFor.ts'
import { idOf, nameOfKept } from './value.ts'

export const storage = {
  bucket: (part) => ({
    Bucket: nameOfKept(part.construct, part.construct.bucketName),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: part.construct.blockPublicPolicy,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: part.construct.restrictPublicBuckets,
    },
  }),
  'bucket-policy': (part) => ({ Bucket: idOf(part.bucket), Policy: policyValue(part.policy, part) }),
  table: (part) => ({
    TableName: nameOfKept(part.construct, part.construct.tableName),
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    ResourcePolicy: part.policy === null ? undefined : policyValue(part.policy, part),
  }),
  api: ({ construct, construct: { id, name, endpointType, defaultEndpoint }, endpoints, policy }) => ({
    // AWS refuses one without a name
    name: name || id,
    ...(policy !== null && { policy: policyValue(policy, { construct }) }),
    endpointConfiguration: {
      types: [{ regional: 'REGIONAL', edge: 'EDGE', private: 'PRIVATE' }[endpointType]],
      ...(endpoints.length > 0 && { vpcEndpointIds: endpoints.map(idOf) }),
    },
    ...(!defaultEndpoint && { disableExecuteApiEndpoint: true }),
  }),
} satisfies SettingsFor<'s3-bucket' | 'dynamodb-table' | 'api-gateway-api'>
