import { expect, test } from 'vitest'
import type { Construct } from '../../../model/index.ts'
import { importFiles } from '../../importFiles.ts'
import { reportLines } from '../../report.ts'

function imported(Resources: object, more: object = {}) {
  const bytes = new TextEncoder().encode(JSON.stringify({ Resources, ...more }))
  const outcome = importFiles([{ path: 't.json', bytes }])
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  const at = (id: string): Construct => outcome.design.constructs[id]!
  return { at, lines: reportLines(outcome.report!).join('\n') }
}
const document = (Action: string) => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } }

test('a user has its own policies, those that list it, and those of its groups', () => {
  const { at } = imported({
    Bucket: bucket,
    Ann: {
      Type: 'AWS::IAM::User',
      Properties: {
        UserName: 'ann',
        Path: '/team/',
        Groups: [{ Ref: 'Readers' }, 'elsewhere'],
        Policies: [{ PolicyName: 'own', PolicyDocument: document('a:One') }],
      },
    },
    Readers: {
      Type: 'AWS::IAM::Group',
      Properties: { Policies: [{ PolicyName: 'readers', PolicyDocument: document('a:Two') }] },
    },
    Writers: { Type: 'AWS::IAM::Group', Properties: {} },
    Added: {
      Type: 'AWS::IAM::UserToGroupAddition',
      Properties: { GroupName: { Ref: 'Writers' }, Users: [{ Ref: 'Ann' }] },
    },
    OfWriters: {
      Type: 'AWS::IAM::GroupPolicy',
      Properties: { GroupName: { Ref: 'Writers' }, PolicyName: 'w', PolicyDocument: document('a:Three') },
    },
    Beside: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'beside', Users: [{ Ref: 'Ann' }], PolicyDocument: document('a:Four') },
    },
    Managed: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Users: [{ Ref: 'Ann' }], PolicyDocument: document('a:Five') },
    },
  })
  expect(at('Ann')).toMatchObject({
    kind: 'iam-user',
    userName: 'ann',
    path: '/team/',
    policies: [
      { name: 'own', document: expect.stringContaining('a:One') },
      { name: 'beside', document: expect.stringContaining('a:Four') },
      { name: 'Managed', document: expect.stringContaining('a:Five') },
      { name: 'readers', document: expect.stringContaining('a:Two') },
      { name: 'what group elsewhere may', document: null },
      { name: 'w', document: expect.stringContaining('a:Three') },
    ],
  })
})

