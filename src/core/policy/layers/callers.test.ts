import { describe, expect, test } from 'vitest'
import { ask, verdictWith } from '../testing/ask.ts'

const ACCOUNT = '111122223333'
const OTHER = '444455556666'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/SomeRole`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/SomeRole/i-0abc`
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/alice`

const statement = (Effect: string, rest: object) => ({ Effect, Action: '*', Resource: '*', ...rest })
const policy = (...statements: object[]) => ({
  name: 'one',
  document: { Version: '2012-10-17', Statement: statements },
})
const allows = (Principal: unknown) => policy(statement('Allow', { Principal }))
const IDENTITY = [policy(statement('Allow', {}))]
const NOTHING = policy(statement('Allow', { Action: 'sns:Publish' }))

// Sources: STS API, GetFederationToken (“if you do not pass a policy, the session has no permissions”, but by a resource that names it); IAM guide,
// policy evaluation logic, AWS STS federated user principal
describe('a federated user', () => {
  const asked = (policies: object) => ask({ principal: FEDERATED, policies }).verdict
  test.each([
    ['without a session policy may do nothing', { identity: IDENTITY }, 'denied'],
    ['may do what the user and the session policy allow', { identity: IDENTITY, session: IDENTITY }, 'allowed'],
    ['may not do what the user may not', { identity: [NOTHING], session: IDENTITY }, 'denied'],
    ['is within the user’s boundary', { identity: IDENTITY, session: IDENTITY, boundary: NOTHING }, 'denied'],
    ['is let in where its session is named', { resource: allows({ AWS: FEDERATED }) }, 'allowed'],
    ['is perhaps of the user who is named', { session: IDENTITY, resource: allows({ AWS: USER }) }, 'cannot-tell'],
    [
      'is limited by the session policy as that user',
      { session: [NOTHING], resource: allows({ AWS: USER }) },
      'denied',
    ],
  ])('%s', (_, policies, verdict) => {
    expect(asked(policies)).toBe(verdict)
  })
  test('is denied by the session policy that it lacks', () => {
    expect(ask({ principal: FEDERATED, policies: { identity: IDENTITY } }).deniedBy).toEqual(['session'])
  })
})

// Sources: IAM guide, policy evaluation logic; STS API, AssumeRole; S3 API, PutBucketPolicy
describe('the root user', () => {
  test('has no policies of its own, and no session', () => {
    const denied = policy(statement('Deny', {}))
    expect(
      ask({ principal: ROOT, policies: { identity: [denied], session: [NOTHING], boundary: denied } }).verdict,
    ).toBe('allowed')
  })
  test('is answered by no statement of theirs', () => {
    const resource = allows({ AWS: ACCOUNT })
    expect(ask({ principal: ROOT, policies: { identity: IDENTITY, resource } }).statements).toEqual(['resource[1]'])
  })
  test('cannot take on a role', () => {
    const trust = {
      name: 'trust',
      document: { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } },
    }
    const call = { action: 'sts:AssumeRole', resource: ROLE, policies: { resource: trust } }
    expect(ask({ ...call, principal: ROOT }).verdict).toBe('denied')
    expect(ask({ ...call, principal: USER }).verdict).toBe('allowed')
  })
  test.each([
    ['s3:PutBucketPolicy', ACCOUNT, 'allowed'],
    ['s3:DeleteBucketPolicy', ACCOUNT, 'allowed'],
    ['s3:GetBucketPolicy', OTHER, 'denied'],
    ['s3:GetObject', ACCOUNT, 'denied'],
  ])('is not locked out of the policy of its account’s bucket: %s of %s', (action, resourceAccount, verdict) => {
    const resource = policy(statement('Deny', { Principal: '*' }))
    expect(ask({ principal: ROOT, action, resourceAccount, policies: { resource } }).verdict).toBe(verdict)
  })
})

// Sources: Organizations guide, resource control policies (list of services, effects), examples (confused deputy protection)
describe('resource control policies', () => {
  const denies = (Condition?: object) => [
    { target: 'root', policies: [policy(statement('Deny', { Principal: '*', ...(Condition ? { Condition } : {}) }))] },
  ]
  const service = { principal: 'sns.amazonaws.com', action: 'sqs:SendMessage' }
  const resource = allows({ Service: 'sns.amazonaws.com' })
  test('reach services that come by themselves', () => {
    const rcps = denies({ Bool: { 'aws:PrincipalIsAWSService': 'true' } })
    expect(ask({ ...service, policies: { resource, rcps } })).toMatchObject({ verdict: 'denied', deniedBy: ['rcp'] })
    expect(ask({ ...service, policies: { resource } }).verdict).toBe('allowed')
  })
  test('need no Allow: RCPFullAWSAccess cannot be detached', () => {
    const rcps = denies({ Bool: { 'aws:PrincipalIsAWSService': 'true' } })
    expect(verdictWith({ rcps })).toBe('allowed')
  })
  test.each([
    [`arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`, 'allowed'],
    [`arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForX/s`, 'allowed'],
    [`arn:aws:sts::${ACCOUNT}:assumed-role/ServiceRoleForX/s`, 'denied'],
  ])('leave the roles of services alone, as service control policies do: %s is %s', (principal, verdict) => {
    expect(
      verdictWith(
        { rcps: denies(), scps: denies().map((level) => ({ ...level, policies: [NOTHING] })) },
        { principal },
      ),
    ).toBe(verdict)
  })
  test.each([
    ['dynamodb:GetItem', 'denied'],
    ['logs:PutLogEvents', 'denied'],
    ['kms:Decrypt', 'denied'],
    ['kms:RetireGrant', 'allowed'],
    ['sns:Publish', 'allowed'],
    ['lambda:InvokeFunction', 'allowed'],
  ])('reach %s: %s', (action, verdict) => {
    expect(verdictWith({ rcps: denies() }, { action, resource: '*' })).toBe(verdict)
  })
})

// Source: KMS guide, default key policy: it names the account of the key
test('a key without a policy lets nobody of another account use it', () => {
  const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${OTHER}:key/1`, resourceAccount: OTHER }
  expect(ask({ ...key, policies: { identity: IDENTITY } })).toMatchObject({ verdict: 'denied', deniedBy: ['resource'] })
  expect(ask({ ...key, resourceAccount: ACCOUNT, policies: { identity: IDENTITY } }).verdict).toBe('allowed')
})

