import { describe, expect, test } from 'vitest'
import type { Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { bucketWith, gatewayWith, policyOf, roleWith } from './parts/examplePolicies.ts'
import { findingsIn, placeOf } from './testing/findingsIn.ts'

const messages = (check: string, design: Design) => findingsIn(check, design).map(({ message }) => message)
const ORG = 'o-a1b2c3d4e5'

describe('a statement that no request can match', () => {
  const with_ = (Condition: object) => messages('statement-never-matches', roleWith({ Action: 's3:*', Condition }))
  test.each([
    [
      'an address of both sides',
      { IpAddress: { 'aws:SourceIp': '203.0.113.9' }, StringLike: { 'aws:SourceVpc': 'v*' } },
    ],
    ['a private address', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.168.1.1', 'fd00::/8'] } }],
    [
      'an address outside, and an organisation of the endpoint',
      {
        IpAddress: { 'aws:SourceIp': '203.0.113.9' },
        'ForAnyValue:StringLike': { 'aws:VpceOrgPaths': 'o-a1b2c3d4e5/*' },
      },
    ],
    ['carried and not', { StringEquals: { 'aws:PrincipalTag/a': 'b' }, Null: { 'aws:principaltag/A': 'true' } }],
    ['equal and unlike', { StringEquals: { 's3:prefix': 'a/b' }, StringNotLike: { 's3:prefix': 'a/*' } }],
    ['equal and like', { StringEquals: { 's3:prefix': ['a', 'b'] }, StringLike: { 's3:prefix': 'c*' } }],
    ['equal and not equal', { StringEquals: { 's3:prefix': 'a' }, StringNotEquals: { 's3:prefix': ['a', 'b'] } }],
    ['no value', { StringEquals: { 's3:prefix': [] } }],
  ])('%s', (_, condition) => {
    expect(with_(condition)).toHaveLength(1)
  })
  test.each([
    ['a public address among private ones', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } }],
    [
      'either, by IfExists',
      { IpAddressIfExists: { 'aws:SourceIp': '10.0.0.0/8' }, StringLike: { 'aws:SourceVpc': 'v*' } },
    ],
    ['all but private ones', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['one value that meets both', { StringEquals: { 's3:prefix': ['a', 'c1'] }, StringLike: { 's3:prefix': 'c*' } }],
    ['what is filled in', { StringEquals: { 's3:prefix': `\${aws:username}` }, StringLike: { 's3:prefix': 'c*' } }],
    ['a key that is carried', { StringEquals: { 's3:prefix': 'a' }, Null: { 's3:prefix': 'false' } }],
  ])('but not %s', (_, condition) => {
    expect(with_(condition)).toEqual([])
  })

  test('a resource’s policy is about that resource', () => {
    const about = (Resource: unknown) => messages('statement-never-matches', bucketWith({ Resource }))
    expect(about('arn:aws:s3:::report/*')).toHaveLength(1)
    expect(about(['arn:aws:s3:::report/*', 'arn:aws:s3:::reports'])).toEqual([])
    expect(about(['arn:aws:s3:::rep*', '*'])).toEqual([])
    expect(about('*')).toEqual([])
  })
})

describe('a statement that another swallows', () => {
  const swallowed = (...statements: readonly object[]) =>
    findingsIn('statement-swallowed', roleWith(...statements)).map((one) => placeOf(one).split('.').at(-1))
  const get = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }
  const Condition = { StringEquals: { 'aws:PrincipalTag/team': ['a', 'b'] } }
  test.each<readonly [string, readonly object[], readonly string[]]>([
    ['by a wildcard', [get, { Action: 's3:*' }], ['0']],
    ['by the same, the later one', [get, get], ['1']],
    [
      'by more values',
      [
        { ...get, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } },
        { ...get, Condition },
      ],
      ['0'],
    ],
    [
      'by fewer that are left out',
      [
        { ...get, Condition: { StringNotEquals: { x: ['a', 'b'] } } },
        { ...get, Condition: { StringNotEquals: { X: 'a' } } },
      ],
      ['0'],
    ],
    ['by a Deny', [get, { ...get, Effect: 'Deny', Action: '*' }], ['0']],
    ['by what is not left out', [{ ...get }, { NotAction: 's3:PutObject' }], []],
    ['not by a narrower one', [get, { ...get, Condition }], ['1']],
    ['not by another action', [get, { ...get, Action: 's3:GetObject?' }], []],
    ['not by another resource', [get, { ...get, Resource: 'arn:aws:s3:::reports/a*' }], ['1']],
    [
      'by a star, and not by a question mark',
      [
        { ...get, Action: 's3:Get*' },
        { ...get, Action: 's3:Get?' },
      ],
      ['1'],
    ],
    [
      'not by a null that asks less',
      [
        { ...get, Condition: { Null: { x: ['true', 'false'] } } },
        { ...get, Condition: { Null: { x: 'true' } } },
      ],
      [],
    ],
    ['no Deny by an Allow', [{ ...get, Effect: 'Deny' }, { Action: '*' }], []],
  ])('%s', (_, statements, expected) => {
    expect(swallowed(...statements)).toEqual(expected)
  })
  test('whom it names counts', () => {
    const found = (a: unknown, b: unknown) =>
      findingsIn('statement-swallowed', bucketWith({ Sid: 'A', Principal: a }, { Sid: 'B', Principal: b })).map(
        ({ message }) => message.slice(0, 13),
      )
    const [one, two] = ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b']
    expect(found({ AWS: one }, '*')).toEqual(['Statement “A”'])
    expect(found({ AWS: one }, { AWS: [two, one] })).toEqual(['Statement “A”'])
    expect(found({ AWS: one }, { AWS: two })).toEqual([])
    expect(found({ Service: 'logs.amazonaws.com' }, { AWS: '*' })).toEqual([])
  })
})

