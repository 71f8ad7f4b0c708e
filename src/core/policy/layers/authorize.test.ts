import { describe, expect, test } from 'vitest'
import { ALL, ask, verdictWith } from '../testing/ask.ts'

const ACCOUNT = '111122223333'
const OTHER = '444455556666'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/SomeRole`
const PATH = `arn:aws:iam::${ACCOUNT}:role/teams/blue/SomeRole`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/SomeRole/i-0abc`
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`

const allow = (Principal?: unknown, rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...(Principal ? { Principal } : {}), Action: '*', Resource: '*', ...rest }],
})
const deny = (Principal?: unknown, rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', ...(Principal ? { Principal } : {}), Action: '*', Resource: '*', ...rest }],
})
const NOTHING = allow(undefined, { Action: 'sns:Publish' })
const policy = (document: unknown) => ({ name: 'one', document })
const IDENTITY = [policy(ALL)]

// Source: IAM guide, policy evaluation logic; the table of principals in “determining whether a request is allowed or denied”
describe('in one account', () => {
  type Row = readonly [who: string, principal: string, named: unknown, identity: boolean, boundary: boolean, boolean]
  const rows: readonly Row[] = [
    ['nobody', ROLE, null, false, true, false],
    ['nobody, the identity’s policy allows', ROLE, null, true, true, true],
    ['nobody, the boundary does not allow', ROLE, null, true, false, false],
    ['the user', USER, { AWS: USER }, false, true, true],
    ['the user, past the boundary', USER, { AWS: USER }, false, false, true],
    ['another user', USER, { AWS: `${USER}2` }, false, true, false],
    ['the role', ROLE, { AWS: ROLE }, false, true, true],
    ['the role, not past the boundary', ROLE, { AWS: ROLE }, false, false, false],
    ['the role, for a session of it', SESSION, { AWS: ROLE }, false, true, true],
    ['the role, with its path', PATH, { AWS: PATH }, false, true, true],
    ['a role of that name without the path', PATH, { AWS: ROLE }, false, true, false],
    ['a role of that name with a path', ROLE, { AWS: PATH }, false, true, false],
    ['the role, whose path its session does not say', SESSION, { AWS: PATH }, false, true, true],
    ['the session, past the boundary', SESSION, { AWS: SESSION }, false, false, true],
    ['another session', SESSION, { AWS: `${SESSION}2` }, false, true, false],
    ['everybody, past the boundary', ROLE, '*', false, false, true],
    ['everybody in AWS', ROLE, { AWS: '*' }, false, true, true],
    ['the account, which passes nothing on', ROLE, { AWS: ACCOUNT }, false, true, false],
    ['the account, and the identity’s policy allows', ROLE, { AWS: `arn:aws:iam::${ACCOUNT}:root` }, true, true, true],
  ]
  test.each(rows)('the resource’s policy names %s', (_, principal, named, identity, boundary, allowed) => {
    const { verdict } = ask({
      principal,
      policies: {
        identity: identity ? IDENTITY : [policy(NOTHING)],
        boundary: policy(boundary ? ALL : NOTHING),
        resource: named ? policy(allow(named)) : null,
      },
    })
    expect(verdict).toBe(allowed ? 'allowed' : 'denied')
  })

  test('the root user needs no policy, and a Deny holds for it', () => {
    const root = `arn:aws:iam::${ACCOUNT}:root`
    expect(ask({ principal: root, policies: {} }).verdict).toBe('allowed')
    expect(ask({ principal: root, policies: { resource: policy(deny('*')) } }).verdict).toBe('denied')
  })

  test.each([
    ['identity', { identity: [policy(NOTHING)] }],
    ['session', { session: [policy(NOTHING)] }],
    ['boundary', { boundary: policy(NOTHING) }],
    ['endpoint', { endpoint: policy(allow('*', { Action: 'sns:Publish' })) }],
    ['scp', { scps: [{ target: 'root', policies: [policy(NOTHING)] }] }],
  ])('without an Allow in the layer %s nothing passes', (layer, policies) => {
    const answer = ask({ policies: { identity: IDENTITY, ...policies } })
    expect(answer).toMatchObject({ verdict: 'denied', why: 'implicit-deny', deniedBy: [layer] })
  })

  test.each([
    ['identity', { identity: [policy(ALL), policy(deny())] }],
    ['session', { session: [policy(ALL), policy(deny())] }],
    ['boundary', { boundary: policy({ ...ALL, Statement: [...ALL.Statement, ...deny().Statement] }) }],
    ['endpoint', { endpoint: policy({ Statement: [...allow('*').Statement, ...deny('*').Statement] }) }],
    ['resource', { resource: policy(deny('*')) }],
    ['scp', { scps: [{ target: 'root', policies: [policy(ALL), policy(deny())] }] }],
    ['rcp', { rcps: [{ target: 'root', policies: [policy(deny('*')), policy(allow('*'))] }] }],
  ])('a Deny in the layer %s decides', (layer, policies) => {
    const answer = ask({ policies: { identity: IDENTITY, ...policies } })
    expect(answer).toMatchObject({ verdict: 'denied', why: 'explicit-deny', deniedBy: [layer] })
    expect(answer.statements).toHaveLength(1)
  })
})

// Source: IAM guide, cross-account policy evaluation logic
describe('across accounts', () => {
  test.each([
    [{ AWS: ROLE }, true, true],
    [{ AWS: ROLE }, false, false],
    [{ AWS: ACCOUNT }, true, true],
    ['*', true, true],
    ['*', false, false],
    [{ AWS: OTHER }, true, false],
    [null, true, false],
  ])('%j is named, the identity’s policy allows: %s', (named, identity, allowed) => {
    const { verdict } = ask({
      resourceAccount: OTHER,
      policies: {
        identity: identity ? IDENTITY : [],
        resource: named ? policy(allow(named)) : null,
      },
    })
    expect(verdict).toBe(allowed ? 'allowed' : 'denied')
  })
  test('a boundary limits a session that the resource’s policy names', () => {
    const policies = { identity: IDENTITY, boundary: policy(NOTHING), resource: policy(allow({ AWS: SESSION })) }
    expect(ask({ principal: SESSION, resourceAccount: OTHER, policies }).verdict).toBe('denied')
  })
})

// Source: IAM guide, policy evaluation logic: key policies and trust policies must allow; KMS guide, default key policy
describe('keys and roles', () => {
  const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1f9f5e56` }
  const role = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/Other` }
  const trust = (Principal: unknown) => ({ Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] })
  test.each([
    ['key', key, null, true, true],
    ['key', key, null, false, false],
    ['key', key, allow({ AWS: ACCOUNT }), true, true],
    ['key', key, allow({ AWS: ACCOUNT }), false, false],
    ['key', key, allow({ AWS: ROLE }), false, true],
    ['key', key, allow({ AWS: `${ROLE}2` }), true, false],
    ['role', role, null, true, false],
    ['role', role, trust({ AWS: ACCOUNT }), true, true],
    ['role', role, trust({ AWS: ACCOUNT }), false, false],
    ['role', role, trust({ AWS: ROLE }), false, true],
    ['role', role, trust({ Service: 'ec2.amazonaws.com' }), true, false],
  ])('a %s: %#', (_, call, document, identity, allowed) => {
    const policies = { identity: identity ? IDENTITY : [], resource: document && policy(document) }
    expect(ask({ ...call, policies }).verdict).toBe(allowed ? 'allowed' : 'denied')
  })
})

describe('who is nobody’s identity', () => {
  test('somebody unknown gets in where everybody may', () => {
    const who = { principal: 'anonymous' }
    expect(ask({ ...who, policies: { resource: policy(allow('*')) } }).verdict).toBe('allowed')
    expect(ask({ ...who, policies: { resource: policy(allow({ AWS: ACCOUNT })) } }).verdict).toBe('denied')
    expect(ask({ ...who, policies: {} }).verdict).toBe('denied')
  })
  test('a service gets in where it is named', () => {
    const who = { principal: 'logs.amazonaws.com' }
    const named = (service: string) => policy(allow({ Service: service }))
    expect(ask({ ...who, policies: { resource: named('logs.amazonaws.com') } }).verdict).toBe('allowed')
    expect(ask({ ...who, policies: { resource: named('sns.amazonaws.com') } }).verdict).toBe('denied')
  })
  test('control policies do not reach a role that is linked to a service', () => {
    const scps = [{ target: 'root', policies: [policy(NOTHING)] }]
    const principal = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
    expect(verdictWith({ scps }, { principal })).toBe('allowed')
    expect(verdictWith({ scps })).toBe('denied')
  })
  test('every level of an organisation must allow', () => {
    const level = (target: string, document: object) => ({ target, policies: [policy(document)] })
    expect(verdictWith({ scps: [level('root', ALL), level('unit', ALL)] })).toBe('allowed')
    expect(verdictWith({ scps: [level('root', ALL), level('unit', NOTHING)] })).toBe('denied')
  })
})

// Source: PrivateLink guide, endpoint policies for gateway endpoints
describe('the policy of a gateway endpoint', () => {
  const endpoint = (Principal: unknown, gateway: boolean) => ({ ...policy(allow(Principal)), gateway })
  test('that names an account means its root user alone', () => {
    expect(verdictWith({ endpoint: endpoint({ AWS: ACCOUNT }, false) })).toBe('allowed')
    expect(verdictWith({ endpoint: endpoint({ AWS: ACCOUNT }, true) })).toBe('denied')
    const root = { principal: `arn:aws:iam::${ACCOUNT}:root` }
    expect(verdictWith({ endpoint: endpoint({ AWS: ACCOUNT }, true) }, root)).toBe('allowed')
  })
  test('that names a role leaves it open', () => {
    expect(verdictWith({ endpoint: endpoint({ AWS: ROLE }, false) })).toBe('allowed')
    expect(verdictWith({ endpoint: endpoint({ AWS: ROLE }, true) })).toBe('cannot-tell')
  })
})

// Source: IAM guide, JSON policy elements, NotPrincipal
describe('NotPrincipal', () => {
  const resource = (NotPrincipal: unknown) => policy(deny(undefined, { NotPrincipal }))
  test('leaves those out that are named', () => {
    expect(verdictWith({ resource: resource({ AWS: [ACCOUNT, ROLE] }) })).toBe('allowed')
    expect(verdictWith({ resource: resource({ AWS: [OTHER] }) })).toBe('denied')
  })
  test('leaves nobody out who has a boundary', () => {
    expect(verdictWith({ boundary: policy(ALL), resource: resource({ AWS: [ACCOUNT, ROLE] }) })).toBe('denied')
  })
})

// Source: S3 guide, blocking public access
describe('a bucket that is closed to the public', () => {
  const given = { restrictPublicBuckets: true, resourceAccount: OTHER }
  test('lets nobody of another account in by a public policy', () => {
    expect(verdictWith({ resource: policy(allow('*')) }, given)).toBe('denied')
    expect(verdictWith({ resource: policy(allow('*')) }, { ...given, restrictPublicBuckets: false })).toBe('allowed')
  })
  test('lets in whom a policy names that is not public', () => {
    expect(verdictWith({ resource: policy(allow({ AWS: ROLE })) }, given)).toBe('allowed')
    const own = allow('*', { Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } })
    expect(verdictWith({ resource: policy(own) }, given)).toBe('allowed')
  })
})

describe('what nobody said', () => {
  test('a policy that was not read leaves it open, unless another layer denies', () => {
    const policies = { identity: [policy(null)] }
    expect(ask({ policies }).verdict).toBe('cannot-tell')
    expect(ask({ policies: { ...policies, resource: policy(deny('*')) } }).verdict).toBe('denied')
    expect(ask({ policies: { ...policies, session: [policy(NOTHING)] } }).verdict).toBe('denied')
  })
  test('a key without a value leaves it open and is named', () => {
    const document = deny('*', { Condition: { Bool: { 'aws:SecureTransport': false } } })
    const policies = { identity: IDENTITY, resource: policy(document) }
    const answer = ask({ context: { 'aws:SecureTransport': { unknown: true } }, policies })
    expect(answer).toMatchObject({ verdict: 'cannot-tell', unknown: ['aws:SecureTransport'] })
  })
})