test('of AWS’s managed policies a few are known, which is told', () => {
  const arn = (name: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` })
  const { at, lines } = imported({
    Bucket: bucket,
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: [arn('AmazonS3ReadOnlyAccess'), arn('ReadOnlyAccess')] },
    },
  })
  expect(at('Role')).toMatchObject({
    policies: [
      { name: 'AmazonS3ReadOnlyAccess', document: expect.stringContaining('s3:Get*') },
      { name: 'ReadOnlyAccess', document: null },
    ],
  })
  expect(lines).toContain('AmazonS3ReadOnlyAccess is taken as its v3 of 2023-08-10 says')
})

test('an access point leads to its bucket, for everybody or from a VPC', () => {
  const { at } = imported({
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    Bucket: bucket,
    Inside: {
      Type: 'AWS::S3::AccessPoint',
      Properties: {
        Name: 'inside',
        Bucket: { Ref: 'Bucket' },
        VpcConfiguration: { VpcId: { Ref: 'Vpc' } },
        Policy: document('s3:*'),
      },
    },
    Open: {
      Type: 'AWS::S3::AccessPoint',
      Properties: { Bucket: 'another', PublicAccessBlockConfiguration: { BlockPublicPolicy: true } },
    },
  })
  expect(at('Inside')).toMatchObject({
    kind: 's3-access-point',
    accessPointName: 'inside',
    bucket: 'Bucket',
    networkOrigin: 'VPC',
    originVpc: 'Vpc',
    policy: expect.stringContaining('s3:*'),
    restrictPublicBuckets: true,
  })
  expect(at('Open')).toMatchObject({
    networkOrigin: 'Internet',
    policy: null,
    blockPublicPolicy: true,
    restrictPublicBuckets: false,
  })
})

test('a bucket says whose its objects are and by which key they are kept; a key what it goes by', () => {
  const { at } = imported({
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: document('kms:*') } },
    Alias: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: 'alias/orders', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'Key' } },
            },
          ],
        },
      },
    },
  })
  const key = at('Key') as Extract<Construct, { kind: 'policy-resource' }>
  expect(key.aliases).toEqual(['alias/orders'])
  expect(at('Bucket')).toMatchObject({ objectOwnership: 'ObjectWriter', encryptionKey: key.arn, bucketKey: true })
})

test('instances of a group, nodes of a cluster and tasks get their roles, tasks that of their agent too', () => {
  const trust = { AssumeRolePolicyDocument: document('sts:AssumeRole') }
  const role = (RoleName: string) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName, ...trust } })
  const { at } = imported({
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.1.0/24' } },
    B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.2.0/24' } },
    App: role('app'),
    Node: role('node'),
    Task: role('task'),
    Agent: role('agent'),
    Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'App' }] } },
    Template: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: { LaunchTemplateData: { IamInstanceProfile: { Arn: { 'Fn::GetAtt': ['Profile', 'Arn'] } } } },
    },
    Group: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        MinSize: '1',
        MaxSize: '2',
        VPCZoneIdentifier: [{ Ref: 'A' }, { Ref: 'B' }],
        LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
      },
    },
    Nodes: {
      Type: 'AWS::EKS::Nodegroup',
      Properties: { ClusterName: 'c', NodeRole: { 'Fn::GetAtt': ['Node', 'Arn'] }, Subnets: [{ Ref: 'A' }] },
    },
    Definition: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        TaskRoleArn: { 'Fn::GetAtt': ['Task', 'Arn'] },
        ExecutionRoleArn: { 'Fn::GetAtt': ['Agent', 'Arn'] },
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        TaskDefinition: { Ref: 'Definition' },
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'A' }] } },
      },
    },
  })
  expect(at('Group')).toMatchObject({ kind: 'client', role: 'App' })
  expect(at('Group.B')).toMatchObject({ kind: 'client', role: 'App' })
  expect(at('Nodes')).toMatchObject({ kind: 'client', role: 'Node' })
  expect(at('Service')).toMatchObject({ kind: 'client', role: 'Task', executionRole: 'Agent' })
})

test('how an API knows who calls is what all its methods say', () => {
  const method = (AuthorizationType: string) => ({
    Type: 'AWS::ApiGateway::Method',
    Properties: { RestApiId: { Ref: 'Api' }, HttpMethod: 'GET', AuthorizationType },
  })
  const api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } }
  expect(imported({ Api: api, One: method('AWS_IAM'), Two: method('AWS_IAM') }).at('Api')).toMatchObject({
    authorizationType: 'AWS_IAM',
  })
  for (const more of [{}, { One: method('AWS_IAM'), Two: method('NONE') }])
    expect(imported({ Api: api, ...more }).at('Api')).toMatchObject({ authorizationType: 'unknown' })
})

test('a control policy reaches the accounts that it names by number; what is above them is not known', () => {
  const policy = (TargetIds: string[]) => ({
    Type: 'AWS::Organizations::Policy',
    Properties: { Name: 'only', Type: 'SERVICE_CONTROL_POLICY', Content: document('s3:*'), TargetIds },
  })
  const more = { Metadata: { Hopwise: { Account: '111122223333', Region: 'us-east-1' } } }
  const { at } = imported({ Bucket: bucket, P: policy(['111122223333']) }, more)
  expect(at('account-111122223333')).toMatchObject({
    scps: [
      { policies: [{ document: null }] },
      {
        target: '111122223333',
        policies: [{ name: 'only', document: expect.stringContaining('s3:*') }, { document: null }],
      },
    ],
    rcps: [],
  })
  const above = imported({ Bucket: bucket, P: policy(['r-ab12']) }, more)
  expect(above.at('account-111122223333')).toMatchObject({ scps: [] })
  expect(above.lines).toContain('which accounts its roots and units hold is not in the files')
})

test('what carries a policy is called as the template says that AWS calls it, or by its written name', () => {
  const Metadata = {
    Hopwise: {
      region: 'us-east-1',
      ids: { Bucket: 'orders', Table: 'stock', Db: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-a1B2c3' },
    },
  }
  const secret = { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'app/db' } }
  const on = (SecretId: string, action: string) => ({
    Type: 'AWS::SecretsManager::ResourcePolicy',
    Properties: { SecretId, ResourcePolicy: document(action) },
  })
  const { at } = imported(
    {
      Bucket: { Type: 'AWS::S3::Bucket' },
      OnBucket: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: 'orders',
          PolicyDocument: { Statement: { Effect: 'Deny', Resource: { 'Fn::GetAtt': 'Bucket.Arn' } } },
        },
      },
      Table: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          Replicas: [
            { Region: 'eu-west-1', ResourcePolicy: { PolicyDocument: document('a:There') } },
            { Region: 'us-east-1', ResourcePolicy: { PolicyDocument: document('a:Here') } },
          ],
        },
      },
      Db: secret,
      OnDb: on(Metadata.Hopwise.ids.Db, 'a:ByArn'),
      Named: secret,
      OnNamed: on('app/db', 'a:ByName'),
    },
    { Metadata },
  )
  expect(at('Bucket')).toMatchObject({
    bucketName: 'orders',
    policy: expect.stringContaining('"arn:aws:s3:::orders"'),
  })
  expect(at('Table')).toMatchObject({ tableName: 'stock', policy: expect.stringContaining('a:Here') })
  expect(at('Named')).toMatchObject({ policy: expect.stringContaining('a:ByName') })
  const byArn = { Bucket: bucket, Db: secret, OnDb: on(Metadata.Hopwise.ids.Db, 'a:ByArn') }
  expect(imported(byArn, { Metadata }).at('Db')).toMatchObject({
    policy: expect.stringContaining('a:ByArn'),
  })
})

test.each([
  { Ref: 'Fn' },
  { 'Fn::GetAtt': 'Fn.Arn' },
  'worker',
  'worker:live',
  '111122223333:function:worker',
  'arn:aws:lambda:us-east-1:111122223333:function:worker',
])('a permission may name its function by %j', (FunctionName) => {
  const { at } = imported({
    Bucket: bucket,
    Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'worker' } },
    May: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName, Action: 'a:May', Principal: '444455556666' } },
    Other: {
      Type: 'AWS::Lambda::Permission',
      Properties: { FunctionName: '444455556666:function:worker', Action: 'a:Not', Principal: '444455556666' },
    },
  })
  const { policy } = at('Fn.function') as { policy: string }
  expect(policy).toContain('a:May')
  expect(policy).not.toContain('a:Not')
})

test('a policy on something of which nobody knows what it is may be on anything', () => {
  const more = { Parameters: { Which: { Type: 'String' } } }
  const on = { Ref: 'Which' }
  const { at } = imported(
    {
      Bucket: bucket,
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      OnBucket: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: on, PolicyDocument: document('a:One') } },
      OnRole: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'x', Roles: [on], PolicyDocument: document('a:Two') },
      },
    },
    more,
  )
  expect(at('Bucket')).toMatchObject({ policy: 'not known: what OnBucket is attached to' })
  expect(at('Role')).toMatchObject({ policies: [{ name: 'not known: what OnRole is attached to', document: null }] })
})
