import { describe, expect, test } from 'vitest'
import { readPolicy } from '../read/readPolicy.ts'
import { ask, verdictWith } from '../testing/ask.ts'

const named = (document: object) => ({ name: 'one', document })
const one = (statement: object) => named({ Version: '2012-10-17', Statement: [statement] })
const anybody = { Principal: '*', Action: '*', Resource: '*' }

// Source: PrivateLink guide, endpoints for Amazon S3 and DynamoDB; VPC guide of 2015, VPC endpoints; Aurora guide, interface endpoints
describe('policies of endpoints', () => {
  const passes = (statement: object, given: object) => verdictWith({ endpoint: one(statement) }, { ...given })

  const bucket = {
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
    Resource: ['arn:aws:s3:::example-bucket', 'arn:aws:s3:::example-bucket/*'],
  }
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::example-bucket/a', 'allowed'],
    ['s3:ListBucket', 'arn:aws:s3:::example-bucket', 'allowed'],
    ['s3:DeleteObject', 'arn:aws:s3:::example-bucket/a', 'denied'],
    ['s3:GetObject', 'arn:aws:s3:::example-bucket-2/a', 'denied'],
  ])('a certain bucket alone: %s %s', (action, resource, verdict) => {
    expect(passes(bucket, { action, resource })).toBe(verdict)
  })

  test('a certain role alone', () => {
    const role = 'arn:aws:iam::111122223333:role/SomeRole'
    const statement = { ...anybody, Effect: 'Allow', Condition: { ArnEquals: { 'aws:PrincipalArn': role } } }
    expect(passes(statement, { principal: role })).toBe('allowed')
    expect(passes(statement, { principal: 'arn:aws:sts::111122223333:assumed-role/SomeRole/i-1' })).toBe('allowed')
    expect(passes(statement, { principal: `${role}2` })).toBe('denied')
  })

  test('callers of a certain account alone', () => {
    const statement = {
      ...anybody,
      Effect: 'Allow',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
    }
    expect(passes(statement, {})).toBe('allowed')
    const other = 'arn:aws:iam::444455556666:role/SomeRole'
    expect(passes(statement, { principal: other, resourceAccount: '444455556666' })).toBe('denied')
  })

  test('repositories of packages in every Region', () => {
    const Resource = ['arn:aws:s3:::packages.*.amazonaws.com/*', 'arn:aws:s3:::repo.*.amazonaws.com/*']
    const statement = { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource }
    expect(passes(statement, { resource: 'arn:aws:s3:::repo.eu-west-1.amazonaws.com/a/b' })).toBe('allowed')
    expect(passes(statement, { resource: 'arn:aws:s3:::repo.amazonaws.com/a' })).toBe('denied')
  })

  test('buckets of a certain account alone', () => {
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::*',
      Condition: { StringNotEquals: { 's3:ResourceAccount': '111122223333' } },
    }
    const endpoint = named({ Version: '2012-10-17', Statement: [{ ...anybody, Effect: 'Allow' }, statement] })
    expect(verdictWith({ endpoint })).toBe('allowed')
    const resource = one({ ...anybody, Effect: 'Allow' })
    expect(verdictWith({ endpoint, resource }, { resourceAccount: '444455556666' })).toBe('denied')
  })

  test('actions of Aurora', () => {
    const Action = ['rds:CreateDBInstance', 'rds:ModifyDBInstance', 'rds:CreateDBSnapshot']
    const statement = { Principal: '*', Effect: 'Allow', Action, Resource: '*' }
    const resource = 'arn:aws:rds:us-east-1:111122223333:db:orders'
    expect(passes(statement, { action: 'rds:CreateDBInstance', resource })).toBe('allowed')
    expect(passes(statement, { action: 'rds:DeleteDBInstance', resource })).toBe('denied')
  })

  // the guide’s text, with the brace that it lacks
  test('all but one account', () => {
    const Statement = [
      { ...anybody, Effect: 'Allow' },
      { ...anybody, Effect: 'Deny', Principal: { AWS: ['123456789012'] } },
    ]
    const call = { action: 'rds:CreateDBInstance', resource: '*' }
    expect(verdictWith({ endpoint: named({ Statement }) }, call)).toBe('allowed')
    const principal = 'arn:aws:iam::123456789012:role/SomeRole'
    const theirs = { ...call, principal, resourceAccount: '123456789012' }
    expect(verdictWith({ endpoint: named({ Statement }) }, theirs)).toBe('denied')
  })

  test('a brace that is missing is told where it is', () => {
    const text = `{
  "Statement": [
    { "Action": "*", "Effect": "Allow", "Resource": "*", "Principal": "*" },
    {
      "Action": "*",
      "Effect": "Deny",
      "Resource": "*",
      "Principal": {
        "AWS": [
          "123456789012"
        ]
      }
   ]
}`
    expect(readPolicy(text, 'endpoint')).toEqual({
      ok: false,
      problems: [{ line: 13, column: 4, message: expect.stringContaining('is not JSON') }],
    })
  })
})

