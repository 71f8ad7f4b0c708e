import { describe, expect, it } from 'vitest'
import { type Planned, planOf } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'

const OWNER = '111122223333'
const text = (Action: string, more: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] })
/** A state as `terraform show -json` prints it: everything has its id. */
const stateOf = (resources: readonly Planned[]) => {
  const { planned_values } = planOf(resources, {})
  return { format_version: '1.0', terraform_version: '1.11.4', values: planned_values }
}
const arn = (service: string, what: string) => `arn:aws:${service}:eu-west-1:${OWNER}:${what}`
const role = (name: string): Planned => ({
  address: `aws_iam_role.${name}`,
  values: {
    id: name,
    name,
    path: '/',
    arn: `arn:aws:iam::${OWNER}:role/${name}`,
    assume_role_policy: text('sts:AssumeRole'),
    tags_all: { team: 'a' },
  },
})
const NET: readonly Planned[] = [
  {
    address: 'aws_vpc.a',
    values: {
      id: 'vpc-0123456789abcdef0',
      cidr_block: '10.0.0.0/16',
      owner_id: OWNER,
      arn: arn('ec2', 'vpc/vpc-0123456789abcdef0'),
    },
  },
  {
    address: 'aws_subnet.a',
    values: {
      id: 'subnet-0123456789abcdef0',
      vpc_id: 'vpc-0123456789abcdef0',
      cidr_block: '10.0.0.0/24',
      availability_zone: 'eu-west-1a',
    },
  },
]

describe('roles and users of a state', () => {
  const { at, messages } = readDocument(
    stateOf([
      ...NET,
      role('app'),
      role('other'),
      {
        address: 'aws_iam_role_policy.own',
        values: { id: 'app:own', name: 'own', role: 'app', policy: text('s3:GetObject') },
      },
      {
        address: 'aws_iam_policy.shared',
        values: {
          id: `arn:aws:iam::${OWNER}:policy/shared`,
          arn: `arn:aws:iam::${OWNER}:policy/shared`,
          name: 'shared',
          policy: text('sqs:*'),
        },
      },
      ...['shared', 'AmazonS3ReadOnlyAccess', 'ReadOnlyAccess'].map(
        (name): Planned => ({
          address: `aws_iam_role_policy_attachment.${name}`,
          values: {
            id: name,
            role: 'app',
            policy_arn: `arn:aws:iam::${name === 'shared' ? OWNER : 'aws'}:policy/${name}`,
          },
        }),
      ),
      // of the same name as the role
      {
        address: 'aws_iam_instance_profile.app',
        values: { id: 'app', name: 'app', role: 'app', arn: `arn:aws:iam::${OWNER}:instance-profile/app` },
      },
      {
        address: 'aws_instance.web',
        values: {
          id: 'i-0123456789abcdef0',
          subnet_id: 'subnet-0123456789abcdef0',
          private_ip: '10.0.0.9',
          iam_instance_profile: 'app',
        },
      },
      {
        address: 'aws_lambda_function.f',
        values: {
          id: 'app',
          function_name: 'app',
          arn: arn('lambda', 'function:app'),
          role: `arn:aws:iam::${OWNER}:role/other`,
          vpc_config: [{ subnet_ids: ['subnet-0123456789abcdef0'], security_group_ids: [] }],
        },
      },
      {
        address: 'aws_iam_user.ann',
        values: { id: 'ann', name: 'ann', path: '/', arn: `arn:aws:iam::${OWNER}:user/ann` },
      },
      {
        address: 'aws_iam_group.readers',
        values: { id: 'readers', name: 'readers', path: '/', arn: `arn:aws:iam::${OWNER}:group/readers` },
      },
      {
        address: 'aws_iam_group_policy.read',
        values: { id: 'readers:read', name: 'read', group: 'readers', policy: text('s3:Get*') },
      },
      { address: 'aws_iam_group_membership.m', values: { id: 'm', name: 'm', group: 'readers', users: ['ann'] } },
    ]),
    `${OWNER}/eu-west-1/state.json`,
  )
  it('have their own policies and those that are attached to them', () => {
    expect(at('iam-role', 'aws_iam_role.app')).toMatchObject({
      roleName: 'app',
      tags: [{ key: 'team', value: 'a' }],
      trustPolicy: text('sts:AssumeRole'),
      policies: [
        { name: 'own', document: text('s3:GetObject') },
        { name: 'shared', document: text('sqs:*') },
        { name: 'AmazonS3ReadOnlyAccess', document: expect.stringContaining('s3:List*') },
        { name: 'ReadOnlyAccess', document: null },
      ],
    })
    expect(messages.join('\n')).toContain('AmazonS3ReadOnlyAccess is taken as its v3')
  })
  it('are those of clients, whatever else has the same name', () => {
    expect(at('client', 'i-0123456789abcdef0').role).toBe('aws_iam_role.app')
    expect(at('client', 'aws_lambda_function.f')).toMatchObject({ role: 'aws_iam_role.other', awsId: 'app' })
  })
  it('users have what their groups have', () => {
    expect(at('iam-user', 'aws_iam_user.ann')).toMatchObject({
      userName: 'ann',
      policies: [{ name: 'read', document: text('s3:Get*') }],
    })
  })
})

