import { expect, test } from 'vitest'
import type { Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { gatewayWith, policyOf, roleWith } from './parts/examplePolicies.ts'
import { findingsIn, placeOf } from './testing/findingsIn.ts'

const messages = (check: string, design: Design) => findingsIn(check, design).map(({ message }) => message)

test('an action that nobody knows is named with its statement, line and what may be meant', () => {
  const design = roleWith({ Sid: 'Read', Action: ['s3:GetObjekt', 's3:GetObject'] })
  const [found, ...others] = findingsIn('action-not-known', design)
  expect(others).toEqual([])
  expect(found?.message).toBe(
    'Statement “Read” (line 4) of the policy “reports” of the IAM role “reader”: “s3:GetObjekt” is no action of Amazon S3; s3:GetObject may be meant.',
  )
  expect(placeOf(found!)).toBe('reader.policies.0.document.Statement.0.Action.0')
})

test.each([
  ['s3:HeadObject', 's3:GetObject'],
  ['s3:ListObjectsV2', 's3:ListBucket'],
  ['dynamodb:GetItems', 'dynamodb:GetItem'],
  ['sqss:SendMessage', 'sqs:SendMessage'],
  ['s3:Frobnicate', null],
  ['s3:Frob*', null],
])('%s: %s is meant', (Action, meant) => {
  const [found] = findingsIn('action-not-known', roleWith({ Action }))
  expect(found?.fixes.map(({ title }) => title)).toEqual(meant ? [`Write ${meant}`] : [])
})

test.each(['*', 's3:*', 'S3:getobject', 's3:Get*', '*:Describe*', 'ec2:Describe?pcs', 'vpce:AllowMultiRegion'])(
  '%s is known',
  (Action) => {
    expect(messages('action-not-known', roleWith({ Action }))).toEqual([])
    expect(messages('action-not-known', roleWith({ NotAction: Action }))).toEqual([])
  },
)

test.each([
  ['s3:GetObject', 'arn:aws:s3:::reports', true],
  ['s3:GetObject', 'arn:aws:s3:::reports/', true],
  ['s3:GetObject', 'arn:aws:s3:::reports*', false],
  ['s3:GetObject', 'arn:aws:s3:::reports/a', false],
  ['s3:GetObject', 'arn:aws-cn:s3:::reports/*', false],
  ['s3:GetObject', `arn:aws:s3:::home/\${aws:username}/*`, false],
  ['s3:GetObject', '*', false],
  ['s3:GetObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/*', false],
  ['s3:ListBucket', 'arn:aws:s3:::reports/*', true],
  ['s3:ListBucket', 'arn:aws:s3:::*', false],
  ['s3:*Object', 'arn:aws:s3:::reports', true],
  ['s3:*', 'arn:aws:s3:::reports', false],
  ['s3:ListAllMyBuckets', 'arn:aws:s3:::reports', true],
  ['s3:ListAllMyBuckets', 'arn:aws:s3:::*', false],
  ['ec2:DescribeInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*', true],
  ['ec2:DescribeInstances', '*', false],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders', false],
  ['sqs:SendMessage', 'arn:aws:sns:eu-west-1:111122223333:orders', true],
  ['sqs:SendMessage', 'arn:aws:sqs:*', false],
  ['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/orders/index/*', false],
  ['dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/orders', false],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/*', false],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/app', true],
  ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/team/*', false],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/app', false],
  ['logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/aws/lambda/*', false],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db/*', false],
  ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/app/db/*', false],
  ['ecr:BatchGetImage', 'arn:aws:ecr:*:*:repository/team/app', false],
  ['ecr:GetAuthorizationToken', 'arn:aws:ecr:*:*:repository/app', true],
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:app:live', false],
  ['execute-api:Invoke', 'arn:aws:execute-api:eu-west-1:111122223333:abcdefghij/prod/GET/pets', false],
  ['execute-api:Invoke', 'execute-api:/prod/*', false],
])('%s on %s', (Action, Resource, objects) => {
  expect(findingsIn('action-misses-resource', roleWith({ Action, Resource })).length > 0).toBe(objects)
})

test('what is left out of a statement misses nothing', () => {
  const missed = (statement: object) => messages('action-misses-resource', roleWith(statement))
  expect(missed({ NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::reports' })).toEqual([])
  const { Resource: _, ...rest } = { Resource: '', Effect: 'Allow', Action: 's3:GetObject' }
  const document = policyOf({ ...rest, NotResource: 'arn:aws:s3:::reports' })
  const design = buildDesign((b) => void b.iamRole('reader', { policies: [{ name: 'one', document }] }))
  expect(messages('action-misses-resource', design)).toEqual([])
})

test('a resource that stands there for nothing is told where others are meant', () => {
  const idle = (statement: object) => findingsIn('resource-without-action', roleWith(statement)).map(placeOf)
  const both = ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*']
  expect(idle({ Action: 's3:ListBucket', Resource: both })).toEqual([
    'reader.policies.0.document.Statement.0.Resource.1',
  ])
  expect(idle({ Action: 's3:*', Resource: both })).toEqual([])
  expect(idle({ Action: ['s3:ListBucket', '*'], Resource: both })).toEqual([])
  expect(idle({ Action: ['s3:ListBucket', 'nobody:Knows'], Resource: both })).toEqual([])
})

test('an endpoint carries its own service alone', () => {
  const strange = (statement: object, service = 's3') =>
    findingsIn('endpoint-policy-names-other-service', gatewayWith([statement], service)).map(placeOf)
  expect(strange({ Action: 'dynamodb:GetItem' })).toEqual(['gateway-endpoint-1.policy.Statement.0.Action'])
  expect(strange({ Action: ['s3:*', 's3-object-lambda:GetObject', '*'] })).toEqual([])
  expect(strange({ Resource: ['arn:aws:s3:::a/*', 'arn:aws:sqs:*:*:orders'] })).toEqual([
    'gateway-endpoint-1.policy.Statement.0.Resource.1',
  ])
  expect(strange({ Resource: 'arn:aws:*:::a' })).toEqual([])
  expect(strange({ Action: 'dynamodb:*' }, 'dynamodb')).toEqual([])
  expect(strange({ Action: 's3:*' }, 'dynamodb')).toHaveLength(1)
})

test('a service that no list has says nothing of what is carried', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc()
    b.interfaceEndpoint(vpc, 'com.amazonaws.us-east-1.brand-new', {
      policy: policyOf({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }),
    })
  })
  expect(messages('endpoint-policy-names-other-service', design)).toEqual([])
})

test('wildcards within a name are told by what they stand for', () => {
  const told = (Action: string | string[]) => messages('action-wildcard-mixes-levels', roleWith({ Action }))
  expect(told('s3:*Object')[0]).toContain('change (')
  expect(told(['s3:Get*', 's3:*', '*', 's3:Get*Acl'])).toEqual([])
  expect(messages('action-wildcard-mixes-levels', roleWith({ Effect: 'Deny', Action: 's3:*Object' }))).toEqual([])
})
