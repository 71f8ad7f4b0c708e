import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { AccessRequest } from '../../model/index.ts'
import { decide } from '../../sim/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { block, constant, type Planned, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

const catalogue = await loadCatalogue()
const allow = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
const NAME = 'com.amazonaws.eu-west-1.s3'

/** An instance that may read objects, an endpoint, and a bucket that lets in what comes by it: nothing of it is made yet. */
const resources: readonly Planned[] = [
  { ...vpc, values: { ...vpc.values, enable_dns_support: true, enable_dns_hostnames: true } },
  subnet('a', '10.0.0.0/24'),
  { address: 'aws_route_table.a', values: { route: [] }, unknown: { vpc_id: true } },
  { address: 'aws_route_table_association.a', values: {}, unknown: { subnet_id: true, route_table_id: true } },
  {
    address: 'aws_vpc_endpoint.s3',
    values: { service_name: NAME, vpc_endpoint_type: 'Gateway' },
    unknown: { vpc_id: true, route_table_ids: true },
  },
  {
    address: 'aws_security_group.a',
    values: { ingress: [], egress: [{ from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0'] }] },
    unknown: { vpc_id: true },
  },
  { address: 'aws_iam_role.app', values: { name: 'app', assume_role_policy: allow('sts:AssumeRole') } },
  {
    address: 'aws_iam_role_policy.own',
    values: { name: 'own', policy: allow('s3:GetObject') },
    unknown: { role: true },
  },
  { address: 'aws_iam_instance_profile.app', values: { name: 'app' }, unknown: { role: true } },
  {
    address: 'aws_instance.web',
    values: {},
    unknown: { subnet_id: true, iam_instance_profile: true, vpc_security_group_ids: true },
  },
  { address: 'aws_s3_bucket.b', values: { bucket: 'orders' } },
  { address: 'aws_s3_bucket_policy.b', values: {}, unknown: { bucket: true, policy: true } },
  {
    address: 'data.aws_iam_policy_document.d',
    mode: 'data',
    actions: ['read'],
    values: {
      statement: [
        {
          effect: 'Deny',
          actions: ['s3:*'],
          resources: ['arn:aws:s3:::orders/*'],
          principals: [{ type: '*', identifiers: ['*'] }],
          condition: [{ test: 'StringNotEquals', variable: 'aws:SourceVpce', values: [null] }],
        },
      ],
    },
    unknown: { json: true, statement: [{ condition: [{ values: [true] }] }] },
  },
]
const blocks = (endpoint: string) => [
  vpcBlock,
  subnetBlock('a'),
  block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id') }),
  block('aws_route_table_association.a', {
    subnet_id: ref('aws_subnet.a.id'),
    route_table_id: ref('aws_route_table.a.id'),
  }),
  ...['aws_vpc_endpoint.s3', 'aws_vpc_endpoint.other'].map((address) =>
    block(address, {
      vpc_id: ref('aws_vpc.a.id'),
      service_name: constant(NAME),
      ...(address.endsWith('s3') && { route_table_ids: ref('aws_route_table.a.id') }),
    }),
  ),
  block('aws_security_group.a', { vpc_id: ref('aws_vpc.a.id') }),
  block('aws_iam_role.app', { name: constant('app') }),
  block('aws_iam_role_policy.own', { name: constant('own'), role: ref('aws_iam_role.app.id') }),
  block('aws_iam_instance_profile.app', { name: constant('app'), role: ref('aws_iam_role.app.name') }),
  block('aws_instance.web', {
    subnet_id: ref('aws_subnet.a.id'),
    iam_instance_profile: ref('aws_iam_instance_profile.app.name'),
    vpc_security_group_ids: ref('aws_security_group.a.id'),
  }),
  block('aws_s3_bucket.b', { bucket: constant('orders') }),
  block('aws_s3_bucket_policy.b', {
    bucket: ref('aws_s3_bucket.b.id'),
    policy: ref('data.aws_iam_policy_document.d.json'),
  }),
  block('data.aws_iam_policy_document.d', {
    statement: [
      {
        condition: [
          { test: constant('StringNotEquals'), variable: constant('aws:SourceVpce'), values: ref(`${endpoint}.id`) },
        ],
      },
    ],
  }),
]
const other: Planned = {
  address: 'aws_vpc_endpoint.other',
  values: { service_name: NAME, vpc_endpoint_type: 'Gateway' },
  unknown: { vpc_id: true },
}

function ask(endpoint: string, action: string) {
  const { design } = readDocument(smallPlan([...resources, other], blocks(endpoint)))
  const request: AccessRequest = {
    from: 'aws_instance.web',
    to: 'orders.s3.eu-west-1.amazonaws.com',
    protocol: 'tcp',
    port: 443,
    api: { action, resource: 'arn:aws:s3:::orders/a.csv', context: {} },
  }
  return decide(compileTopology(design, catalogue), request)
}

it('a bucket lets in what comes by the endpoint that its policy will name, and by no other', () => {
  expect(ask('aws_vpc_endpoint.s3', 's3:GetObject')).toMatchObject({ kind: 'succeeds' })
  expect(ask('aws_vpc_endpoint.other', 's3:GetObject')).toMatchObject({ kind: 'fails', code: 'RESOURCE_POLICY_DENIES' })
})

it('a role may what its policies say', () => {
  expect(ask('aws_vpc_endpoint.s3', 's3:PutObject')).toMatchObject({ kind: 'fails', code: 'IDENTITY_POLICY_DENIES' })
})
