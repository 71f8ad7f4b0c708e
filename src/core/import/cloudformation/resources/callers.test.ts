import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { importFiles } from '../../importFiles.ts'

const catalogue = await loadCatalogue()
const subnet = (cidr: string, AvailabilityZone: string) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: cidr, AvailabilityZone },
})
/** A resource beside a VPC with two subnets and a group. */
function imported(Type: string, Properties: object) {
  const template = {
    Parameters: { P: { Type: 'String' } },
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      A: subnet('10.0.1.0/24', 'us-east-1a'),
      B: subnet('10.0.2.0/24', 'us-east-1b'),
      Sg: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'g', VpcId: { Ref: 'Vpc' } } },
      One: { Type, Properties },
    },
  }
  const bytes = new TextEncoder().encode(JSON.stringify(template))
  const outcome = importFiles([{ path: 't.json', bytes }], { catalogue })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome
}
const clients = (Type: string, Properties: object) =>
  Object.values(imported(Type, Properties).design.constructs).filter(({ kind }) => kind === 'client')

test('a project sends from each of its subnets and answers nothing', () => {
  const VpcConfig = { VpcId: 'Vpc', Subnets: ['A', 'B'], SecurityGroupIds: ['Sg'] }
  expect(clients('AWS::CodeBuild::Project', { VpcConfig })).toMatchObject([
    {
      id: 'One',
      runtime: 'other',
      workloads: ['codebuild'],
      listens: [],
      interfaces: [{ subnet: 'A', securityGroups: ['Sg'], publicIp: 'none' }],
    },
    { id: 'One.B', interfaces: [{ subnet: 'B' }] },
  ])
})

test('what has no subnets is outside of any VPC, which is told', () => {
  expect(clients('AWS::CodeBuild::Project', { Name: 'p' })).toEqual([])
  const { report } = imported('AWS::CodeBuild::Project', { Name: 'p' })
  expect(JSON.stringify(report)).toContain('One: it sends from no subnet; there is nothing to draw')
})

test('instances of Batch answer, its Fargate tasks do not', () => {
  const of = (Type: string) => clients('AWS::Batch::ComputeEnvironment', { ComputeResources: { Type, Subnets: ['A'] } })
  expect(of('FARGATE_SPOT')).toMatchObject([{ runtime: 'other', workloads: ['batch-fargate'], listens: [] }])
  expect(of('EC2')).toMatchObject([{ runtime: 'ec2', workloads: ['batch-ec2'] }])
})

test('a cluster of EMR runs in one of its subnets, and without a group in one that EMR makes', () => {
  const [first, ...rest] = clients('AWS::EMR::Cluster', { Instances: { Ec2SubnetIds: ['A', 'B'] } })
  expect(rest).toEqual([])
  expect(JSON.stringify(first)).toContain('the-group-that-EMR-makes')
})

test('apps of SageMaker send from subnets with VpcOnly alone', () => {
  const own = { SubnetIds: ['A'], DefaultUserSettings: { SecurityGroups: ['Sg'] } }
  expect(clients('AWS::SageMaker::Domain', own)).toEqual([])
  expect(clients('AWS::SageMaker::Domain', { ...own, AppNetworkAccessType: 'VpcOnly' })).toMatchObject([
    { workloads: ['sagemaker-studio'], interfaces: [{ subnet: 'A', securityGroups: ['Sg'] }] },
  ])
})

test('a part that is not known stays so', () => {
  const unknown = { Ref: 'P' }
  expect(JSON.stringify(clients('AWS::MWAA::Environment', { NetworkConfiguration: unknown }))).toContain(
    'the-parameter-P',
  )
  expect(
    clients('AWS::KinesisAnalyticsV2::Application', {
      ApplicationConfiguration: { VpcConfigurations: [{ SubnetIds: ['A'], SecurityGroupIds: ['Sg'] }] },
    }),
  ).toMatchObject([{ interfaces: [{ subnet: 'A', securityGroups: ['Sg'] }] }])
})
