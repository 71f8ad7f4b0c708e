import { describe, expect, it } from 'vitest'
import { block, constant, type Planned, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

const text = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

describe('a plan', () => {
  const endpoint: Planned = {
    address: 'aws_vpc_endpoint.s3',
    values: { service_name: 'com.amazonaws.eu-west-1.s3', vpc_endpoint_type: 'Gateway' },
    unknown: { vpc_id: true },
  }
  const endpointBlock = block('aws_vpc_endpoint.s3', {
    vpc_id: ref('aws_vpc.a.id'),
    service_name: constant('com.amazonaws.eu-west-1.s3'),
  })
  const document = (condition: object, unknown: object, more: object = {}): Planned => ({
    address: 'data.aws_iam_policy_document.d',
    mode: 'data',
    values: {
      statement: [
        {
          sid: 'Only',
          effect: 'Deny',
          actions: ['s3:*'],
          resources: ['arn:aws:s3:::b/*'],
          principals: [{ type: '*', identifiers: ['*'] }],
          condition: [condition],
          ...more,
        },
      ],
    },
    unknown: {
      json: true,
      statement: [
        { condition: [unknown], resources: [false], principals: [{ identifiers: [false] }], actions: [false] },
      ],
    },
    actions: ['read'],
  })
  const bucket: Planned = { address: 'aws_s3_bucket.b', values: { bucket: 'b' } }
  const attached: Planned = { address: 'aws_s3_bucket_policy.b', values: {}, unknown: { bucket: true, policy: true } }
  const blocks = (variable: string, values: object) => [
    vpcBlock,
    endpointBlock,
    block('aws_s3_bucket.b', { bucket: constant('b') }),
    block('aws_s3_bucket_policy.b', {
      bucket: ref('aws_s3_bucket.b.id'),
      policy: ref('data.aws_iam_policy_document.d.json'),
    }),
    block('data.aws_iam_policy_document.d', {
      statement: [
        {
          sid: constant('Only'),
          condition: [{ test: constant('StringNotEquals'), variable: constant(variable), values }],
        },
      ],
    }),
  ]
  const policyWith = (variable: string, values: object) => {
    const one = document({ test: 'StringNotEquals', variable, values: [null] }, { values: [true] })
    const { at } = readDocument(smallPlan([vpc, endpoint, bucket, attached, one], blocks(variable, values)))
    return {
      policy: at('s3-bucket', 'aws_s3_bucket.b').policy,
      endpoint: at('gateway-endpoint', 'aws_vpc_endpoint.s3'),
    }
  }

  it('puts a policy together of the blocks of its document, with the endpoint that it will name', () => {
    const { policy, endpoint: made } = policyWith('aws:SourceVpce', ref('aws_vpc_endpoint.s3.id'))
    expect(JSON.parse(policy!)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Only',
          Effect: 'Deny',
          Action: ['s3:*'],
          Resource: ['arn:aws:s3:::b/*'],
          Principal: '*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': ['aws_vpc_endpoint.s3'] } },
        },
      ],
    })
    expect(made.awsId).toBeNull()
  })
  it('does not know a value that may be made of what it refers to', () => {
    expect(policyWith('aws:SourceVpcArn', ref('aws_vpc.a.id')).policy).toContain(
      'not known: a value of aws:SourceVpcArn',
    )
  })
  it('does not know a policy that no document makes', () => {
    const { at } = readDocument(
      smallPlan(
        [vpc, endpoint, bucket, attached],
        [
          vpcBlock,
          endpointBlock,
          block('aws_s3_bucket.b', { bucket: constant('b') }),
          block('aws_s3_bucket_policy.b', { bucket: ref('aws_s3_bucket.b.id'), policy: ref('aws_vpc_endpoint.s3.id') }),
        ],
      ),
    )
    expect(at('s3-bucket', 'aws_s3_bucket.b').policy).toMatch(/^not known: policy of aws_s3_bucket_policy\.b/)
  })
  it('finds the role of an instance that is known only after the apply', () => {
    const { at } = readDocument(
      smallPlan(
        [
          vpc,
          subnet('a', '10.0.0.0/24'),
          { address: 'aws_iam_role.app', values: { name: 'app', assume_role_policy: text('sts:AssumeRole') } },
          { address: 'aws_iam_instance_profile.app', values: { name: 'app' }, unknown: { role: true } },
          {
            address: 'aws_iam_role_policy.own',
            values: { name: 'own', policy: text('sqs:*') },
            unknown: { role: true },
          },
          { address: 'aws_instance.web', values: {}, unknown: { subnet_id: true, iam_instance_profile: true } },
        ],
        [
          vpcBlock,
          subnetBlock('a'),
          block('aws_iam_role.app', { name: constant('app'), assume_role_policy: constant('') }),
          block('aws_iam_instance_profile.app', { name: constant('app'), role: ref('aws_iam_role.app.name') }),
          block('aws_iam_role_policy.own', {
            name: constant('own'),
            role: ref('aws_iam_role.app.id'),
            policy: constant(''),
          }),
          block('aws_instance.web', {
            subnet_id: ref('aws_subnet.a.id'),
            iam_instance_profile: ref('aws_iam_instance_profile.app.name'),
          }),
        ],
      ),
    )
    expect(at('client', 'aws_instance.web').role).toBe('aws_iam_role.app')
    expect(at('iam-role', 'aws_iam_role.app').policies).toEqual([{ name: 'own', document: text('sqs:*') }])
  })
})
