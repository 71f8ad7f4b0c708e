import { piecesValue, policyValue } from './policyValue.ts'
import type { SettingsFor } from './settingsFor.ts'
import { accountNumbered, idOf, nameOfKept } from './value.ts'

export const storage = {
  bucket: (part) => ({
    Bucket: nameOfKept(part.construct, part.construct.bucketName),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: part.construct.blockPublicAcls,
      BlockPublicPolicy: part.construct.blockPublicPolicy,
      IgnorePublicAcls: part.construct.ignorePublicAcls,
      RestrictPublicBuckets: part.construct.restrictPublicBuckets,
    },
    // AWS's defaults are not asked for
    OwnershipControls:
      part.construct.objectOwnership === 'BucketOwnerEnforced'
        ? undefined
        : { Rules: [{ ObjectOwnership: part.construct.objectOwnership }] },
    ServerSideEncryptionConfiguration:
      part.encryptedBy === null
        ? undefined
        : {
            Rules: [
              {
                ApplyServerSideEncryptionByDefault: {
                  SSEAlgorithm: 'aws:kms',
                  KMSMasterKeyID: piecesValue(part.encryptedBy, part),
                },
                BucketKeyEnabled: part.construct.bucketKey,
              },
            ],
          },
  }),
  'access-point': (part) => ({
    Name: nameOfKept(part.construct, part.construct.accessPointName),
    Bucket: nameOfKept({ id: part.bucket }, part.bucketName),
    BucketAccountId: part.bucketAccount === null ? undefined : accountNumbered(part.bucketAccount),
    VpcConfiguration: part.vpc === null ? undefined : { VpcId: idOf(part.vpc) },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: part.construct.blockPublicPolicy,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: part.construct.restrictPublicBuckets,
    },
    Policy: part.policy === null ? undefined : policyValue(part.policy, part),
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
} satisfies SettingsFor<'s3-bucket' | 's3-access-point' | 'dynamodb-table' | 'api-gateway-api'>
