import { expect, test } from 'vitest'
import { saysEndpointKey } from './endpointKeys.ts'

test.each([
  ['aws:VpceAccount', 's3:GetObject', true],
  ['aws:VpceAccount', 'dynamodb:GetItem', true],
  ['aws:SourceVpcArn', 'dynamodb:GetItem', false],
  ['aws:VpceOrgID', 'sqs:SendMessage', true],
  ['aws:VpceAccount', 'sqs:SendMessage', false],
  ['aws:VpceOrgID', 'sns:Publish', false],
  ['aws:VpceOrgPaths', 'KMS:Decrypt', true],
  ['aws:SourceVpcArn', 'iam:GetRole', true],
  ['aws:SourceVpcArn', 'iam:PassRole', false],
  ['aws:SourceVpcArn', 'sts:AssumeRoleWithWebIdentity', true],
  ['aws:SourceVpcArn', 'sts:AssumeRole', false],
  ['aws:VpceAccount', 'sts:AssumeRoleWithWebIdentity', false],
] as const)('%s is said of %s: %s', (key, action, isSaid) => {
  expect(saysEndpointKey(key, action)).toBe(isSaid)
})
