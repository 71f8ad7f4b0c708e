import { expect, test } from 'vitest'
import { importFiles } from '../../importFiles.ts'

function imported(Resources: object, more: object = {}) {
  const template = { Transform: 'AWS::Serverless-2016-10-31', Resources, ...more }
  const bytes = new TextEncoder().encode(JSON.stringify(template))
  const outcome = importFiles([{ path: 't.json', bytes }])
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.design.constructs
}
const network = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Subnet: {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24', AvailabilityZone: 'us-east-1a' },
  },
}
const VpcConfig = { SubnetIds: [{ Ref: 'Subnet' }], SecurityGroupIds: [] }
const lambda = (more: object) => ({ Type: 'AWS::Serverless::Function', Properties: { VpcConfig, ...more } })

test('a function without a role has the one that SAM makes, with what its policies say', () => {
  const constructs = imported({
    ...network,
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } },
    F: lambda({
      Policies: [
        'AmazonSQSFullAccess',
        { S3ReadPolicy: { BucketName: { Ref: 'Bucket' } } },
        { Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }] },
        { SomethingElsePolicy: {} },
      ],
    }),
  })
  expect(constructs.F).toMatchObject({ kind: 'client', role: 'FRole' })
  expect(constructs.FRole).toMatchObject({
    kind: 'iam-role',
    trustPolicy: expect.stringContaining('lambda.amazonaws.com'),
    policies: [
      { name: 'FRolePolicy0', document: expect.stringContaining('arn:aws:s3:::orders/*') },
      { name: 'FRolePolicy1', document: expect.stringContaining('sns:Publish') },
      { name: 'FRolePolicy2', document: expect.stringMatching(/^not known/) },
      { name: 'AWSLambdaBasicExecutionRole', document: expect.stringContaining('logs:PutLogEvents') },
      { name: 'AWSLambdaVPCAccessExecutionRole', document: expect.stringContaining('ec2:CreateNetworkInterface') },
      { name: 'AmazonSQSFullAccess', document: expect.stringContaining('sqs:*') },
    ],
  })
})

test('a function with a role has that, be it of the globals, and no other is made', () => {
  const role = { Type: 'AWS::IAM::Role', Properties: {} }
  const Globals = { Function: { Role: { 'Fn::GetAtt': ['Own', 'Arn'] } } }
  const constructs = imported({ ...network, Own: role, F: lambda({ Policies: ['AmazonSQSFullAccess'] }) }, { Globals })
  expect(constructs.F).toMatchObject({ role: 'Own' })
  expect(constructs.Own).toMatchObject({ policies: [] })
  expect(Object.keys(constructs)).not.toContain('FRole')
})

test('what a connector lets a function do is not known', () => {
  const constructs = imported({
    ...network,
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    F: lambda({}),
    C: {
      Type: 'AWS::Serverless::Connector',
      Properties: { Source: { Id: 'F' }, Destination: { Id: 'Queue' }, Permissions: ['Write'] },
    },
  })
  expect(constructs.FRole).toMatchObject({
    policies: [{}, {}, { name: 'C', document: expect.stringMatching(/^not known/) }],
  })
})

test('a state machine runs the tasks of its definition', () => {
  const AwsvpcConfiguration = { Subnets: [{ Ref: 'Subnet' }], SecurityGroups: [] }
  const Run = {
    Type: 'Task',
    Resource: 'arn:aws:states:::ecs:runTask.sync',
    Parameters: { LaunchType: 'FARGATE', TaskDefinition: 'work', NetworkConfiguration: { AwsvpcConfiguration } },
    End: true,
  }
  const machine = { Name: 'nightly', Definition: { StartAt: 'Run', States: { Run } } }
  const constructs = imported({ ...network, M: { Type: 'AWS::Serverless::StateMachine', Properties: machine } })
  expect(constructs.M).toMatchObject({ kind: 'client', runtime: 'ecs', interfaces: [{ subnet: 'Subnet' }] })
})