describe('principals', () => {
  const gateway = (Principal: unknown, rest: object = {}) =>
    findingsIn('gateway-ignores-principal', gatewayWith([{ Principal, ...rest }]))
  test('everybody is what a gateway endpoint asks for', () => {
    expect(gateway('*')).toEqual([])
    expect(gateway({ AWS: '*' })).toEqual([])
    expect(gateway({ AWS: '111122223333' })[0]?.message).toContain('the root user of the account')
  })
  test('a fix says by a condition who is meant', () => {
    const role = 'arn:aws:iam::444455556666:role/app'
    const [found] = gateway({ AWS: [role, '111122223333'] }, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })
    const [edit] = found!.fixes[0]!.edits
    const [statement] = JSON.parse((edit as { fields: { policy: string } }).fields.policy).Statement
    expect(statement.Principal).toBe('*')
    expect(statement.Condition).toEqual({
      Bool: { 'aws:SecureTransport': 'true' },
      ArnLike: { 'aws:PrincipalArn': [role, 'arn:*:iam::111122223333:*'] },
    })
    const session = 'arn:aws:sts::444455556666:assumed-role/app/s'
    expect(gateway({ AWS: session })[0]?.fixes).toEqual([])
  })

  const open = (...statements: readonly object[]) => messages('policy-open-to-everyone', bucketWith(...statements))
  test('everybody without a condition is open', () => {
    expect(open({ Principal: '*' })[0]).toContain('Block Public Access keeps other accounts out')
    expect(open({ Principal: { AWS: '*' } })).toHaveLength(1)
    expect(open({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })).toEqual([])
    expect(open({})).toEqual([])
    const deny = { Effect: 'Deny', Principal: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } }
    expect(open({ Principal: '*' }, deny)).toEqual([])
  })
  test('a Deny that is about how somebody asks keeps nobody out', () => {
    const denies = (Condition: object) => open({ Principal: '*' }, { Effect: 'Deny', Principal: '*', Condition })
    expect(denies({ Bool: { 'aws:SecureTransport': 'false' } })).toHaveLength(1)
    expect(denies({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } })).toHaveLength(1)
    expect(denies({ StringNotEquals: { 'aws:PrincipalOrgID': ORG } })).toEqual([])
    expect(denies({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })).toEqual([])
  })
  test('a role that everybody may take on is one too', () => {
    const trustPolicy = policyOf({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' })
    expect(
      messages(
        'policy-open-to-everyone',
        buildDesign((b) => void b.iamRole('open', { trustPolicy })),
      ),
    ).toHaveLength(1)
  })
})

