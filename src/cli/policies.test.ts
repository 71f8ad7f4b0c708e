import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allow, ask, call, type Json, network, OWNER, policy, ref } from './testing/policyTemplate.ts'

/** Kept beside the checkout; not everybody has it. */
const SHARED = join(import.meta.dirname, '../../../shared/policy-cases')
describe.runIf(existsSync(SHARED))('the policy cases', () => {
  const folders = existsSync(SHARED) ? readdirSync(SHARED).filter((one) => /^\d/.test(one)) : []
  test.each(folders)('%s', (folder) => {
    const lines = (file: string): readonly Json[] =>
      readFileSync(join(SHARED, folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    const template = readFileSync(join(SHARED, folder, 'template.json'), 'utf8')
    const expected = new Map(lines('expected.jsonl').map((one) => [one.id, one]))
    for (const { id, ...request } of lines('requests.jsonl')) {
      const { kind, symptom } = ask(template, request)
      expect({ verdict: kind, symptom }).toEqual({
        verdict: expected.get(id)!.verdict,
        symptom: expected.get(id)!.symptom,
      })
    }
  })
})

interface Kept {
  readonly service: string
  readonly action: string
  readonly arn: string
  readonly hopwise?: Json
  resources(statement: object): Json
}
/** Everything that carries a policy, of another account: it must allow. */
const KEPT: Readonly<Record<string, Kept>> = {
  'SQS queue': {
    service: 'sqs',
    action: 'sqs:SendMessage',
    arn: `arn:aws:sqs:us-east-1:${OWNER}:orders`,
    resources: (statement) => ({
      Kept: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      Its: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [ref('Kept')], PolicyDocument: policy(statement) } },
    }),
  },
  'SQS queue with an inline policy': {
    service: 'sqs',
    action: 'sqs:SendMessage',
    arn: `arn:aws:sqs:us-east-1:${OWNER}:orders`,
    resources: (statement) => ({
      Kept: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      Its: {
        Type: 'AWS::SQS::QueueInlinePolicy',
        Properties: { Queue: ref('Kept'), PolicyDocument: policy(statement) },
      },
    }),
  },
  'SNS topic': {
    service: 'sns',
    action: 'sns:Publish',
    arn: `arn:aws:sns:us-east-1:${OWNER}:news`,
    resources: (statement) => ({
      Kept: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } },
      Its: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [ref('Kept')], PolicyDocument: policy(statement) } },
    }),
  },
  'KMS key': {
    service: 'kms',
    action: 'kms:Decrypt',
    arn: `arn:aws:kms:us-east-1:${OWNER}:key/1f9f5e56-b472-8ddf-2f6c-3732c520b0f8`,
    hopwise: { ids: { Kept: '1f9f5e56-b472-8ddf-2f6c-3732c520b0f8', Instance: 'i-0a1b2c3d4e5f60718' } },
    resources: (statement) => ({
      Kept: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy({ ...statement, Resource: '*' }) } },
    }),
  },
  secret: {
    service: 'secretsmanager',
    action: 'secretsmanager:GetSecretValue',
    arn: `arn:aws:secretsmanager:us-east-1:${OWNER}:secret:db-AbCdEf`,
    resources: (statement) => ({
      Kept: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'db' } },
      Its: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: { SecretId: ref('Kept'), ResourcePolicy: policy({ ...statement, Resource: '*' }) },
      },
    }),
  },
  'secret by its whole ARN': {
    service: 'secretsmanager',
    action: 'secretsmanager:GetSecretValue',
    arn: `arn:aws:secretsmanager:us-east-1:${OWNER}:secret:db-AbCdEf`,
    hopwise: { ids: { Kept: `arn:aws:secretsmanager:us-east-1:${OWNER}:secret:db-AbCdEf` } },
    resources: (statement) => ({
      Kept: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
      Its: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: { SecretId: ref('Kept'), ResourcePolicy: policy({ ...statement, Resource: ref('Kept') }) },
      },
    }),
  },
  'DynamoDB table': {
    service: 'dynamodb',
    action: 'dynamodb:Query',
    arn: `arn:aws:dynamodb:us-east-1:${OWNER}:table/stock/index/by-date`,
    resources: (statement) => ({
      Kept: {
        Type: 'AWS::DynamoDB::Table',
        Properties: { TableName: 'stock', ResourcePolicy: { PolicyDocument: policy(statement) } },
      },
    }),
  },
  'ECR repository': {
    service: 'ecr.api',
    action: 'ecr:BatchGetImage',
    arn: `arn:aws:ecr:us-east-1:${OWNER}:repository/tools/base`,
    resources: (statement) => ({
      Kept: {
        Type: 'AWS::ECR::Repository',
        Properties: {
          RepositoryName: 'tools/base',
          RepositoryPolicyText: policy({ ...statement, Resource: undefined }),
        },
      },
    }),
  },
  'event bus': {
    service: 'events',
    action: 'events:PutEvents',
    arn: `arn:aws:events:us-east-1:${OWNER}:event-bus/main`,
    resources: (statement) => ({
      Kept: { Type: 'AWS::Events::EventBus', Properties: { Name: 'main' } },
      Its: {
        Type: 'AWS::Events::EventBusPolicy',
        Properties: { EventBusName: ref('Kept'), StatementId: 'One', Statement: statement },
      },
    }),
  },
}
const HOSTS: Readonly<Record<string, string>> = { 'ecr.api': 'api.ecr' }

describe.each(Object.entries(KEPT))(
  '%s of another account',
  (_, { service, action, arn: what, hopwise, resources }) => {
    const request = {
      ...call(HOSTS[service] ?? service, action, what),
      ...(service === 'dynamodb' && { to: 'Endpoint' }),
    }
    const given = { resourceAccounts: { Kept: OWNER }, ...hopwise }
    const of = (statement: object) => ask(network(service, resources(statement), given), request)
    test('is open where its policy names the account of the caller', () => {
      const verdict = of(allow(action, what, { Principal: { AWS: '111122223333' } }))
      expect([verdict.kind, verdict.gaps]).toEqual(['succeeds', []])
    })
    test('is closed where it names another one', () => {
      const { kind, symptom, code, decidedBy } = of(allow(action, what, { Principal: { AWS: '777788889999' } }))
      expect([kind, symptom, code, decidedBy?.construct]).toEqual([
        'fails',
        'access-denied',
        'RESOURCE_POLICY_DENIES',
        'Kept',
      ])
    })
  },
)
