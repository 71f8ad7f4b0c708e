import { describe, expect, test } from 'vitest'
import {
  allow,
  arn,
  ask,
  bucketWith,
  byGateway,
  call,
  deny,
  getObject,
  type Json,
  KEY,
  network,
  OWNER,
  outcomeOf,
  policy,
  ref,
  TRUST,
} from './testing/policyTemplate.ts'

const here = `arn:aws:sqs:us-east-1:111122223333:orders`
const Queue = { Kept: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } } }
const send = (api: Json = {}, more: Json = {}) => ({ ...call('sqs', 'sqs:SendMessage', here, api), ...more })
const verdictOf = (own: readonly object[], more: Json = {}, hopwise: Json = {}, request: object = send()) =>
  outcomeOf(network('sqs', { ...Queue, ...more }, hopwise, own), request)
const under = (operator: string, key: string, value: unknown) => [
  policy(allow('sqs:*', '*', { Condition: { [operator]: { [key]: value } } })),
]
const DENIED = 'fails IDENTITY_POLICY_DENIES'
const UNKNOWN = 'cannot-tell CONDITION_KEY_NOT_KNOWN'

describe('condition keys', () => {
  test.each([
    ['aws:SourceVpce', 'vpce-0a1b2c3d4e5f60718', 'vpce-0a1b2c3d4e5f60719'],
    ['aws:SourceVpc', 'vpc-0a1b2c3d4e5f60718', 'vpc-0a1b2c3d4e5f60719'],
    ['aws:VpceOrgID', 'o-example001', 'o-example002'],
    ['aws:VpcSourceIp', '10.0.1.20', '10.0.1.21'],
    ['aws:PrincipalArn', 'arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/other'],
    ['aws:PrincipalAccount', '111122223333', OWNER],
    ['aws:PrincipalOrgID', 'o-example001', 'o-example002'],
    ['aws:PrincipalTag/team', 'blue', 'red'],
    ['aws:PrincipalType', 'AssumedRole', 'User'],
    ['aws:ResourceAccount', '111122223333', OWNER],
    ['aws:RequestedRegion', 'us-east-1', 'us-east-2'],
    ['aws:SecureTransport', 'true', 'false'],
  ])('%s is %s and not %s', (key, is, isNot) => {
    expect(verdictOf(under('StringEquals', key, is))).toBe('succeeds')
    expect(verdictOf(under('StringEquals', key, isNot))).toBe(DENIED)
    expect(verdictOf(under('StringNotEquals', key, is))).toBe(DENIED)
  })
  test.each(['aws:SourceIp', 'aws:username', 'aws:SourceAccount', 's3:ResourceAccount', 'aws:MultiFactorAuthPresent'])(
    '%s is not carried',
    (key) => {
      expect(verdictOf(under('Null', key, 'true'))).toBe('succeeds')
      expect(verdictOf(under('Null', key, 'false'))).toBe(DENIED)
    },
  )
  test.each([
    ['aws:SourceVpcArn', 'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a1b2c3d4e5f60718'],
    ['aws:VpceAccount', '111122223333'],
  ])('whether SQS says %s the guide does not tell', (key, value) => {
    expect(verdictOf(under('StringEquals', key, value))).toBe('cannot-tell CONDITION_KEY_NOT_KNOWN')
  })
  test('what nobody has said of ids is not known', () => {
    expect(verdictOf(under('StringEquals', 'aws:SourceVpce', 'vpce-1'), {}, { ids: {} })).toBe(
      'cannot-tell CONDITION_KEY_NOT_KNOWN',
    )
    expect(verdictOf(under('Null', 'aws:SourceVpce', 'false'), {}, { ids: {} })).toBe('succeeds')
  })
  const arnOf = (vpc: string) => ({ 'Fn::Sub': `arn:aws:ec2:us-east-1:111122223333:vpc/${vpc}` })
  test.each<[string, unknown, string]>([
    ['aws:SourceVpce', ref('Endpoint'), 'succeeds'],
    ['aws:SourceVpce', [ref('Endpoint'), ref('Other')], 'succeeds'],
    ['aws:SourceVpce', ref('Other'), DENIED],
    ['aws:SourceVpce', 'vpce-0a1b2c3d4e5f60718', UNKNOWN],
    ['aws:SourceVpce', [ref('Other'), 'vpce-0a1b2c3d4e5f60718'], UNKNOWN],
    ['aws:SourceVpce', 'vpce-*', UNKNOWN],
    ['aws:SourceVpce', '*', 'succeeds'],
    ['aws:SourceVpc', ref('Vpc'), 'succeeds'],
    ['aws:SourceVpc', 'vpc-1', UNKNOWN],
    ['aws:SourceVpc', ['vpc-1', ref('Vpc')], UNKNOWN],
  ])('%s without an id that AWS gave is told from what the design has: %j %s', (key, value, comes) => {
    const Other = {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: { VpcId: ref('Vpc'), ServiceName: 'com.amazonaws.us-east-1.s3', VpcEndpointType: 'Gateway' },
    }
    expect(verdictOf(under('StringLike', key, value), { Other }, { ids: {} })).toBe(comes)
    if (key === 'aws:SourceVpce' && comes === UNKNOWN) return
    const known = { ids: { Other: 'vpce-0ffffffffffffffff' } }
    expect(verdictOf(under('StringLike', key, value), { Other }, known)).toBe(comes)
  })
  test.each([
    ['Vpc', 'succeeds'],
    ['Other', DENIED],
    ['vpc-0a1b2c3d4e5f60718', UNKNOWN],
  ])('aws:SourceVpcArn without an id that AWS gave, asked for %s, %s', (vpc, comes) => {
    const Other = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.7.0.0/16' } }
    const own = [
      policy(
        allow('ecs:*', '*', {
          Condition: { StringEquals: { 'aws:SourceVpcArn': arnOf(vpc.startsWith('vpc-') ? vpc : `\${${vpc}}`) } },
        }),
      ),
    ]
    const template = network('ecs', { Other }, { ids: {} }, own)
    expect(outcomeOf(template, call('ecs', 'ecs:ListClusters', '*'))).toBe(comes)
  })
  test('an account in no organisation has no id of one', () => {
    expect(verdictOf(under('Null', 'aws:PrincipalOrgID', 'true'), {}, { orgId: undefined })).toBe('succeeds')
    expect(verdictOf(under('Null', 'aws:VpceOrgID', 'true'), {}, { orgId: undefined })).toBe('succeeds')
  })
  test('the request says the others, one value or several', () => {
    const asked = send({ context: { 'aws:SourceAccount': '1', 'dynamodb:Attributes': ['a', 'b'] } })
    expect(verdictOf(under('StringEquals', 'AWS:sourceaccount', '1'), {}, {}, asked)).toBe('succeeds')
    expect(verdictOf(under('ForAllValues:StringEquals', 'dynamodb:Attributes', ['a', 'b', 'c']), {}, {}, asked)).toBe(
      'succeeds',
    )
    expect(verdictOf(under('ForAllValues:StringEquals', 'dynamodb:Attributes', ['a']), {}, {}, asked)).toBe(DENIED)
  })
})

