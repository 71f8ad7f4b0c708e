import { expect, test } from 'vitest'
import type { Construct } from '../../../model/index.ts'
import type { ImportResult } from '../../assemble.ts'
import { reportLines } from '../../report.ts'
import type { SourceFile } from '../../unpack.ts'
import { exampleAccess, roleArn } from '../testing/exampleAccess.ts'
import { OWNER } from '../testing/exampleParts.ts'
import { importTexts } from '../testing/importTexts.ts'

/** The example without some of its lists, and with answers as the AWS CLI prints them. */
function read(without: readonly string[] = [], answers: readonly object[] = []): ImportResult {
  const kept = exampleAccess().filter(({ path }) => !without.some((key) => path.endsWith(`/${key}.json`)))
  const more = answers.map(
    (answer, index): SourceFile => ({ path: `${OWNER}/us-east-1/answer-${index}.json`, text: JSON.stringify(answer) }),
  )
  return importTexts([...kept, ...more])
}
const at = ({ design }: ImportResult, id: string): Construct => {
  const found = design.constructs[id]
  if (!found) throw new Error(`no ${id} among ${Object.keys(design.constructs).join(' ')}`)
  return found
}
const linesOf = ({ report }: ImportResult): string => reportLines(report).join('\n')
const policy = (Resource: string | string[], Action = 's3:GetObject') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: OWNER }, Action, Resource }],
  })

test('clients have the roles of their instance profile, their function and their task', () => {
  const all = read()
  expect(at(all, 'i-web')).toMatchObject({ role: 'role-app' })
  expect(at(all, 'function-worker')).toMatchObject({ role: 'role-worker', awsId: 'worker' })
  expect(at(all, 'eni-task')).toMatchObject({ role: 'role-task' })
})

test('a role has its own policies, those attached to it by their default version, its boundary and its tags', () => {
  expect(at(read(), 'role-app')).toMatchObject({
    roleName: 'app',
    path: '/',
    tags: [{ key: 'team', value: 'orders' }],
    policies: [
      { name: 'queue', document: expect.stringContaining('sqs:SendMessage') },
      { name: 'orders-reader', document: expect.stringContaining('arn:aws:s3:::orders/*') },
    ],
    boundary: [{ name: 'PowerUserAccess', document: expect.stringContaining('iam:*') }],
    trustPolicy: expect.stringContaining('ec2.amazonaws.com'),
  })
})

test('of AWS’s own policies a few are known, which is told; of the others nobody knows what they say', () => {
  const all = read()
  expect(at(all, 'role-worker')).toMatchObject({
    policies: [
      { name: 'AWSLambdaBasicExecutionRole', document: expect.stringContaining('logs:PutLogEvents') },
      { name: 'ReadOnlyAccess', document: null },
    ],
  })
  expect(linesOf(all)).toContain(
    'AWSLambdaBasicExecutionRole: the files have no version of it; AWS’s v1 of 2015-04-09 is taken',
  )
})

test('a version in the files counts before the carried one', () => {
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
  const Document = '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D'
  const all = read([], [{ PolicyArn, PolicyVersion: { VersionId: 'v9', IsDefaultVersion: true, Document } }])
  expect(at(all, 'role-worker')).toMatchObject({
    policies: [{ document: '{"Version":"2012-10-17","Statement":[]}' }, {}],
  })
})

test('a role is put together of the calls for it, and what none of them says is not known', () => {
  const role = { RoleName: 'app', Arn: roleArn('app'), Path: '/', AssumeRolePolicyDocument: {} }
  const own = { RoleName: 'app', PolicyName: 'one', PolicyDocument: policy('*') }
  const policiesWith = (...answers: object[]) =>
    at(read(['RoleDetailList', 'Policies'], [{ Role: role }, ...answers]), 'role-app')
  expect(policiesWith()).toMatchObject({
    policies: [
      { name: 'its own policies', document: null },
      { name: 'what is attached to it', document: null },
    ],
  })
  expect(policiesWith(own, { RoleName: 'app', AttachedPolicies: [] })).toMatchObject({
    policies: [{ name: 'one' }, { name: 'its own policies', document: null }],
  })
  expect(
    policiesWith(own, { RoleName: 'app', PolicyNames: ['one', 'two'] }, { RoleName: 'app', AttachedPolicies: [] }),
  ).toMatchObject({
    policies: [
      { name: 'one', document: policy('*') },
      { name: 'two', document: null },
    ],
  })
})

test('what list-roles says is too little to draw a role', () => {
  const all = read(
    ['RoleDetailList'],
    [{ Roles: [{ RoleName: 'app', Arn: roleArn('app'), Path: '/', AssumeRolePolicyDocument: {} }] }],
  )
  expect(Object.keys(all.design.constructs)).not.toContain('role-app')
  expect(at(all, 'i-web')).toMatchObject({ role: 'not-imported.role-of-app' })
  expect(linesOf(all)).toContain('A list of roles leaves out their tags, boundaries and policies')
})

