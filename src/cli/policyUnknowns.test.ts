import { expect, test } from 'vitest'
import {
  allow,
  bucketWith,
  byGateway,
  call,
  getObject,
  type Json,
  KEY,
  network,
  OWNER,
  outcomeOf,
  policy,
  ref,
  TRUST,
} from './testing/policyTemplate.ts'

/** What no file says. */
const UNKNOWN = { 'Fn::ImportValue': 'elsewhere' }
const NOT_KNOWN = 'cannot-tell POLICY_NOT_KNOWN'

/** A bucket that is public as far as its policy goes, of the caller's account or of another. */
function bucketOf(whose: 'own' | 'another', settings: Json) {
  const resources = { ...byGateway, ...bucketWith([allow('s3:*', KEY, { Principal: '*' })], settings) }
  const hopwise = whose === 'own' ? {} : { resourceAccounts: { Bucket: OWNER, Its: OWNER } }
  return outcomeOf(network('s3', resources, hopwise, [policy(allow('*'))]), getObject)
}
const open = { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false } }
const encrypted = (byDefault: unknown) => ({
  ...open,
  BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }] },
})

test.each<[string, 'own' | 'another', Json, string]>([
  ['AES256', 'another', encrypted({ SSEAlgorithm: 'AES256' }), 'succeeds'],
  ['a key of AWS’s', 'own', encrypted({ SSEAlgorithm: 'aws:kms' }), 'succeeds'],
  ['a key of AWS’s, from elsewhere', 'another', encrypted({ SSEAlgorithm: 'aws:kms' }), 'fails RESOURCE_POLICY_DENIES'],
  ['the same, twice', 'another', encrypted({ SSEAlgorithm: 'aws:kms:dsse' }), 'fails RESOURCE_POLICY_DENIES'],
  ['a key that no file says', 'own', encrypted({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: UNKNOWN }), NOT_KNOWN],
  ['an algorithm that no file says', 'own', encrypted({ SSEAlgorithm: UNKNOWN }), NOT_KNOWN],
  ['what no file says', 'own', encrypted(UNKNOWN), NOT_KNOWN],
  ['what no file says at all', 'own', { BucketEncryption: UNKNOWN }, NOT_KNOWN],
])('objects are encrypted with %s (%s): %j', (_, whose, settings, comes) => {
  expect(bucketOf(whose, settings)).toBe(comes)
})

test.each<[Json, string]>([
  [open, 'succeeds'],
  [{ PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } }, 'fails RESOURCE_POLICY_DENIES'],
  [{ PublicAccessBlockConfiguration: { RestrictPublicBuckets: UNKNOWN } }, NOT_KNOWN],
  [{ PublicAccessBlockConfiguration: UNKNOWN }, NOT_KNOWN],
])('whether a public policy counts is known as far as Block Public Access is: %j', (settings, comes) => {
  expect(bucketOf('another', settings)).toBe(comes)
})

const send = call('sqs', 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:orders')
const Queue = { Kept: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } } }

test.each<[unknown, string]>([
  [[{ Key: 'team', Value: 'blue' }], 'succeeds'],
  [[{ Key: 'team', Value: 'red' }], 'fails IDENTITY_POLICY_DENIES'],
  [[{ Key: 'team', Value: UNKNOWN }], 'cannot-tell CONDITION_KEY_NOT_KNOWN'],
  [UNKNOWN, 'cannot-tell CONDITION_KEY_NOT_KNOWN'],
  [[{ Key: 'other', Value: UNKNOWN }], 'fails IDENTITY_POLICY_DENIES'],
])('a role has the tags %j', (Tags, comes) => {
  const PolicyDocument = policy(
    allow('sqs:*', '*', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
  )
  const Properties = {
    RoleName: 'app',
    AssumeRolePolicyDocument: TRUST,
    Tags,
    Policies: [{ PolicyName: 'p', PolicyDocument }],
  }
  const resources = { ...Queue, Role: { Type: 'AWS::IAM::Role', Properties } }
  expect(outcomeOf(network('sqs', resources, {}, []), send)).toBe(comes)
})

test.each<[unknown, string]>([
  [policy(allow('*', '*', { Principal: '*' })), 'succeeds'],
  [UNKNOWN, NOT_KNOWN],
  [{ 'Fn::Sub': `\${Nobody}` }, NOT_KNOWN],
])('an endpoint has the policy %j', (PolicyDocument, comes) => {
  const Properties = {
    VpcId: ref('Vpc'),
    ServiceName: 'com.amazonaws.us-east-1.sqs',
    VpcEndpointType: 'Interface',
    SubnetIds: [ref('Subnet')],
    SecurityGroupIds: [ref('Group')],
    PrivateDnsEnabled: true,
    PolicyDocument,
  }
  const resources = { ...Queue, Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties } }
  expect(outcomeOf(network('sqs', resources), send)).toBe(comes)
})