describe('policies of buckets', () => {
  const Resource = ['arn:aws:s3:::example_bucket', 'arn:aws:s3:::example_bucket/*']
  const unless = (Condition: object) => one({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource, Condition })
  const verdict = (Condition: object, context: object) => verdictWith({ resource: unless(Condition) }, { context })

  test('a certain endpoint alone', () => {
    const condition = { StringNotEquals: { 'aws:sourceVpce': 'vpce-1a2b3c4d' } }
    expect(verdict(condition, { 'aws:SourceVpce': 'vpce-1a2b3c4d' })).toBe('allowed')
    expect(verdict(condition, { 'aws:SourceVpce': 'vpce-0' })).toBe('denied')
    expect(verdict(condition, { 'aws:SourceIp': '203.0.113.9' })).toBe('denied')
  })
  test('a certain VPC alone', () => {
    const condition = { StringNotEquals: { 'aws:sourceVpc': 'vpc-111bbb22' } }
    expect(verdict(condition, { 'aws:SourceVpc': 'vpc-111bbb22' })).toBe('allowed')
    expect(verdict(condition, {})).toBe('denied')
  })
  test('certain private addresses alone', () => {
    const condition = { NotIpAddress: { 'aws:VpcSourceIp': '172.31.0.0/16' } }
    expect(verdict(condition, { 'aws:VpcSourceIp': '172.31.4.4' })).toBe('allowed')
    expect(verdict(condition, { 'aws:VpcSourceIp': '10.0.0.4' })).toBe('denied')
  })
  test('public addresses do not come through an endpoint: NotIpAddress denies, IpAddress does not', () => {
    const through = { 'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:VpcSourceIp': '10.0.0.4' }
    expect(verdict({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, through)).toBe('denied')
    expect(verdict({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, through)).toBe('allowed')
    const outside = { 'aws:SourceIp': '203.0.113.9' }
    expect(verdict({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, outside)).toBe('allowed')
    expect(verdict({ NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } }, through)).toBe('denied')
  })
})

test('policies of an identity: a table through one endpoint alone', () => {
  const Resource = 'arn:aws:dynamodb:us-east-1:111122223333:table/*'
  const document = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'dynamodb:*', Resource },
      {
        Effect: 'Deny',
        Action: 'dynamodb:*',
        Resource,
        Condition: { StringNotEquals: { 'aws:sourceVpce': 'vpce-11aa22bb' } },
      },
    ],
  }
  const call = { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/StockTable' }
  const policies = { identity: [named(document)] }
  expect(ask({ ...call, policies, context: { 'aws:SourceVpce': 'vpce-11aa22bb' } }).verdict).toBe('allowed')
  const answer = ask({ ...call, policies })
  expect(answer).toMatchObject({ verdict: 'denied', why: 'explicit-deny', statements: ['identity[one:2]'] })
})