test('without any answer of IAM clients have no role, and the report says that it is not known', () => {
  const all = read(['RoleDetailList', 'InstanceProfiles', 'Policies'])
  expect(at(all, 'i-web')).toMatchObject({ role: null })
  expect(linesOf(all)).toContain('What their roles may do is not in the files: i-web, function-worker, eni-task')
  expect(linesOf(all)).toContain('aws iam get-account-authorization-details')
})

test('roles that AWS makes for its services are not drawn', () => {
  const name = 'AWSServiceRoleForECS'
  const Path = '/aws-service-role/ecs.amazonaws.com/'
  const all = read([], [{ Role: { RoleName: name, Arn: roleArn(`aws-service-role/ecs.amazonaws.com/${name}`), Path } }])
  expect(Object.keys(all.design.constructs).filter((id) => id.includes('AWSServiceRole'))).toEqual([])
})

test('of many roles those that a client has or a policy names are drawn first', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({
    RoleName: `other-${i}`,
    Arn: roleArn(`other-${i}`),
    Path: '/',
    RolePolicyList: [],
    AttachedManagedPolicies: [],
  }))
  const named = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { AWS: roleArn('other-99') }, Action: 'sqs:*', Resource: '*' }],
  })
  const all = read([], [{ RoleDetailList: many }, { QueueArn: `arn:aws:sqs:us-east-1:${OWNER}:named`, Policy: named }])
  const roles = Object.keys(all.design.constructs).filter((id) => id.startsWith('role-'))
  expect(roles).toHaveLength(3 + 60 + 1)
  expect(roles).toContain('role-other-99')
  expect(linesOf(all)).toContain('39 more roles and users, which no client has and no policy names, are left out')
})

test('a user has its own policies and those of its groups', () => {
  const user = {
    UserName: 'ann',
    Arn: `arn:aws:iam::${OWNER}:user/ann`,
    Path: '/',
    UserPolicyList: [],
    AttachedManagedPolicies: [],
  }
  const group = {
    GroupName: 'readers',
    Arn: `arn:aws:iam::${OWNER}:group/readers`,
    GroupPolicyList: [{ PolicyName: 'read', PolicyDocument: { Statement: [] } }],
    AttachedManagedPolicies: [],
  }
  const all = read([], [{ UserDetailList: [{ ...user, GroupList: ['readers', 'gone'] }], GroupDetailList: [group] }])
  expect(at(all, 'user-ann')).toMatchObject({
    kind: 'iam-user',
    policies: [
      { name: 'read', document: '{"Statement":[]}' },
      { name: 'what group gone may', document: null },
    ],
  })
})

test('what carries a policy is drawn with it, with none where the call found none, and not at all where nobody asked', () => {
  const all = read([], [{ Buckets: [{ Name: 'unasked' }] }])
  expect(at(all, 'sqs-orders')).toMatchObject({ kind: 'policy-resource', policy: expect.stringContaining('sqs:*') })
  expect(at(all, 'sqs-closed')).toMatchObject({ policy: null })
  expect(at(all, 'table-orders')).toMatchObject({ kind: 'dynamodb-table', tableName: 'orders', policy: null })
  expect(at(all, 'kms-1234')).toMatchObject({
    aliases: ['alias/orders'],
    grants: [{ grantee: roleArn('task'), operations: ['Decrypt'], constrained: true }],
  })
  expect(Object.keys(all.design.constructs)).not.toContain('unasked')
  expect(linesOf(all)).toContain('Buckets that are listed, and whose policies are not in the files, are not drawn: 1')
})

test('answers of single calls say whose they are: beside them, or in the policy where AWS makes it name its resource', () => {
  const key = `arn:aws:kms:us-east-1:${OWNER}:key/k2`
  const all = read(
    [],
    [
      { Bucket: 'beside', Policy: policy('*') },
      { Policy: policy(['arn:aws:s3:::inside', 'arn:aws:s3:::inside/*']) },
      { Policy: policy(`arn:aws:lambda:us-east-1:${OWNER}:function:f:prod`, 'lambda:InvokeFunction'), RevisionId: '1' },
      { Policy: policy('*', 'kms:*'), PolicyName: 'default', KeyId: 'k2' },
      { registryId: OWNER, repositoryName: 'web', policyText: policy('*', 'ecr:*') },
      { ARN: `arn:aws:secretsmanager:us-east-1:${OWNER}:secret:db-AbCdEf`, Name: 'db', ResourcePolicy: policy('*') },
      { Attributes: { QueueArn: `arn:aws:sqs:us-east-1:${OWNER}:raw`, VisibilityTimeout: '30' } },
      { Name: 'own', Arn: `arn:aws:events:us-east-1:${OWNER}:event-bus/own`, Policy: policy('*', 'events:*') },
      { Policy: policy('*'), RevisionId: '2' },
    ],
  )
  expect(at(all, 'beside')).toMatchObject({ kind: 's3-bucket', policy: policy('*') })
  expect(at(all, 'inside')).toMatchObject({ bucketName: 'inside' })
  expect(at(all, 'lambda-f')).toMatchObject({ arn: `arn:aws:lambda:us-east-1:${OWNER}:function:f` })
  expect(at(all, 'kms-k2')).toMatchObject({ arn: key })
  expect(at(all, 'ecr-web')).toMatchObject({ policy: policy('*', 'ecr:*') })
  expect(at(all, 'secretsmanager-db-AbCdEf')).toMatchObject({ policy: policy('*') })
  expect(at(all, 'sqs-raw')).toMatchObject({ policy: null })
  expect(at(all, 'events-own')).toMatchObject({ policy: policy('*', 'events:*') })
  expect(linesOf(all)).toContain('the files do not say whose policy this is')
})

