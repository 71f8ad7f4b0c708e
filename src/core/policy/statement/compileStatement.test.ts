import { describe, expect, test } from 'vitest'
import { ask, verdictWith } from '../testing/ask.ts'

const only = (statement: object, Version = '2012-10-17') => [
  { name: 'one', document: { Version, Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } } },
]
const asked = (statement: object, given: object = {}) => ask({ ...given, policies: { identity: only(statement) } })

// Source: IAM guide, JSON policy elements, Resource and Action
describe('a resource', () => {
  test.each([
    ['*', '*', 'allowed'],
    ['*', 'arn:aws:s3:::*', 'denied'],
    ['*', '**', 'allowed'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:*:111122223333:orders', 'allowed'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:*:orders', 'allowed'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:*1:orders', 'denied'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:eu-*-1:111122223333:orders', 'allowed'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:e*1111:orders', 'denied'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:eu-west-1?111122223333:orders', 'denied'],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', 'arn:aws:sqs:eu-west-1:111122223333:Orders', 'denied'],
    ['arn:aws:s3:::reports/a/b/c', 'arn:aws:s3:::reports/*/c', 'allowed'],
  ])('%s by %s: %s', (resource, Resource, verdict) => {
    expect(asked({ Resource }, { resource }).verdict).toBe(verdict)
  })

  // Source: API Gateway guide, resource policies: what is kept of a path is the ARN of the API with it
  test.each([
    ['execute-api:/*', 'allowed'],
    ['execute-api:/prod/GET/pets', 'allowed'],
    ['execute-api:/prod/*/pets', 'allowed'],
    ['execute-api:/test/*', 'denied'],
  ])('of an API by its path alone: %s is %s', (Resource, verdict) => {
    const resource = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/pets'
    expect(asked({ Resource }, { action: 'execute-api:Invoke', resource }).verdict).toBe(verdict)
  })
})

test('NotAction with * is about nothing, as is an action of another service', () => {
  const { Action: _, ...rest } = { Action: '*', Effect: 'Allow', Resource: '*' }
  const policies = (statement: object) => ({ identity: [{ name: 'one', document: { Statement: statement } }] })
  expect(ask({ policies: policies({ ...rest, NotAction: '*' }) }).verdict).toBe('denied')
  expect(ask({ policies: policies({ ...rest, NotAction: 'ec2:*' }) }).verdict).toBe('allowed')
  expect(asked({ Action: 'S3:getOBJECT' }).verdict).toBe('allowed')
})

// Source: IAM guide, policy variables
describe('a variable of which nobody said the value', () => {
  const context = { 'aws:username': { unknown: 'value' } }
  const by = (Resource: string, resource: string) => asked({ Resource }, { resource, context })
  test('leaves open what some value would make fit, and its key is named', () => {
    const answer = by(`arn:aws:s3:::home/\${aws:UserName}/*`, 'arn:aws:s3:::home/alice/a')
    expect(answer).toMatchObject({ verdict: 'cannot-tell', unknown: ['aws:UserName'] })
  })
  test('leaves nothing open that no value makes fit', () => {
    expect(by(`arn:aws:s3:::home/\${aws:username}/*`, 'arn:aws:s3:::other/alice/a').verdict).toBe('denied')
  })
  test('is named where a condition is filled in with it', () => {
    const Condition = { StringEquals: { 's3:prefix': `\${aws:username}` } }
    const given = { context: { ...context, 's3:prefix': 'alice' } }
    expect(asked({ Condition }, given)).toMatchObject({ verdict: 'cannot-tell', unknown: ['aws:username'] })
  })
  test('is none for Bool, as for all that is no text and no ARN', () => {
    const Condition = { Bool: { 'aws:SecureTransport': `\${aws:username}` } }
    expect(asked({ Condition }, { context: { 'aws:username': 'true', 'aws:SecureTransport': 'true' } }).verdict).toBe(
      'denied',
    )
  })
})

// Source: IAM guide, multivalued context keys (“a null dataset, such as an empty string”); condition operator to check existence
describe('an empty text', () => {
  const context = { 'aws:PrincipalTag/team': '' }
  const met = (operator: string, value: unknown) =>
    asked({ Condition: { [operator]: { 'aws:PrincipalTag/team': value } } }, { context }).verdict
  test.each([
    ['ForAllValues:StringEquals', 'a', 'allowed'],
    ['ForAnyValue:StringEquals', 'a', 'denied'],
    ['StringEquals', 'a', 'denied'],
    ['StringEquals', '', 'allowed'],
    ['StringNotEquals', 'a', 'allowed'],
    ['Null', 'true', 'cannot-tell'],
  ])('under %s %j: %s', (operator, value, verdict) => {
    expect(met(operator, value)).toBe(verdict)
  })
})

// Sources: IAM guide, third parties (external id); passing a role to a service
describe('keys that a service brings', () => {
  test('an external id must be the one that the trust policy asks for', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: '444455556666' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
    }
    const call = {
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::111122223333:role/target',
      principal: 'arn:aws:iam::444455556666:role/caller',
    }
    const resource = { name: 'trust', document: { Version: '2012-10-17', Statement: statement } }
    const verdict = (context: object) => verdictWith({ resource }, { ...call, context })
    expect(verdict({ 'sts:ExternalId': 'x-1' })).toBe('allowed')
    expect(verdict({ 'sts:ExternalId': 'x-2' })).toBe('denied')
    expect(verdict({})).toBe('denied')
  })
  test('a role is passed to the services that the policy names', () => {
    const Condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
    const call = { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/task' }
    const to = (service: string) =>
      asked({ Condition }, { ...call, context: { 'iam:PassedToService': service } }).verdict
    expect(to('ecs-tasks.amazonaws.com')).toBe('allowed')
    expect(to('ec2.amazonaws.com')).toBe('denied')
  })
})

test.each([
  `arn:aws:s3:::${'*a'.repeat(4000)}b`,
  `arn:aws:s3:${'*a'.repeat(4000)}b:*:x`,
  `arn:aws:s3:::${'?*'.repeat(1000)}b`,
])('a resource that is built to make a matcher slow is answered (%#)', (Resource) => {
  expect(asked({ Resource }, { resource: `arn:aws:s3:::${'a'.repeat(10_000)}` }).verdict).toBe('denied')
  expect(asked({ Resource }, { resource: `arn:aws:s3:${'a'.repeat(10_000)}::a` }).verdict).toBe('denied')
})
