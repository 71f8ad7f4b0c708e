import { expect, test } from 'vitest'
import { readPolicy } from '../policy/read/readPolicy.ts'
import { explainStatement } from './explainStatement.ts'

const say = (statement: object): string => {
  const read = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), 'control')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return explainStatement(read.document.statements[0]!)
}
const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
const ROLE = 'arn:aws:iam::111122223333:role/teams/reader'

test.each([
  [ALL, 'Allows everyone everything'],
  [{ ...ALL, Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }, 'Allows everyone s3:GetObject on reports/*'],
  [
    { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], NotResource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
    'Denies everything but iam:* and sts:* on everything but orders',
  ],
  [{ ...ALL, Action: ['a:A', 'a:B', 'a:C', 'a:D'] }, 'Allows everyone a:A, a:B and 2 more'],
  [{ ...ALL, Principal: { AWS: ['111122223333', ROLE] } }, 'Allows account 111122223333 and role reader everything'],
  [{ ...ALL, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'Allows account 111122223333 everything'],
  [{ ...ALL, Principal: { Service: 'logs.amazonaws.com' } }, 'Allows logs.amazonaws.com everything'],
  [
    { ...ALL, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' }, Bool: { 'aws:SecureTransport': true } } },
    'Allows everyone everything, if aws:SourceVpce is not vpce-1 and aws:SecureTransport is true',
  ],
  [
    { ...ALL, Condition: { 'ForAllValues:ArnLikeIfExists': { 'aws:PrincipalArn': [ROLE, 'b'] }, Null: { a: 'true' } } },
    `Allows everyone everything, if aws:PrincipalArn is like ${ROLE} or b, where it is there and a is absent`,
  ],
])('%j', (statement, words) => {
  expect(say(statement)).toBe(words)
})