// Source: PrivateLink guide, identity and access management; VPC guide of 2015, controlling the use of endpoints
describe('policies about endpoints and services', () => {
  const at = (type: string) => `arn:aws:ec2:us-east-1:111122223333:${type}`
  const create = 'ec2:CreateVpcEndpoint'
  const may = (statements: readonly object[], action: string, resource: string, context: Record<string, string> = {}) =>
    ask({
      action,
      resource,
      context,
      policies: { identity: [named({ Version: '2012-10-17', Statement: statements })] },
    }).verdict
  const parts = {
    Effect: 'Allow',
    Action: create,
    Resource: ['vpc/*', 'security-group/*', 'subnet/*', 'route-table/*'].map(at),
  }
  const endpoint = (key: string, values: readonly string[]) => ({
    Effect: 'Allow',
    Action: create,
    Resource: [at('vpc-endpoint/*')],
    Condition: { StringEquals: { [key]: values } },
  })

  test.each([
    ['ec2:VpceServiceOwner', 'amazon', '444455556666'],
    ['ec2:VpceServiceName', 'com.amazonaws.us-east-1.s3', 'com.amazonaws.us-east-1.sqs'],
  ])('%s: endpoints for %s and not for %s', (key, taken, other) => {
    const statements = [parts, endpoint(key, [taken])]
    for (const part of ['vpc/vpc-1', 'subnet/subnet-1', 'security-group/sg-1', 'route-table/rtb-1'])
      expect(may(statements, create, at(part))).toBe('allowed')
    const made = at('vpc-endpoint/vpce-1')
    expect(may(statements, create, made, { [key]: taken })).toBe('allowed')
    expect(may(statements, create, made, { [key]: other })).toBe('denied')
    expect(may(statements, create, made)).toBe('denied')
    expect(may(statements, 'ec2:DeleteVpcEndpoints', made, { [key]: taken })).toBe('denied')
  })

  test('ec2:VpceServicePrivateDnsName: services under one name', () => {
    const key = 'ec2:VpceServicePrivateDnsName'
    const statement = {
      Effect: 'Allow',
      Action: ['ec2:ModifyVpcEndpointServiceConfiguration', 'ec2:CreateVpcEndpointServiceConfiguration'],
      Resource: [at('vpc-endpoint-service/*')],
      Condition: { StringEquals: { [key]: ['example.com'] } },
    }
    const service = at('vpc-endpoint-service/vpce-svc-1')
    for (const action of statement.Action) {
      expect(may([statement], action, service, { [key]: 'example.com' })).toBe('allowed')
      expect(may([statement], action, service, { [key]: 'www.example.com' })).toBe('denied')
    }
  })

  test('by the rules of 2015 no endpoint can be named: everything about endpoints, or nothing', () => {
    const statement = { Effect: 'Allow', Action: ['ec2:*VpcEndpoint*', 'ec2:DescribePrefixLists'], Resource: '*' }
    for (const action of [create, 'ec2:ModifyVpcEndpoint', 'ec2:DeleteVpcEndpoints', 'ec2:DescribePrefixLists'])
      expect(may([statement], action, '*')).toBe('allowed')
    expect(may([statement], 'ec2:CreateVpc', '*')).toBe('denied')
    expect(may([{ ...statement, Action: 'ec2:Describe*' }], create, '*')).toBe('denied')
  })

  test('a topic that endpoints send their news to', () => {
    const topic = 'arn:aws:sns:us-east-2:123456789012:EndpointNotification'
    const publish = {
      Effect: 'Allow',
      Principal: { Service: 'vpce.amazonaws.com' },
      Action: 'SNS:Publish',
      Resource: topic,
    }
    const tell = (principal: string) =>
      ask({ action: 'sns:Publish', resource: topic, principal, policies: { resource: one(publish) } }).verdict
    expect(tell('vpce.amazonaws.com')).toBe('allowed')
    expect(tell('s3.amazonaws.com')).toBe('denied')
  })
})

// Source: PrivateLink guide, endpoints for Amazon DynamoDB
describe('policies of endpoints for tables', () => {
  const table = (name: string) => `arn:aws:dynamodb:us-east-1:111122223333:table/${name}`
  const passes = (statement: object, action: string, resource: string) =>
    verdictWith({ endpoint: one({ Effect: 'Allow', Principal: '*', ...statement }) }, { action, resource })

  test('listing and describing alone', () => {
    const statement = { Action: ['dynamodb:DescribeTable', 'dynamodb:ListTables'], Resource: '*' }
    expect(passes(statement, 'dynamodb:ListTables', '*')).toBe('allowed')
    expect(passes(statement, 'dynamodb:DescribeTable', table('StockTable'))).toBe('allowed')
    expect(passes(statement, 'dynamodb:Query', table('StockTable'))).toBe('denied')
  })
  test('a certain table alone', () => {
    const statement = { Action: 'dynamodb:*', Resource: table('StockTable') }
    expect(passes(statement, 'dynamodb:PutItem', table('StockTable'))).toBe('allowed')
    expect(passes(statement, 'dynamodb:PutItem', table('StockTable2'))).toBe('denied')
    expect(passes(statement, 'dynamodb:Query', `${table('StockTable')}/index/ByDay`)).toBe('denied')
  })
})
