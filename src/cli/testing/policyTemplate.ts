import { loadCatalogue } from '../../core/aws/index.ts'
import { importFiles } from '../../core/import/index.ts'
import { parseRequest } from '../../core/model/index.ts'
import { simulate } from '../../core/sim/index.ts'
import { compileTopology } from '../../core/topology/index.ts'

const catalogue = await loadCatalogue()
export type Json = Readonly<Record<string, unknown>>

/** What comes of a request on a template. */
export function ask(template: string, request: unknown) {
  const imported = importFiles([{ path: 'template.json', bytes: new TextEncoder().encode(template) }], { catalogue })
  if (!imported.ok) throw new Error(String(imported.refusal))
  const parsed = parseRequest(request)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
  return simulate(compileTopology(imported.design, catalogue), parsed.request)
}

/** The same in short: `succeeds`, `fails RESOURCE_POLICY_DENIES`. */
export function outcomeOf(template: string, request: unknown): string {
  const { kind, code } = ask(template, request)
  return code === null ? kind : `${kind} ${code}`
}

export const allow = (Action: unknown, Resource: unknown = '*', more: Json = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
export const deny = (Action: unknown, Resource: unknown = '*', more: Json = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
})
export const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement })
export const ref = (Ref: string) => ({ Ref })
export const arn = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] })
export const OWNER = '444455556666'
export const TRUST = policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })

/** An instance with a role beside an interface endpoint; `more` resources stand beside, or in the place of others. */
export function network(
  service: string,
  more: Json,
  hopwise: Json = {},
  own: readonly object[] = [policy(allow('*'))],
): string {
  return JSON.stringify({
    Metadata: {
      Hopwise: {
        accountId: '111122223333',
        region: 'us-east-1',
        orgId: 'o-example001',
        ids: { Vpc: 'vpc-0a1b2c3d4e5f60718', Instance: 'i-0a1b2c3d4e5f60718', Endpoint: 'vpce-0a1b2c3d4e5f60718' },
        ...hopwise,
      },
    },
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true } },
      Subnet: {
        Type: 'AWS::EC2::Subnet',
        Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' },
      },
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: 'all',
          VpcId: ref('Vpc'),
          SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '10.0.0.0/16' }],
        },
      },
      Endpoint: {
        Type: 'AWS::EC2::VPCEndpoint',
        Properties: {
          VpcId: ref('Vpc'),
          ServiceName: `com.amazonaws.us-east-1.${service}`,
          VpcEndpointType: 'Interface',
          SubnetIds: [ref('Subnet')],
          SecurityGroupIds: [ref('Group')],
          PrivateDnsEnabled: true,
        },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'app',
          AssumeRolePolicyDocument: TRUST,
          Tags: [{ Key: 'team', Value: 'blue' }],
          Policies: own.map((PolicyDocument, i) => ({ PolicyName: `own${i}`, PolicyDocument })),
        },
      },
      Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [ref('Role')] } },
      Instance: {
        Type: 'AWS::EC2::Instance',
        Properties: {
          ImageId: 'ami-1',
          SubnetId: ref('Subnet'),
          PrivateIpAddress: '10.0.1.20',
          SecurityGroupIds: [ref('Group')],
          IamInstanceProfile: ref('Profile'),
        },
      },
      ...more,
    },
  })
}
export const call = (service: string, action: string, resource: string, api: Json = {}) => ({
  from: 'Instance',
  to: `${service}.us-east-1.amazonaws.com`,
  port: 443,
  api: { action, resource, ...api },
})

/** An object of a bucket, asked for from the instance. */
export const KEY = 'arn:aws:s3:::reports-example/a.csv'
export const getObject = {
  from: 'Instance',
  to: 'reports-example.s3.us-east-1.amazonaws.com',
  port: 443,
  api: { action: 's3:GetObject', resource: KEY },
}
/** A gateway endpoint for S3 in the place of the interface endpoint of a network. */
export const byGateway = {
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
  Used: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: ref('Subnet'), RouteTableId: ref('Table') },
  },
  Endpoint: {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: { VpcId: ref('Vpc'), ServiceName: 'com.amazonaws.us-east-1.s3', RouteTableIds: [ref('Table')] },
  },
}
/** A bucket that holds it, and its policy where that has statements. */
export const bucketWith = (statements: readonly object[], more: Json = {}) => ({
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'reports-example', ...more } },
  ...(statements.length > 0 && {
    Its: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: ref('Bucket'), PolicyDocument: policy(...statements) },
    },
  }),
})