describe('who calls', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/app/i-0a1b2c3d4e5f60718'
  const named = (principal: string) => ({
    Its: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [ref('Kept')],
        PolicyDocument: policy(allow('sqs:*', here, { Principal: { AWS: principal } })),
      },
    },
  })
  test('the session of an instance is called by its id, whoever says so', () => {
    expect(verdictOf([], named(session))).toBe('succeeds')
    expect(verdictOf([], named(`${session}0`))).toBe(DENIED)
    const role = 'arn:aws:iam::111122223333:role/app'
    expect(verdictOf([], named(session), {}, send({ principal: role }))).toBe('succeeds')
  })
  test('a role of the design that is not the client’s has policies of its own', () => {
    const Other = {
      Other: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'other', Path: '/a/b/', AssumeRolePolicyDocument: TRUST },
      },
    }
    const principal = 'arn:aws:iam::111122223333:role/a/b/other'
    expect(verdictOf([policy(allow('*'))], Other, {}, send({ principal }))).toBe(DENIED)
    const more = {
      ...Other,
      P: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'p',
          Roles: [ref('Other')],
          PolicyDocument: policy(
            allow('sqs:*', here, { Condition: { ArnEquals: { 'aws:PrincipalArn': arn('Other') } } }),
          ),
        },
      },
    }
    expect(verdictOf([], more, {}, send({ principal }))).toBe('succeeds')
  })
  test('of a role that is not there nobody knows what it may', () => {
    const principal = 'arn:aws:iam::111122223333:role/elsewhere'
    expect(verdictOf([policy(allow('*'))], {}, {}, send({ principal }))).toBe('cannot-tell POLICY_NOT_KNOWN')
  })
  test('what is no principal is said to be none', () => {
    expect(verdictOf([], {}, {}, send({ principal: 'app' }))).toBe('cannot-tell CALLER_NOT_KNOWN')
  })
})

