import { describe, expect, test } from 'vitest'
import type { Construct, Design } from '../model/index.ts'
import { change, differing, left, open, revise } from './testing/shop.ts'

type Subnet = Extract<Construct, { kind: 'subnet' }>
type Client = Extract<Construct, { kind: 'client' }>

const LOOP = `Transform: AWS::LanguageExtensions
Mappings:
  Blocks:
    A: {Cidr: 10.0.1.0/24}
    B: {Cidr: 10.0.2.0/24}
Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Fn::ForEach::Subnets:
    - Zone
    - [A, B]
    - Sub\${Zone}:
        Type: AWS::EC2::Subnet
        Properties: {VpcId: !Ref Net, CidrBlock: !FindInMap [Blocks, !Ref Zone, Cidr], AvailabilityZone: us-east-1a}
`

describe('what a loop makes', () => {
  const design = open({ 'net.yaml': LOOP })
  const changed = change<Subnet>(design, 'SubA', { cidr: '10.0.7.0/24' })
  test('is changed in the mapping that it asks, where that is wanted', () => {
    const revision = revise(changed, { otherwise: 'origin' })
    expect(differing(revision)).toEqual(['- A: {Cidr: 10.0.1.0/24}', '+ A: {Cidr: 10.0.7.0/24}'])
    expect(left(revision)).toEqual([])
    expect(revision.questions[0]?.options.map(({ words }) => words)).toEqual([
      'Nowhere: the place makes others as well',
      'In the mapping Blocks, for everything that asks it',
    ])
  })
  test('stays otherwise, and the report says where the loop is', () => {
    const revision = revise(changed)
    expect(differing(revision)).toEqual([])
    expect(left(revision)).toEqual([
      'Subnet “SubA” is in the template without the change of IPv4 block: the loop Fn::ForEach::Subnets makes it (net.yaml, line 8): change what it repeats, its list, or a mapping that it asks, by hand',
    ])
  })
})

const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
  Web: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: web, VpcId: !Ref Net}}
  Own: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: own, VpcId: !Ref Net}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler # ours
      Runtime: python3.12
      VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Web]}
`

const regrouped = (design: Design, id: string, more: Partial<Client> = {}): Design => {
  const { interfaces } = design.constructs[id] as Client
  return change<Client>(design, id, {
    interfaces: interfaces.map((one) => ({ ...one, securityGroups: ['Own'] })),
    ...more,
  })
}

test('a function of SAM is changed where it says its VPC, and nowhere else', () => {
  const revision = revise(regrouped(open({ 'net.yaml': SAM }), 'Fn', { name: 'renamed' }))
  expect(differing(revision)).toEqual([
    '- VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Web]}',
    '+ VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [!GetAtt Own.GroupId]}',
  ])
  expect(left(revision)).toEqual([
    expect.stringMatching(/“renamed” is in the template without the change of name: SAM says/),
  ])
})

test('a function that has its VPC from Globals stays as it is, and that is told', () => {
  const text = SAM.replace(
    'Resources:',
    'Globals: {Function: {VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Web]}}}\nResources:',
  ).replace(/ {6}VpcConfig.*\n/, '')
  const revision = revise(regrouped(open({ 'net.yaml': text }), 'Fn'))
  expect(differing(revision)).toEqual([])
  expect(left(revision)).toHaveLength(1)
})

test('what an included file says is not written beside it', () => {
  const design = open({
    'net.yaml': `Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  S: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/subnet.json}}}}
`,
    // as an answer of the AWS CLI may look
    'subnet.json': '{"CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a", "MapPublicIpOnLaunch": false}',
  })
  const revision = revise(change<Subnet>(design, 'S', { cidr: '10.0.9.0/24' }))
  expect(differing(revision)).toEqual([])
  expect(left(revision)).toEqual([
    'Subnet “S” is in the template without the change of IPv4 block: the transform AWS::Include of s3://b/subnet.json says CidrBlock there (net.yaml, line 3): change it in that file by hand',
  ])
  const more = revise(change<Subnet>(design, 'S', { dns64: true }))
  expect(differing(more).at(-1)).toContain('s3://b/subnet.json}}, EnableDns64: true}}')
  expect(left(more)).toEqual([])
})
