import { expect, test } from 'vitest'
import { publishedPolicy } from './publishedPolicy.ts'

test('a policy is found by its ARN, with its version', () => {
  const found = publishedPolicy('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')
  expect(found).toMatchObject({ version: 'v1', created: '2015-04-09' })
  expect(JSON.parse(found!.text).Statement[0].Action).toContain('logs:PutLogEvents')
})

test('one of another path or partition, or that nobody has recorded, is not known', () => {
  expect(publishedPolicy('arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole')).toBeNull()
  expect(publishedPolicy('arn:aws-cn:iam::aws:policy/AdministratorAccess')).toBeNull()
  expect(publishedPolicy('arn:aws:iam::aws:policy/ReadOnlyAccess')).toBeNull()
})
