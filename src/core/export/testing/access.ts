import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

const text = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const allow = (more: object): object => ({ Effect: 'Allow', ...more })
const deny = (more: object): object => ({ Effect: 'Deny', ...more })

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/apps/orders-app`

/** Roles and all that carries a policy, each naming others: by name, by account and Region, by the ids of endpoints and VPCs. */
export const access = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Access' })
    b.account({ id: 'account-1', accountId: ACCOUNT, organisation: 'o-a1b2c3d4e5' })
    const vpc = b.vpc({ id: 'main', awsId: 'vpc-0aaaaaaaaaaaaaaa1', cidrs: ['10.0.0.0/16'], dnsHostnames: true })
    const subnet = b.subnet(vpc, { id: 'near', cidr: '10.0.1.0/24' })
    b.iamRole('orders-app', {
      id: 'app-role',
      path: '/apps/',
      tags: [
        { key: 'team', value: 'orders' },
        { key: 'Name', value: 'orders app' },
      ],
      policies: [
        {
          name: 'use',
          document: text(
            allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::example-orders/\${aws:PrincipalTag/team}/*` }),
            allow({ Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:orders` }),
            allow({ Action: 'kms:Decrypt', Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/orders` }),
            allow({
              Action: 'secretsmanager:GetSecretValue',
              Resource: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:prod/orders`,
            }),
          ),
        },
        { name: 'AmazonSQSReadOnlyAccess', document: null },
        { name: 'team-own', document: null },
      ],
      boundary: [
        {
          name: 'limit',
          document: text(
            allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
          ),
        },
      ],
    })
    b.iamRole('orders-job', {
      id: 'job-role',
      // Its boundary names a key whose policy names the role
      boundary: [
        {
          name: 'keys',
          document: text(allow({ Action: '*', Resource: ['*', `arn:aws:kms:us-east-1:${ACCOUNT}:key/jobs`] })),
        },
      ],
      policies: [{ name: 'all', document: text(allow({ Action: 'dynamodb:*', Resource: '*' })) }],
    })
    b.ec2(subnet, { id: 'app', role: 'app-role', awsId: 'i-0aaaaaaaaaaaaaaa1' })
    b.lambda(subnet, { id: 'job', name: 'job', role: 'job-role' })
    b.ecs(subnet, { id: 'task', role: 'app-role' })
    b.gatewayEndpoint(vpc, 's3', {
      id: 's3',
      awsId: 'vpce-0aaaaaaaaaaaaaaa1',
      policy: text(
        allow({
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-orders', 'arn:aws:s3:::example-orders/*'],
        }),
      ),
    })
    b.interfaceEndpoint(vpc, 'kms', {
      id: 'kms',
      awsId: 'vpce-0aaaaaaaaaaaaaaa2',
      subnets: [subnet],
      policy: text(
        allow({ Principal: { AWS: ROLE }, Action: 'kms:*', Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/orders` }),
      ),
    })
    b.iamUser('ops', {
      id: 'ops-user',
      path: '/people/',
      tags: [{ key: 'team', value: 'ops' }],
      policies: [
        { name: 'look', document: text(allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::example-orders' })) },
        { name: 'ReadOnlyAccess', document: null },
      ],
      boundary: [{ name: 'limit', document: text(allow({ Action: 's3:*', Resource: '*' })) }],
    })
    b.interfaceEndpoint(vpc, 'execute-api', { id: 'api-door', subnets: [subnet] })
    b.s3Bucket('example-orders', {
      id: 'bucket',
      restrictPublicBuckets: false,
      objectOwnership: 'ObjectWriter',
      encryptionKey: `arn:aws:kms:us-east-1:${ACCOUNT}:key/orders`,
      bucketKey: true,
      policy: text(
        deny({
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-orders', 'arn:aws:s3:::example-orders/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaa1' } },
        }),
        allow({
          Principal: { AWS: [ROLE, `arn:aws:iam::444455556666:root`] },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-orders/*',
        }),
      ),
    })
    b.s3AccessPoint('orders-by-vpc', 'bucket', {
      id: 'point',
      networkOrigin: 'VPC',
      originVpc: vpc,
      policy: text(
        allow({
          Principal: { AWS: ROLE },
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/orders-by-vpc/object/*`,
        }),
      ),
    })
    b.dynamodbTable('orders', {
      id: 'table',
      policy: text(
        allow({
          Principal: { AWS: ROLE },
          Action: 'dynamodb:GetItem',
          Resource: `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`,
        }),
      ),
    })
    b.api('a1b2c3d4e5', {
      id: 'api',
      endpointType: 'private',
      endpoints: ['api-door'],
      policy: text(
        allow({
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: `arn:aws:execute-api:us-east-1:${ACCOUNT}:a1b2c3d4e5/prod/*`,
          Condition: {
            StringEquals: { 'aws:SourceVpce': 'api-door' },
            IpAddress: { 'aws:VpcSourceIp': '10.0.1.0/24' },
          },
        }),
      ),
    })
    const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${rest}`
    const byRole = (Action: string, Resource: string) => text(allow({ Principal: { AWS: ROLE }, Action, Resource }))
    b.policyResource(arn('sqs', 'orders'), { id: 'queue', policy: byRole('sqs:SendMessage', arn('sqs', 'orders')) })
    b.policyResource(arn('sqs', 'orders.fifo'), { id: 'line' })
    b.policyResource(arn('sns', 'news'), {
      id: 'topic',
      policy: text(
        allow({
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: arn('sns', 'news'),
          Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
        }),
      ),
    })
    b.policyResource(arn('kms', 'key/orders'), {
      id: 'key',
      aliases: ['alias/shop'],
      grants: [{ grantee: ROLE, operations: ['Decrypt'], constrained: false }],
      policy: text(
        allow({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }),
        allow({
          Principal: { AWS: ROLE },
          Action: 'kms:Decrypt',
          Resource: arn('kms', 'key/orders'),
          Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaa2' } },
        }),
      ),
    })
    b.policyResource(arn('kms', 'key/jobs'), {
      id: 'job-key',
      policy: text(
        allow({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/orders-job` }, Action: 'kms:*', Resource: '*' }),
      ),
    })
    b.policyResource(arn('secretsmanager', 'secret:prod/orders'), {
      id: 'secret',
      policy: byRole('secretsmanager:GetSecretValue', '*'),
    })
    b.policyResource(arn('ecr', 'repository/team/orders'), {
      id: 'images',
      policy: text(allow({ Principal: { AWS: ROLE }, Action: 'ecr:BatchGetImage' })),
    })
    b.policyResource(arn('events', 'event-bus/orders'), {
      id: 'bus',
      policy: text({
        Sid: 'put',
        ...allow({
          Principal: { AWS: '444455556666' },
          Action: 'events:PutEvents',
          Resource: arn('events', 'event-bus/orders'),
        }),
      }),
    })
    b.policyResource(arn('lambda', 'function:job'), {
      id: 'job.function',
      policy: text({
        Sid: 'storage',
        ...allow({
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: arn('lambda', 'function:job'),
          Condition: {
            ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::example-orders' },
            StringEquals: { 'AWS:SourceAccount': ACCOUNT },
          },
        }),
      }),
    })
    b.policyResource(arn('glacier', 'vaults/old'), {
      id: 'vault',
      policy: byRole('glacier:ListJobs', arn('glacier', 'vaults/old')),
    })
    b.request({
      from: 'app',
      to: 'sqs.us-east-1.amazonaws.com',
      api: { action: 'sqs:SendMessage', resource: arn('sqs', 'orders'), context: {} },
    })
  })