describe('what is attached to a role', () => {
  const SEND = policy(allow('sqs:SendMessage', here))
  const managed = (more: Json) => ({
    Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: SEND, ...more } },
  })
  const role = (more: Json) => ({
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'app', AssumeRolePolicyDocument: TRUST, ...more } },
  })
  test.each<[string, Json]>([
    [
      'a policy that names it',
      { P: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: [ref('Role')], PolicyDocument: SEND } } },
    ],
    [
      'a role policy',
      {
        P: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { PolicyName: 'p', RoleName: ref('Role'), PolicyDocument: SEND },
        },
      },
    ],
    ['a managed policy that names it', managed({ Roles: [ref('Role')] })],
    ['a managed policy that it names', { ...managed({}), ...role({ ManagedPolicyArns: [ref('Managed')] }) }],
  ])('%s counts', (_, more) => {
    expect(verdictOf([], more)).toBe('succeeds')
    expect(verdictOf([], {})).toBe(DENIED)
  })
  test('a managed policy of AWS that is not drawn is not known', () => {
    const more = role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess'] })
    expect(verdictOf([], more)).toBe('cannot-tell POLICY_NOT_KNOWN')
  })
  test('a boundary limits, be it of the templates or not', () => {
    const within = (PermissionsBoundary: unknown) =>
      role({ PermissionsBoundary, Policies: [{ PolicyName: 'p', PolicyDocument: SEND }] })
    expect(verdictOf([], { ...managed({}), ...within(ref('Managed')) })).toBe('succeeds')
    expect(verdictOf([], { ...managed({ PolicyDocument: policy(allow('s3:*')) }), ...within(ref('Managed')) })).toBe(
      'fails PERMISSIONS_BOUNDARY_DENIES',
    )
    expect(verdictOf([], within('arn:aws:iam::111122223333:policy/elsewhere'))).toBe('cannot-tell POLICY_NOT_KNOWN')
  })
  test('a policy with something in it that no file says is not known', () => {
    const own = policy(allow('sqs:*', { 'Fn::ImportValue': 'elsewhere' }))
    expect(verdictOf([own])).toBe('cannot-tell POLICY_NOT_KNOWN')
  })
  test('a policy that cannot be read is not known, and the rest is answered', () => {
    expect(verdictOf([{ Statement: [{ Effect: 'Maybe' }] }])).toBe('cannot-tell POLICY_NOT_KNOWN')
    expect(verdictOf([{ Statement: [{ Effect: 'Maybe' }] }, policy(deny('sqs:*'))])).toBe(DENIED)
  })
})

describe('an organisation', () => {
  const level = (target: string, ...statements: readonly object[]) => ({
    target,
    policies: [{ name: 'one', document: policy(...statements) }],
  })
  test('must allow at every level', () => {
    const own = [policy(allow('*'))]
    expect(verdictOf(own, {}, { scps: [level('root', allow('*')), level('ou', allow('sqs:*'))] })).toBe('succeeds')
    expect(verdictOf(own, {}, { scps: [level('root', allow('*')), level('ou', allow('s3:*'))] })).toBe(
      'fails SCP_DENIES',
    )
    expect(verdictOf(own, {}, { scps: [level('root', allow('*'), deny('sqs:SendMessage'))] })).toBe('fails SCP_DENIES')
  })
  test('does not reach its management account', () => {
    const scps = [level('root', allow('s3:*'))]
    expect(verdictOf([policy(allow('*'))], {}, { scps, isManagement: true })).toBe('succeeds')
  })
  test('keeps what its resources may be used for', () => {
    const rcps = [level('root', allow('*', '*', { Principal: '*' }), deny('sqs:SendMessage', '*', { Principal: '*' }))]
    expect(verdictOf([policy(allow('*'))], {}, { rcps })).toBe('fails RCP_DENIES')
  })
})

describe('buckets', () => {
  const of = (
    statements: readonly object[],
    more: Json = {},
    hopwise: Json = {},
    own: readonly object[] = [policy(allow('*'))],
  ) => {
    return outcomeOf(network('s3', { ...byGateway, ...bucketWith(statements, more) }, hopwise, own), getObject)
  }
  const open = allow('s3:*', KEY, { Principal: '*' })
  test('of one’s own account are open by one’s own policies', () => {
    expect(of([])).toBe('succeeds')
    expect(
      of([
        deny('s3:*', KEY, { Principal: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': ref('Endpoint') } } }),
      ]),
    ).toBe('succeeds')
    expect(
      of([deny('s3:*', KEY, { Principal: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } })]),
    ).toBe('fails RESOURCE_POLICY_DENIES')
  })
  test('that are public let nobody in from elsewhere unless Block Public Access is off', () => {
    const elsewhere = { resourceAccounts: { Bucket: OWNER, Its: OWNER } }
    expect(of([open], {}, elsewhere)).toBe('fails RESOURCE_POLICY_DENIES')
    expect(of([open], { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false } }, elsewhere)).toBe('succeeds')
    expect(of([open], { PublicAccessBlockConfiguration: { BlockPublicAcls: true } }, elsewhere)).toBe('succeeds')
    expect(of([open], { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } }, elsewhere)).toBe(
      'fails RESOURCE_POLICY_DENIES',
    )
  })
  test('know the account that owns them', () => {
    const only = (account: string) => [
      policy(allow('s3:*', '*', { Condition: { StringEquals: { 's3:ResourceAccount': account } } })),
    ]
    expect(of([], {}, {}, only('111122223333'))).toBe('succeeds')
    expect(of([], {}, {}, only(OWNER))).toBe('fails IDENTITY_POLICY_DENIES')
  })
})

