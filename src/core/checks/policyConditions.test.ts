import { describe, expect, test } from 'vitest'
import type { Design } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { bucketWith, gatewayWith, policyOf, roleWith } from './parts/examplePolicies.ts'
import { findingsIn, placeOf, places } from './testing/findingsIn.ts'

const messages = (check: string, design: Design) => findingsIn(check, design).map(({ message }) => message)
const withKey = (key: string, operator = 'StringEquals', Action: unknown = 's3:ListBucket') =>
  roleWith({ Action, Condition: { [operator]: { [key]: 'x' } } })

describe('a condition key', () => {
  test.each([
    ['aws:PrincipalOrgId', null],
    ['aws:principaltag/Team', null],
    ['aws:SourceVpcEndpoint', 'aws:SourceVpce'],
    ['aws:PrincipleOrgID', 'aws:PrincipalOrgID'],
    ['s3:prefix', null],
    ['s3:prefixes', 's3:prefix'],
    ['s3:x-amz-acl', null],
    ['s3:ResourceAccount', null],
    ['s3:ExistingObjectTag/team', null],
    ['kms:EncryptionContext:app', null],
    ['lambda:SourceFunctionArn', null],
    ['token.actions.githubusercontent.com:aud', null],
    ['oidc.eks.eu-west-1.amazonaws.com/id/AB12:sub', null],
    ['SAML:aud', null],
  ])('%s: %s is meant', (key, meant) => {
    const found = findingsIn('condition-key-not-known', withKey(key))
    expect(found.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(meant ? [`Write ${meant}`] : [])
  })

  test.each([
    ['s3:prefix', 's3:ListBucket', false],
    ['s3:prefix', 's3:GetObject', true],
    ['s3:prefix', 's3:*', false],
    ['s3:prefix', '*', false],
    ['S3:PREFIX', 's3:ListBucket', false],
    ['s3:ExistingObjectTag/team', 's3:GetObject', false],
    ['s3:ExistingObjectTag/team', 's3:PutObject', true],
    ['kms:ViaService', 'kms:Decrypt', false],
    ['lambda:SourceFunctionArn', 's3:GetObject', false],
    ['aws:PrincipalTag/team', 's3:GetObject', false],
  ])('%s of %s', (key, action, objects) => {
    expect(findingsIn('condition-key-not-carried', withKey(key, 'StringEquals', action)).length > 0).toBe(objects)
  })

  test('that is not carried is told by what comes of it', () => {
    expect(messages('condition-key-not-carried', withKey('s3:prefix', 'StringNotEquals', 's3:GetObject'))[0]).toContain(
      'it is about them whatever it says there',
    )
    expect(messages('condition-key-not-carried', withKey('s3:prefix', 'Null', 's3:GetObject'))).toEqual([])
  })
})

describe('the public address', () => {
  test.each([
    ['IpAddress', 'its Allow is about none'],
    ['NotIpAddress', 'its Allow is about every one'],
    ['IpAddressIfExists', 'its Allow is about every one'],
  ])('through an endpoint under %s', (operator, words) => {
    const design = gatewayWith([{ Condition: { [operator]: { 'aws:SourceIp': '10.0.0.0/16' } } }])
    expect(messages('source-ip-through-endpoint', design)[0]).toContain(words)
  })

  const deny = (Condition: object, rest: object = {}) => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition, ...rest }
    return (b: DesignBuilder) => {
      const vpc = b.vpc({ dnsHostnames: true })
      b.gatewayEndpoint(vpc, 's3', { awsId: 'vpce-0a1b2c3d', routeTables: [b.mainTable(vpc)] })
      b.s3Bucket('reports', { policy: policyOf(statement) })
    }
  }
  const outside = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
  const found = (...given: Parameters<typeof deny>) => places('deny-by-source-ip', deny(...given))
  const AT = 'reports.policy.Statement.Condition.NotIpAddress.aws:SourceIp'.replace('Statement', 'Statement.0')

  test('a Deny of all others stands against every endpoint', () => {
    expect(found(outside)).toEqual([AT])
    expect(found({ ...outside, Bool: { 'aws:SecureTransport': 'true' } })).toEqual([AT])
    const said = (...given: Parameters<typeof deny>) => messages('deny-by-source-ip', buildDesign(deny(...given)))[0]
    expect(said(outside)).not.toContain('its other conditions')
    expect(said({ ...outside, Bool: { 'aws:ViaAWSService': 'false' } })).toContain('its other conditions')
  })
  test('who has thought of endpoints is not told', () => {
    expect(found({ ...outside, StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } })).toEqual([])
    expect(found({ ...outside, Null: { 'aws:SourceIp': 'false' } })).toEqual([])
    expect(found({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })).toEqual([])
    expect(found(outside, { Effect: 'Allow' })).toEqual([])
  })
  test('without an endpoint for the service there is nothing to say', () => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*', Condition: outside }
    expect(places('deny-by-source-ip', (b) => void b.s3Bucket('reports', { policy: policyOf(statement) }))).toEqual([])
    expect(found(outside, { Action: 'sqs:*' })).toEqual([])
  })
})

