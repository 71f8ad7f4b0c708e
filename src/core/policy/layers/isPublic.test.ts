import { expect, test } from 'vitest'
import { readPolicy } from '../read/readPolicy.ts'
import { isPublic } from './isPublic.ts'

const isPublicWith = (Condition: object) => {
  const Statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*', Condition }
  const read = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }), 'resource')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return isPublic(read.document)
}

test.each([
  ['everybody', {}, true],
  ['one account', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, false],
  ['whoever has no account', { StringEquals: { 'aws:PrincipalAccount': 'anonymous' } }, true],
  ['the same beside an account', { StringEquals: { 'aws:PrincipalAccount': ['111122223333', 'Anonymous'] } }, true],
  ['what comes by one endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } }, false],
  ['what comes by any', { StringLike: { 'aws:SourceVpce': 'vpce-*' } }, true],
])('a bucket that lets in %s', (_, condition, comes) => {
  expect(isPublicWith(condition)).toBe(comes)
})