describe('endpoints of an organisation', () => {
  const leads = (policy: string | null, service = 's3', organisation: string | null = ORG) =>
    messages(
      'endpoint-leads-out-of-organisation',
      buildDesign((b) => {
        const account = b.account({ organisation })
        const vpc = b.vpc({ dnsHostnames: true, account })
        b.interfaceEndpoint(vpc, service, { policy, subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
      }),
    )
  const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
  const within = (key: string, operator = 'StringEquals') => ({ Condition: { [operator]: { [key]: ORG } } })
  test('AWS’s own policy leads everywhere', () => {
    expect(leads(null)).toHaveLength(1)
    expect(leads(null, 's3', null)).toEqual([])
    expect(leads(null, 'monitoring')).toEqual([])
    expect(leads(policyOf(everything))).toHaveLength(1)
    expect(leads(policyOf({ ...everything, ...within('aws:PrincipalOrgID') }))).toHaveLength(1)
    expect(leads('{"Statement": [')).toEqual([])
  })
  test('a policy that says whose resources are meant does not', () => {
    expect(leads(policyOf({ ...everything, ...within('aws:ResourceOrgID') }))).toEqual([])
    expect(leads(policyOf({ ...everything, Resource: 'arn:aws:s3:::reports/*' }))).toEqual([])
    expect(leads(policyOf({ ...everything, Resource: 'arn:aws:s3:::*' }))).toHaveLength(1)
    const deny = { ...everything, Effect: 'Deny', ...within('aws:ResourceOrgID', 'StringNotEquals') }
    expect(leads(policyOf(everything, deny))).toEqual([])
    expect(leads(policyOf({ ...everything, Resource: 'arn:aws:sqs:*:111122223333:*' }), 'sqs')).toEqual([])
    expect(leads(policyOf({ ...everything, Resource: 'arn:aws:sqs:*:*:orders' }), 'sqs')).toHaveLength(1)
  })
})

describe('a bucket that only an endpoint may manage', () => {
  const closed = (given: object) => messages('bucket-closed-to-console', bucketWith({ ...DENIAL, ...given }))
  const DENIAL = {
    Effect: 'Deny',
    Principal: '*',
    Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
  }
  test('denies what the console asks', () => {
    expect(closed({})).toHaveLength(1)
    expect(closed({ Action: ['s3:GetBucket*'] })).toHaveLength(1)
    expect(closed({ Principal: { AWS: '*' }, NotAction: 's3:GetObject', Action: undefined })).toHaveLength(1)
    expect(closed({ Condition: { StringNotEquals: { 'aws:VpceOrgID': ORG } } })).toHaveLength(1)
    expect(closed({ Condition: { Null: { 'aws:SourceVpce': 'true' } } })).toHaveLength(1)
    expect(closed({ Resource: 'arn:aws:s3:::rep*' })).toHaveLength(1)
  })
  test('spares somebody, or is about objects', () => {
    expect(closed({ Action: 's3:PutObject' })).toEqual([])
    expect(closed({ Resource: 'arn:aws:s3:::reports/*' })).toEqual([])
    expect(closed({ Resource: undefined, NotResource: 'arn:aws:s3:::reports' })).toEqual([])
    expect(closed({ Condition: { Null: { 'aws:SourceVpce': 'false' } } })).toEqual([])
    expect(closed({ Principal: { AWS: '111122223333' } })).toEqual([])
    expect(closed({ Effect: 'Allow' })).toEqual([])
    expect(closed({ Condition: { ...DENIAL.Condition, Bool: { 'aws:PrincipalIsAWSService': 'false' } } })).toEqual([])
    expect(closed({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } })).toEqual([])
  })
})

test('a name that is left open is one of a bucket, and nobody’s account is named', () => {
  const open = (Resource: string, rest: object = {}) =>
    findingsIn('resource-name-open-ended', roleWith({ Action: 's3:*', Resource, ...rest }))
  expect(open('arn:aws:s3:::reports*')[0]?.fixes.map(({ title }) => title)).toEqual([
    'Only buckets of the account 111122223333',
    'Name arn:aws:s3:::reports and arn:aws:s3:::reports/*',
  ])
  expect(open('arn:aws:s3:::team-*/public/*')[0]?.fixes).toHaveLength(1)
  expect(open('arn:aws:s3:::reports/a*')).toEqual([])
  expect(open('arn:aws:s3:::*')).toEqual([])
  expect(open('arn:aws:sqs:*:*:reports*')).toEqual([])
  expect(open('arn:aws:s3:::a*', { Condition: { StringEquals: { 's3:ResourceAccount': '1' } } })).toEqual([])
})

test('a variable is one in the version of 2012 alone', () => {
  const of = (text: string, version = '2008-10-17') => {
    const document = policyOf({ Effect: 'Allow', Action: '*', Resource: text }).replace('2012-10-17', version)
    return messages(
      'variable-needs-version',
      buildDesign((b) => void b.iamRole('r', { policies: [{ name: 'p', document }] })),
    )
  }
  expect(of(`arn:aws:s3:::home/\${aws:username}`)).toHaveLength(1)
  expect(of(`arn:aws:s3:::home/\${aws:username}`, '2012-10-17')).toEqual([])
  expect(of(`arn:aws:s3:::home/\${x}`)).toEqual([])
})

test('a policy that is nested too deep, or too long, is told as that and breaks nothing', () => {
  for (const [document, said] of [
    [`{"Version":"2012-10-17","Statement":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'nested 10001 levels deep'],
    [`{"Statement":[${Array(10_000).fill('{"Effect":"Deny","Action":"s3:*","Resource":"*"}').join(',')}]}`, 'too long'],
  ] as const) {
    const [found, ...others] = findingsIn(
      'policy-not-readable',
      buildDesign((b) => b.iamRole('reader', { policies: [{ name: 'own', document }] })),
    )
    expect(found?.message).toContain(said)
    expect(others).toEqual([])
  }
})
