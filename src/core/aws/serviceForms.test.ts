import { expect, it } from 'vitest'
import { commonServiceName, rightServiceName } from './serviceForms.ts'

it.each([
  ['com.amazonaws.cn-north-1.ecr.dkr', 'interface', 'cn.com.amazonaws.cn-north-1.ecr.dkr'],
  ['cn.com.amazonaws.cn-north-1.ecr.dkr', 'interface', 'cn.com.amazonaws.cn-north-1.ecr.dkr'],
  ['cn.com.amazonaws.cn-northwest-1.logs', 'interface', 'com.amazonaws.cn-northwest-1.logs'],
  ['cn.com.amazonaws.cn-north-1.s3', 'interface', 'cn.com.amazonaws.cn-north-1.s3'],
  ['cn.com.amazonaws.cn-north-1.s3', 'gateway', 'com.amazonaws.cn-north-1.s3'],
  ['com.amazonaws.cn-north-1.s3', 'gateway', 'com.amazonaws.cn-north-1.s3'],
  ['com.amazonaws.cn-north-1.transcribe', 'interface', 'cn.com.amazonaws.cn-north-1.transcribe.cn'],
  ['com.amazonaws.cn-northwest-1.polly', 'interface', 'cn.com.amazonaws.cn-northwest-1.polly'],
  ['com.amazonaws.cn-north-1.polly', 'interface', 'com.amazonaws.cn-north-1.polly'],
  ['com.amazonaws.eusc-de-east-1.ecr.api', 'interface', 'eu.amazonaws.eusc-de-east-1.ecr.api'],
  ['com.amazonaws.us-gov-west-1.ecr.api', 'interface', 'com.amazonaws.us-gov-west-1.ecr.api'],
  ['com.amazonaws.us-east-1.ecr.api', 'interface', 'com.amazonaws.us-east-1.ecr.api'],
  ['com.amazonaws.iam', 'interface', 'com.amazonaws.iam'],
] as const)('knows %s for %s endpoints as %s', (name, type, right) => expect(rightServiceName(name, type)).toBe(right))

it('leaves a name of which nobody knows the form as it is', () => {
  const name = 'cn.com.amazonaws.cn-north-1.something-new'
  expect(rightServiceName(name, 'interface')).toBe(name)
})

it.each([
  ['cn.com.amazonaws.cn-north-1.transcribe.cn', 'com.amazonaws.cn-north-1.transcribe'],
  ['eu.amazonaws.eusc-de-east-1.ecr.api', 'com.amazonaws.eusc-de-east-1.ecr.api'],
  ['cn.com.amazonaws.us-east-1.s3', 'cn.com.amazonaws.us-east-1.s3'],
  ['com.amazonaws.us-east-1.s3', 'com.amazonaws.us-east-1.s3'],
])('reads %s as the catalogue’s %s', (name, common) => expect(commonServiceName(name)).toBe(common))