test('Block Public Access of bucket and account count together; where it matters and is missing, the policy is not known', () => {
  const open = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*' }],
  })
  const site = { Bucket: 'site', Policy: open }
  const block = (of: object, RestrictPublicBuckets: boolean) => ({
    ...of,
    PublicAccessBlockConfiguration: { RestrictPublicBuckets },
  })
  const without = ['PublicAccessBlocks']
  expect(at(read(without, [site]), 'site')).toMatchObject({ policy: expect.stringMatching(/^not known:/) })
  expect(at(read(without, [site, block({ Bucket: 'site' }, true)]), 'site')).toMatchObject({
    policy: open,
    restrictPublicBuckets: true,
  })
  expect(at(read(without, [site, block({ Bucket: 'site' }, false)]), 'site')).toMatchObject({
    policy: expect.stringMatching(/^not known:/),
  })
  const both = [site, block({ Bucket: 'site' }, false), block({ AccountId: OWNER }, false)]
  expect(at(read(without, both), 'site')).toMatchObject({ policy: open, restrictPublicBuckets: false })
  // a policy that is not public meets none of it
  expect(at(read(without), 'orders')).toMatchObject({ policy: expect.stringContaining('s3:GetObject') })
})

test('an account has its levels from the root down, with what is attached to each', () => {
  expect(at(read(), `account-${OWNER}`)).toMatchObject({
    organisation: 'o-a1b2c3d4e5',
    organisationPath: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
    isManagement: false,
    scps: [
      { target: 'r-ab12', policies: [{ name: 'FullAWSAccess', document: expect.stringContaining('"Action":"*"') }] },
      { target: 'ou-ab12-11111111', policies: [{ name: 'only-here', document: expect.stringContaining('Own') }] },
      { target: OWNER, policies: [{ name: 'FullAWSAccess' }] },
    ],
    rcps: [],
  })
})

test('levels and policies of an organisation that nobody was allowed to read are not known', () => {
  const unread = { policies: [{ document: null }] }
  expect(at(read(['OrganizationParents']), `account-${OWNER}`)).toMatchObject({
    scps: [unread],
    organisationPath: null,
  })
  expect(at(read(['TargetPolicies', 'Roots']), `account-${OWNER}`)).toMatchObject({
    scps: [unread, unread, unread],
    rcps: [unread, unread, unread],
  })
  expect(at(read(['OrganizationPolicies']), `account-${OWNER}`)).toMatchObject({
    scps: [{}, { policies: [{ name: 'only-here', document: null }] }, {}],
  })
})

test('no policy of the organisation reaches its management account', () => {
  const all = read(
    ['Organizations', 'OrganizationParents'],
    [{ Organization: { Id: 'o-a1b2c3d4e5', MasterAccountId: OWNER } }],
  )
  expect(at(all, `account-${OWNER}`)).toMatchObject({
    organisation: 'o-a1b2c3d4e5',
    isManagement: true,
    scps: [],
    rcps: [],
  })
})

test('where nobody asked, accounts are taken to be in no organisation, which is told', () => {
  const all = read(['Organizations', 'OrganizationParents', 'TargetPolicies', 'OrganizationPolicies', 'Roots'])
  expect(at(all, `account-${OWNER}`)).toMatchObject({ organisation: null, scps: [] })
  expect(linesOf(all)).toContain('No file says in which organisation the accounts are')
})

test('with which key objects are encrypted is known where get-bucket-encryption was asked', () => {
  const keyOf = (all: ImportResult) =>
    Object.values(all.design.constructs).flatMap((one) => (one.kind === 's3-bucket' ? [one.encryptionKey] : []))
  expect(keyOf(read())).toContainEqual(expect.stringContaining('alias/orders'))
  const unread = read(['BucketEncryptions'])
  expect(keyOf(unread).every((key) => key?.startsWith('not known: '))).toBe(true)
  expect(linesOf(unread)).toContain('get-bucket-encryption says it')
})