describe('the endpoint that a policy asks for', () => {
  const asks = (id: string, endpoints: readonly (string | null)[], operator = 'StringEquals', effect = 'Allow') =>
    findingsIn(
      'source-vpce-not-drawn',
      buildDesign((b) => {
        for (const awsId of endpoints) {
          const vpc = b.vpc({ dnsHostnames: true })
          b.gatewayEndpoint(vpc, 's3', { awsId, routeTables: [b.mainTable(vpc)] })
        }
        const Condition = { [operator]: { 'aws:SourceVpce': id } }
        const statement = { Effect: effect, Principal: '*', Action: 's3:*', Resource: '*', Condition }
        b.s3Bucket('reports', { policy: policyOf(statement) })
      }),
    )
  test('is there, or its id is not known', () => {
    expect(asks('vpce-0a1b2c3d', ['vpce-0a1b2c3d'])).toEqual([])
    expect(asks('vpce-0a1b2c3d', ['vpce-0ddddddd', null])).toEqual([])
    expect(asks('vpce-*', [])).toEqual([])
  })
  test('is not there', () => {
    const [found] = asks('vpce-0a1b2c3d', ['vpce-0ddddddd'])
    expect(found?.message).toContain('its Allow is about no request of this design')
    expect(found?.fixes).toHaveLength(1)
    const [denied] = asks('vpce-0a1b2c3d', [], 'StringNotEquals', 'Deny')
    expect(denied?.message).toContain('the design has no endpoint for s3: its Deny is about every request')
    expect(denied?.fixes).toEqual([])
  })
})

test('the VPC of the caller is told only where it has no endpoint of its own', () => {
  const hub = (own: boolean) =>
    findingsIn(
      'source-vpc-of-caller',
      buildDesign((b) => {
        const central = b.vpc({ dnsHostnames: true, awsId: 'vpc-0aaaaaaa' })
        const spoke = b.vpc({ cidrs: ['10.1.0.0/16'], dnsHostnames: true, awsId: 'vpc-0bbbbbbb' })
        b.interfaceEndpoint(central, 'sqs', { subnets: [b.subnet(central, { cidr: '10.0.1.0/24' })] })
        if (own) b.interfaceEndpoint(spoke, 'sqs', { subnets: [b.subnet(spoke, { cidr: '10.1.1.0/24' })] })
        const Condition = { StringNotEquals: { 'aws:SourceVpc': ['vpc-0bbbbbbb', 'vpc-0eeeeeee'] } }
        b.iamRole('sender', {
          policies: [
            { name: 'one', document: policyOf({ Effect: 'Deny', Action: 'sqs:*', Resource: '*', Condition }) },
          ],
        })
      }),
    )
  expect(hub(true)).toEqual([])
  const [found] = hub(false)
  expect(found?.at.map(({ construct }) => construct)).toHaveLength(3)
  expect(JSON.stringify(found?.fixes[0]?.edits)).toContain('vpc-0eeeeeee')
  expect(JSON.stringify(found?.fixes[0]?.edits)).toContain('vpc-0aaaaaaa')
})

test('a star under StringEquals is a letter, but where it is meant so', () => {
  const told = (operator: string, value: unknown) =>
    messages('equals-with-wildcard', roleWith({ Action: 's3:*', Condition: { [operator]: { 's3:prefix': value } } }))
  expect(told('StringEquals', ['a', 'b/*'])).toHaveLength(1)
  expect(told('ForAnyValue:StringNotEqualsIfExists', '*')).toHaveLength(1)
  expect(told('StringLike', 'b/*')).toEqual([])
  expect(told('ArnEquals', 'arn:aws:sns:*:*:*')).toEqual([])
  expect(told('StringEquals', `b/\${*}`)).toEqual([])
})

test('a fix writes the condition anew and keeps the others', () => {
  const design = bucketWith({ Condition: { StringEquals: { 's3:prefix': ['a*', 'b'], 'aws:PrincipalTag/x': 'y' } } })
  const [edit] = findingsIn('equals-with-wildcard', design)[0]!.fixes[0]!.edits
  const { policy } = (edit as { fields: { policy: string } }).fields
  expect(JSON.parse(policy).Statement[0].Condition).toEqual({
    StringLike: { 's3:prefix': ['a*', 'b'] },
    StringEquals: { 'aws:PrincipalTag/x': 'y' },
  })
})

test('ids of AWS are compared whole in the policies of endpoints alone', () => {
  const condition = (operator: string, value: unknown, key = 'aws:PrincipalAccount') => [
    { Condition: { [operator]: { [key]: value } } },
  ]
  const told = (...given: Parameters<typeof condition>) =>
    findingsIn('system-id-with-wildcard', gatewayWith(condition(...given)))
  expect(told('NumericEquals', '111122223333')[0]?.fixes).toHaveLength(1)
  expect(told('NumericLessThan', '111122223333')[0]?.fixes).toEqual([])
  expect(told('StringLike', ['111122223333', '4444*'])).toHaveLength(1)
  expect(told('StringLike', '111122223333')).toEqual([])
  expect(told('Null', 'false')).toEqual([])
  expect(told('StringLike', 'arn:aws:iam::*:role/x', 'aws:PrincipalArn')).toEqual([])
  expect(
    findingsIn('system-id-with-wildcard', bucketWith(...condition('StringLike', '1111*', 'aws:SourceVpc'))),
  ).toEqual([])
})

test('where a condition stands is its operator and key', () => {
  const [found] = findingsIn('condition-key-not-known', withKey('aws:Sourcevpcee'))
  expect(placeOf(found!)).toBe('reader.policies.0.document.Statement.0.Condition.StringEquals.aws:Sourcevpcee')
})