// Source: IAM guide, JSON policy elements, NotPrincipal: the account, the role and the session may each be compared
describe('NotPrincipal', () => {
  const left = (principal: string, AWS: readonly string[]) =>
    verdictWith({ resource: policy(statement('Deny', { NotPrincipal: { AWS } })) }, { principal })
  test.each([
    [SESSION, [ACCOUNT, ROLE, SESSION], 'allowed'],
    [SESSION, [ROOT, ROLE], 'allowed'],
    [SESSION, [ROOT, ROLE, `${SESSION}2`], 'cannot-tell'],
    [SESSION, [ROLE, SESSION], 'cannot-tell'],
    [SESSION, [ROOT], 'cannot-tell'],
    [SESSION, [OTHER, `arn:aws:iam::${OTHER}:role/SomeRole`], 'denied'],
    [ROLE, [ROOT, ROLE, SESSION], 'cannot-tell'],
    [USER, [ROOT, USER], 'allowed'],
    [USER, [ROOT, `${USER}2`], 'cannot-tell'],
    [USER, [USER], 'cannot-tell'],
    [ROOT, [ROOT], 'allowed'],
    ['arn:aws:iam::111122223333:user/alice', ['*'], 'allowed'],
  ])('%s, of whom %j are named, is %s', (principal, names, verdict) => {
    expect(left(principal, names)).toBe(verdict)
  })
})

