import type { SourceFile } from '../../unpack.ts'
import { eni, OWNER } from './exampleParts.ts'

const REGION = 'us-east-1'
export const roleArn = (name: string) => `arn:aws:iam::${OWNER}:role/${name}`
const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
})
const allow = (Action: string, Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Own', Effect: 'Allow', Action, Resource }],
})
const role = (RoleName: string, service: string, more: object) => ({
  Path: '/',
  RoleName,
  RoleId: `AROA${RoleName.toUpperCase()}`,
  Arn: roleArn(RoleName),
  CreateDate: '2026-01-01T00:00:00+00:00',
  AssumeRolePolicyDocument: trust(service),
  InstanceProfileList: [],
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  Tags: [],
  RoleLastUsed: {},
  ...more,
})
const POLICY = `arn:aws:iam::${OWNER}:policy/orders-reader`

/** What IAM, Organizations and the calls for policies of resources print. */
const global = {
  RoleDetailList: [
    role('app', 'ec2.amazonaws.com', {
      RolePolicyList: [{ PolicyName: 'queue', PolicyDocument: allow('sqs:SendMessage', '*') }],
      AttachedManagedPolicies: [{ PolicyName: 'orders-reader', PolicyArn: POLICY }],
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
      },
      Tags: [{ Key: 'team', Value: 'orders' }],
    }),
    role('worker', 'lambda.amazonaws.com', {
      AttachedManagedPolicies: [
        {
          PolicyName: 'AWSLambdaBasicExecutionRole',
          PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        },
        { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      ],
    }),
    role('task', 'ecs-tasks.amazonaws.com', {}),
  ],
  Policies: [
    {
      PolicyName: 'orders-reader',
      Arn: POLICY,
      Path: '/',
      DefaultVersionId: 'v2',
      PolicyVersionList: [
        { Document: allow('s3:GetObject', 'arn:aws:s3:::orders/*'), VersionId: 'v2', IsDefaultVersion: true },
        { Document: allow('s3:*', '*'), VersionId: 'v1', IsDefaultVersion: false },
      ],
    },
  ],
  InstanceProfiles: [
    { Arn: `arn:aws:iam::${OWNER}:instance-profile/web`, InstanceProfileName: 'web', Roles: [{ Arn: roleArn('app') }] },
  ],
  Buckets: [{ Name: 'orders', BucketRegion: REGION }],
  PublicAccessBlocks: [
    { Bucket: 'orders', PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true } },
    { AccountId: OWNER, PublicAccessBlockConfiguration: null },
  ],
  OwnershipControls: [{ Bucket: 'orders', OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }],
  BucketEncryptions: [
    {
      Bucket: 'orders',
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/orders' },
            BucketKeyEnabled: true,
          },
        ],
      },
    },
  ],
  Organizations: [{ Id: 'o-a1b2c3d4e5', MasterAccountId: '999999999999', FeatureSet: 'ALL' }],
  OrganizationParents: [
    { ChildId: OWNER, Parents: [{ Id: 'ou-ab12-11111111', Type: 'ORGANIZATIONAL_UNIT' }] },
    { ChildId: 'ou-ab12-11111111', Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] },
  ],
  Roots: [{ Id: 'r-ab12', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
  TargetPolicies: ['r-ab12', 'ou-ab12-11111111', OWNER].map((TargetId, index) => ({
    TargetId,
    Policies: [
      index === 1
        ? { Id: 'p-12345678', Name: 'only-here', Type: 'SERVICE_CONTROL_POLICY' }
        : { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' },
    ],
  })),
  OrganizationPolicies: [
    {
      PolicySummary: { Id: 'p-12345678', Name: 'only-here', Type: 'SERVICE_CONTROL_POLICY' },
      Content: JSON.stringify(allow('*', '*')),
    },
  ],
}
const arn = (service: string, what: string) => `arn:aws:${service}:${REGION}:${OWNER}:${what}`
const open = (Resource: string, Action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Ours', Effect: 'Allow', Principal: { AWS: OWNER }, Action, Resource }],
  })

const regional = {
  Vpcs: [{ VpcId: 'vpc-a', CidrBlock: '10.1.0.0/16', OwnerId: OWNER, State: 'available' }],
  Subnets: [
    {
      SubnetId: 'subnet-a1',
      VpcId: 'vpc-a',
      CidrBlock: '10.1.0.0/24',
      AvailabilityZone: 'us-east-1a',
      AvailabilityZoneId: 'use1-az1',
      OwnerId: OWNER,
      MapPublicIpOnLaunch: false,
    },
  ],
  NetworkInterfaces: [
    eni('eni-web', 'subnet-a1', '10.1.0.10', { Attachment: { InstanceId: 'i-web', DeviceIndex: 0 } }),
    eni('eni-task', 'subnet-a1', '10.1.0.20', { Description: `arn:aws:ecs:${REGION}:${OWNER}:attachment/1` }),
    eni('eni-fn', 'subnet-a1', '10.1.0.30', {
      Description: 'AWS Lambda VPC ENI-worker-01234567-89ab-cdef-0123-456789abcdef',
      InterfaceType: 'lambda',
    }),
  ],
  Reservations: [
    {
      ReservationId: 'r-1',
      OwnerId: OWNER,
      Instances: [
        {
          InstanceId: 'i-web',
          State: { Name: 'running' },
          NetworkInterfaces: [eni('eni-web', 'subnet-a1', '10.1.0.10')],
          IamInstanceProfile: { Arn: `arn:aws:iam::${OWNER}:instance-profile/web`, Id: 'AIPA1' },
        },
      ],
    },
  ],
  Functions: [
    {
      FunctionName: 'worker',
      FunctionArn: arn('lambda', 'function:worker'),
      Role: roleArn('worker'),
      VpcConfig: { VpcId: 'vpc-a', SubnetIds: ['subnet-a1'], SecurityGroupIds: ['sg-web'] },
    },
  ],
  Tasks: [
    {
      TaskArn: arn('ecs', 'task/main/1'),
      TaskDefinitionArn: arn('ecs', 'task-definition/api:3'),
      Attachments: [{ Type: 'ElasticNetworkInterface', Details: [{ Name: 'networkInterfaceId', Value: 'eni-task' }] }],
    },
  ],
  TaskDefinitions: [{ TaskDefinitionArn: arn('ecs', 'task-definition/api:3'), TaskRoleArn: roleArn('task') }],
  QueueAttributes: [
    { QueueArn: arn('sqs', 'orders'), Policy: open(arn('sqs', 'orders'), 'sqs:*') },
    { QueueArn: arn('sqs', 'closed'), Policy: null },
  ],
  TopicAttributes: [{ TopicArn: arn('sns', 'news'), Policy: open(arn('sns', 'news'), 'sns:Publish') }],
  EventBuses: [{ Name: 'default', Arn: arn('events', 'event-bus/default') }],
  AccessPointList: [
    {
      Name: 'inside',
      NetworkOrigin: 'VPC',
      VpcConfiguration: { VpcId: 'vpc-a' },
      Bucket: 'orders',
      AccessPointArn: arn('s3', 'accesspoint/inside'),
      Alias: 'inside-abc-s3alias',
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    },
  ],
  ResourcePolicies: [
    { Bucket: 'orders', Policy: open('arn:aws:s3:::orders/*', 's3:GetObject') },
    { ResourceArn: arn('s3', 'accesspoint/inside'), Policy: null },
    { ResourceArn: arn('dynamodb', 'table/orders'), Policy: null },
    {
      ResourceArn: arn('lambda', 'function:worker'),
      Policy: open(arn('lambda', 'function:worker'), 'lambda:InvokeFunction'),
    },
    { ResourceArn: arn('kms', 'key/1234'), Policy: open('*', 'kms:*') },
  ],
  Aliases: [{ AliasName: 'alias/orders', AliasArn: arn('kms', 'alias/orders'), TargetKeyId: '1234' }],
  Grants: [
    {
      KeyId: arn('kms', 'key/1234'),
      GrantId: 'g1',
      GranteePrincipal: roleArn('task'),
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { a: 'b' } },
    },
  ],
}

/** Who may call what in a small network, as collect.sh gathers it: a file for each list. */
export const exampleAccess = (): readonly SourceFile[] => [...filesOf('global', global), ...filesOf(REGION, regional)]
const filesOf = (folder: string, lists: object): readonly SourceFile[] =>
  Object.entries(lists).map(([key, records]) => ({
    path: `${OWNER}/${folder}/${key}.json`,
    text: JSON.stringify({ [key]: records }),
  }))