test('a function calls by its role, and its session by its name', () => {
  const resources = {
    ...Queue,
    Its: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [ref('Kept')],
        PolicyDocument: policy(
          allow('sqs:*', here, { Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/app/worker' } }),
        ),
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'worker',
        Role: arn('Role'),
        VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [ref('Group')] },
      },
    },
  }
  const { kind } = ask(network('sqs', resources, {}, []), { ...send(), from: 'Function' })
  expect(kind).toBe('succeeds')
})

test('a task calls by the role of its definition', () => {
  const resources = {
    ...Queue,
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { NetworkMode: 'awsvpc', TaskRoleArn: arn('Role') } },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        TaskDefinition: ref('Task'),
        LaunchType: 'FARGATE',
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [ref('Subnet')], SecurityGroups: [ref('Group')] } },
      },
    },
  }
  expect(ask(network('sqs', resources), { ...send(), from: 'Service' }).kind).toBe('succeeds')
  expect(ask(network('sqs', resources, {}, []), { ...send(), from: 'Service' }).code).toBe('IDENTITY_POLICY_DENIES')
})

test('an address that AWS chooses is known as far as no condition tells the subnet’s apart', () => {
  const Instance = {
    Type: 'AWS::EC2::Instance',
    Properties: { SubnetId: ref('Subnet'), SecurityGroupIds: [ref('Group')], IamInstanceProfile: ref('Profile') },
  }
  const within = (block: string) => verdictOf(under('IpAddress', 'aws:VpcSourceIp', block), { Instance })
  expect(within('10.0.0.0/16')).toBe('succeeds')
  expect(within('10.9.0.0/16')).toBe(DENIED)
  expect(within('10.0.1.128/25')).toBe('cannot-tell CONDITION_KEY_NOT_KNOWN')
})

test('over the internet the address is that of the NAT gateway, as far as it is known', () => {
  const route = (table: string, target: object) => ({
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: ref(table), DestinationCidrBlock: '0.0.0.0/0', ...target },
  })
  const table = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } }
  const of = (subnet: string, routes: string) => ({
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: ref(subnet), RouteTableId: ref(routes) },
  })
  const outside = {
    Endpoint: { Type: 'AWS::S3::Bucket', Properties: {} },
    Gateway: { Type: 'AWS::EC2::InternetGateway', Properties: {} },
    Attached: {
      Type: 'AWS::EC2::VPCGatewayAttachment',
      Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
    },
    Public: {
      Type: 'AWS::EC2::Subnet',
      Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.2.0/24', AvailabilityZone: 'us-east-1a' },
    },
    Out: table,
    Own: table,
    ToInternet: route('Out', { GatewayId: ref('Gateway') }),
    ToNat: route('Own', { NatGatewayId: ref('Nat') }),
    OfPublic: of('Public', 'Out'),
    OfSubnet: of('Subnet', 'Own'),
    Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } },
    Nat: {
      Type: 'AWS::EC2::NatGateway',
      Properties: { SubnetId: ref('Public'), AllocationId: { 'Fn::GetAtt': ['Address', 'AllocationId'] } },
    },
  }
  const known = { ids: { Address: '203.0.113.9' } }
  const from = (address: string, hopwise: Json) =>
    verdictOf(under('IpAddress', 'aws:SourceIp', address), outside, hopwise)
  expect(from('203.0.113.9', known)).toBe('succeeds')
  expect(from('203.0.113.8', known)).toBe(DENIED)
  expect(from('203.0.113.9', {})).toBe('cannot-tell CONDITION_KEY_NOT_KNOWN')
  expect(verdictOf(under('Null', 'aws:SourceVpce', 'true'), outside)).toBe('succeeds')
})

test('what stands in the way of the packet comes first, and the policies after it', () => {
  const Group = { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'none', VpcId: ref('Vpc') } }
  const verdict = ask(network('sqs', { ...Queue, Group }, {}, []), send())
  expect([verdict.kind, verdict.symptom]).toEqual(['fails', 'connection-times-out'])
  expect(verdict.blockers.map(({ code }) => code)).toContain('IDENTITY_POLICY_DENIES')
})