test('a session of which nobody said the name may be the one that is named beside the account', () => {
  const resource = allows({ AWS: [ACCOUNT, SESSION] })
  expect(ask({ principal: ROLE, policies: { resource } }).verdict).toBe('cannot-tell')
  expect(ask({ principal: SESSION, policies: { resource } }).verdict).toBe('allowed')
})

// Source: S3 guide, blocking public access: services and users of the owner’s account get in
describe('a bucket with a public policy that is closed to the public', () => {
  const resource = policy(
    statement('Allow', { Principal: { Service: 'cloudtrail.amazonaws.com', AWS: OTHER } }),
    statement('Allow', { Principal: '*', Action: 's3:ListBucket' }),
  )
  test.each([
    ['cloudtrail.amazonaws.com', ACCOUNT, 'allowed'],
    [`arn:aws:iam::${OTHER}:user/bob`, ACCOUNT, 'denied'],
    [USER, ACCOUNT, 'allowed'],
  ])('%s is %s', (principal, resourceAccount, verdict) => {
    const policies = { identity: IDENTITY, resource }
    expect(ask({ principal, resourceAccount, restrictPublicBuckets: true, policies }).verdict).toBe(verdict)
  })
  const open = (Condition: object) => policy(statement('Allow', { Principal: '*', Condition }))
  const point = 's3:DataAccessPointArn'
  test.each([
    [
      'the access points of an account',
      { ArnLike: { [point]: `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/*` } },
      false,
    ],
    ['the access points of any account', { ArnLike: { [point]: 'arn:aws:s3:eu-west-1:*:accesspoint/x' } }, true],
    ['a VPC', { StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }, false],
    ['VPCs by a wildcard', { StringLike: { 'aws:SourceVpc': 'vpc-*' } }, true],
    ['an organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, false],
    ['half of all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, true],
  ])('a policy for %s is public: %s', (_, condition, isPublic) => {
    const context = {
      [point]: `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/x`,
      'aws:SourceVpc': 'vpc-91237329',
      'aws:SourceIp': '1.2.3.4',
    }
    const given = { principalOrgId: 'o-1', resourceAccount: OTHER, restrictPublicBuckets: true, context }
    expect(verdictWith({ resource: open(condition) }, given)).toBe(isPublic ? 'denied' : 'allowed')
  })
})

// Source: IAM guide, global condition keys, aws:PrincipalAccount, aws:PrincipalIsAWSService
describe('what a call carries of somebody unknown', () => {
  const asked = (Condition: object) =>
    ask({ principal: 'anonymous', policies: { resource: policy(statement('Allow', { Principal: '*', Condition })) } })
      .verdict
  test.each([
    [{ StringEquals: { 'aws:PrincipalAccount': 'anonymous' } }, 'allowed'],
    [{ Null: { 'aws:PrincipalAccount': 'true' } }, 'denied'],
    [{ Null: { 'aws:PrincipalIsAWSService': 'true' } }, 'allowed'],
    [{ Bool: { 'aws:PrincipalIsAWSService': 'false' } }, 'denied'],
    [{ Null: { 'aws:PrincipalArn': 'true' } }, 'allowed'],
  ])('%j is %s', (condition, verdict) => {
    expect(asked(condition)).toBe(verdict)
  })
})

// Source: IAM guide, Principal, OIDC federated principals: the call has no credentials of AWS, and a case does not name the provider
test('whether a provider vouches for the caller is left open', () => {
  const trust = (Principal: unknown) => ({
    name: 'trust',
    document: { Statement: { Effect: 'Allow', Principal, Action: 'sts:AssumeRoleWithWebIdentity' } },
  })
  const call = { action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE, principal: 'anonymous' }
  expect(ask({ ...call, policies: { resource: trust({ Federated: 'accounts.google.com' }) } }).verdict).toBe(
    'cannot-tell',
  )
  expect(ask({ ...call, policies: { resource: trust({ AWS: ACCOUNT }) } }).verdict).toBe('denied')
})