describe('what carries a policy, in a state', () => {
  const policy = text('*', { Principal: '*' })
  const bucket = (name: string): Planned => ({
    address: `aws_s3_bucket.${name}`,
    values: { id: name, bucket: name, arn: `arn:aws:s3:::${name}` },
  })
  const { at } = readDocument(
    stateOf([
      ...NET,
      bucket('orders'),
      bucket('plain'),
      { address: 'aws_s3_bucket_policy.p', values: { id: 'orders', bucket: 'orders', policy } },
      {
        address: 'aws_s3_bucket_public_access_block.p',
        values: {
          id: 'orders',
          bucket: 'orders',
          block_public_policy: true,
          restrict_public_buckets: false,
          block_public_acls: false,
          ignore_public_acls: false,
        },
      },
      {
        address: 'aws_s3_bucket_ownership_controls.p',
        values: { id: 'orders', bucket: 'orders', rule: [{ object_ownership: 'ObjectWriter' }] },
      },
      {
        address: 'aws_s3_access_point.in',
        values: {
          id: arn('s3', 'accesspoint/in'),
          arn: arn('s3', 'accesspoint/in'),
          name: 'in',
          bucket: 'orders',
          policy,
          vpc_configuration: [{ vpc_id: 'vpc-0123456789abcdef0' }],
        },
      },
      {
        address: 'aws_sqs_queue.q',
        values: {
          id: `https://sqs.eu-west-1.amazonaws.com/${OWNER}/q`,
          name: 'q',
          arn: arn('sqs', 'q'),
          url: `https://sqs.eu-west-1.amazonaws.com/${OWNER}/q`,
        },
      },
      {
        address: 'aws_sqs_queue_policy.q',
        values: {
          id: `https://sqs.eu-west-1.amazonaws.com/${OWNER}/q`,
          queue_url: `https://sqs.eu-west-1.amazonaws.com/${OWNER}/q`,
          policy,
        },
      },
      { address: 'aws_sns_topic.t', values: { id: arn('sns', 't'), arn: arn('sns', 't'), name: 't' } },
      { address: 'aws_sns_topic_policy.t', values: { id: arn('sns', 't'), arn: arn('sns', 't'), policy } },
      {
        address: 'aws_kms_key.k',
        values: {
          id: '1234abcd-12ab-34cd-56ef-1234567890ab',
          key_id: '1234abcd-12ab-34cd-56ef-1234567890ab',
          arn: arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab'),
          policy,
        },
      },
      {
        address: 'aws_kms_alias.k',
        values: { id: 'alias/k', name: 'alias/k', target_key_id: '1234abcd-12ab-34cd-56ef-1234567890ab' },
      },
      {
        address: 'aws_kms_grant.k',
        values: {
          id: 'g',
          key_id: '1234abcd-12ab-34cd-56ef-1234567890ab',
          grantee_principal: `arn:aws:iam::${OWNER}:role/x`,
          operations: ['Decrypt'],
          constraints: [],
        },
      },
      {
        address: 'aws_secretsmanager_secret.s',
        values: {
          id: arn('secretsmanager', 'secret:s-AbCdEf'),
          arn: arn('secretsmanager', 'secret:s-AbCdEf'),
          name: 's',
        },
      },
      {
        address: 'aws_secretsmanager_secret_policy.s',
        values: {
          id: arn('secretsmanager', 'secret:s-AbCdEf'),
          secret_arn: arn('secretsmanager', 'secret:s-AbCdEf'),
          policy,
        },
      },
      { address: 'aws_dynamodb_table.d', values: { id: 'd', name: 'd', arn: arn('dynamodb', 'table/d') } },
      {
        address: 'aws_dynamodb_resource_policy.d',
        values: { id: arn('dynamodb', 'table/d'), resource_arn: arn('dynamodb', 'table/d'), policy },
      },
      { address: 'aws_lambda_function.f', values: { id: 'f', function_name: 'f', arn: arn('lambda', 'function:f') } },
      {
        address: 'aws_lambda_permission.f',
        values: {
          id: 'Invoke',
          statement_id: 'Invoke',
          action: 'lambda:InvokeFunction',
          function_name: 'f',
          principal: OWNER,
          qualifier: 'prod',
        },
      },
      { address: 'aws_ecr_repository.r', values: { id: 'r', name: 'r', arn: arn('ecr', 'repository/r') } },
      { address: 'aws_ecr_repository_policy.r', values: { id: 'r', repository: 'r', policy } },
      { address: 'aws_cloudwatch_event_bus.b', values: { id: 'b', name: 'b', arn: arn('events', 'event-bus/b') } },
      { address: 'aws_cloudwatch_event_bus_policy.b', values: { id: 'b', event_bus_name: 'b', policy } },
    ]),
    `${OWNER}/eu-west-1/state.json`,
  )
  it.each([
    ['aws_sqs_queue.q', arn('sqs', 'q')],
    ['aws_sns_topic.t', arn('sns', 't')],
    ['aws_kms_key.k', arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab')],
    ['aws_secretsmanager_secret.s', arn('secretsmanager', 'secret:s')],
    ['aws_ecr_repository.r', arn('ecr', 'repository/r')],
    ['aws_cloudwatch_event_bus.b', arn('events', 'event-bus/b')],
  ])('%s has what stands beside it', (id, itsArn) => {
    expect(at('policy-resource', id)).toMatchObject({ arn: itsArn, policy })
  })
  it('a key has its aliases and grants', () => {
    expect(at('policy-resource', 'aws_kms_key.k')).toMatchObject({
      aliases: ['alias/k'],
      grants: [{ grantee: `arn:aws:iam::${OWNER}:role/x`, operations: ['Decrypt'], constrained: false }],
    })
  })
  it('a function has the permissions for it, of a version those of that alone', () => {
    const statement = JSON.parse(at('policy-resource', 'aws_lambda_function.f.function').policy!).Statement[0]
    expect(statement).toMatchObject({ Sid: 'Invoke', Resource: `${arn('lambda', 'function:f')}:prod` })
  })
  it('buckets, tables and access points', () => {
    expect(at('s3-bucket', 'aws_s3_bucket.orders')).toMatchObject({
      policy,
      objectOwnership: 'ObjectWriter',
      blockPublicPolicy: true,
      restrictPublicBuckets: false,
    })
    expect(at('s3-bucket', 'aws_s3_bucket.plain')).toMatchObject({ policy: null, restrictPublicBuckets: true })
    expect(at('dynamodb-table', 'aws_dynamodb_table.d').policy).toBe(policy)
    expect(at('s3-access-point', arn('s3', 'x')) ?? at('s3-access-point', 'aws_s3_access_point.in')).toMatchObject({
      bucket: 'aws_s3_bucket.orders',
      networkOrigin: 'VPC',
      originVpc: 'vpc-0123456789abcdef0',
      policy,
    })
  })
})
