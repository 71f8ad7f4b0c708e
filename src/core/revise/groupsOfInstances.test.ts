import { describe, expect, test } from 'vitest'
import type { Construct, Design } from '../model/index.ts'
import { change, differing, left, open, remove, revise } from './testing/shop.ts'

type Client = Extract<Construct, { kind: 'client' }>

/** Two subnets, two groups, and more. */
const withMore = (more: string): Design =>
  open({
    'net.yaml': `Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, CidrBlock: 10.0.2.0/24, AvailabilityZone: us-east-1b}}
  Web: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: web, VpcId: !Ref Net}}
  Own: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: own, VpcId: !Ref Net}}
${more}`,
  })

const regrouped = (design: Design, ids: readonly string[], ...securityGroups: string[]): Design =>
  ids.reduce((all, id) => {
    const { interfaces } = all.constructs[id] as Client
    return change<Client>(all, id, { interfaces: interfaces.map((one) => ({ ...one, securityGroups })) })
  }, design)

const TEMPLATE = `  Like:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-1
        SecurityGroupIds:
          - !Ref Web # the usual
`
const GROUP = `  Many:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: "1"
      MaxSize: "3"
      LaunchTemplate: {LaunchTemplateId: !Ref Like, Version: !GetAtt Like.LatestVersionNumber}
      VPCZoneIdentifier: [!Ref A, !Ref B]
      Tags: [{Key: Name, Value: many, PropagateAtLaunch: true}]
`

describe('a group of instances', () => {
  test('has its security groups in its launch template', () => {
    const design = withMore(TEMPLATE + GROUP)
    const revision = revise(regrouped(design, ['Many', 'Many.B'], 'Own'))
    expect(differing(revision)).toEqual(['- - !Ref Web # the usual', '+ - !GetAtt Own.GroupId # the usual'])
    expect(left(revision)).toEqual([])
  })
  test('has them in the interface of its launch template', () => {
    const inline = `  Like:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData: {NetworkInterfaces: [{DeviceIndex: 0, Groups: [!Ref Web], AssociatePublicIpAddress: false}]}
`
    const design = withMore(inline + GROUP)
    const revision = revise(regrouped(design, ['Many', 'Many.B'], 'Web', 'Own'))
    expect(differing(revision)).toEqual([
      '- LaunchTemplateData: {NetworkInterfaces: [{DeviceIndex: 0, Groups: [!Ref Web], AssociatePublicIpAddress: false}]}',
      '+ LaunchTemplateData: {NetworkInterfaces: [{DeviceIndex: 0, Groups: [!Ref Web, !GetAtt Own.GroupId], AssociatePublicIpAddress: false}]}',
    ])
    expect(left(revision)).toEqual([])
  })
  test('without security groups keeps what else its launch template says', () => {
    const flow = `  Like:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData: {ImageId: ami-1, SecurityGroupIds: [!Ref Web]}
`
    const revision = revise(regrouped(withMore(flow + GROUP), ['Many', 'Many.B']))
    expect(differing(revision)).toEqual([
      '- LaunchTemplateData: {ImageId: ami-1, SecurityGroupIds: [!Ref Web]}',
      '+ LaunchTemplateData: {ImageId: ami-1}',
    ])
    expect(left(revision)).toEqual([])
  })
  test('leaves a subnet, and keeps its name as a tag', () => {
    const design = remove(withMore(TEMPLATE + GROUP), 'Many.B')
    const revision = revise(change(design, 'Many', { name: 'few' }))
    expect(differing(revision)).toEqual([
      '- VPCZoneIdentifier: [!Ref A, !Ref B]',
      '- Tags: [{Key: Name, Value: many, PropagateAtLaunch: true}]',
      '+ VPCZoneIdentifier: [!Ref A]',
      '+ Tags: [{Key: Name, Value: few, PropagateAtLaunch: true}]',
    ])
    expect(left(revision)).toEqual([])
  })
  test('that shares its launch template stays as it is, and that is told', () => {
    const design = withMore(TEMPLATE + GROUP + GROUP.replace('Many:', 'More:'))
    const revision = revise(regrouped(design, ['Many', 'Many.B'], 'Own'))
    expect(differing(revision)).toEqual([])
    expect(left(revision)).toHaveLength(2)
    expect(left(revision)[0]).toMatch(
      /“many” is in the template without the change of .* \(net\.yaml, line 14\), of which only the name/,
    )
  })
  test('of a launch configuration has them there', () => {
    const design =
      withMore(`  Conf: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {SecurityGroups: [!Ref Web], ImageId: ami-1}}
  Many: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {LaunchConfigurationName: !Ref Conf, VPCZoneIdentifier: [!Ref A]}}
`)
    const revision = revise(regrouped(design, ['Many'], 'Own'))
    expect(differing(revision)).toEqual([
      '- Conf: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {SecurityGroups: [!Ref Web], ImageId: ami-1}}',
      '+ Conf: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {SecurityGroups: [!GetAtt Own.GroupId], ImageId: ami-1}}',
    ])
    expect(left(revision)).toEqual([])
  })
})

test('a service of ECS is changed in all its subnets at once', () => {
  const design = withMore(`  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: DISABLED
          Subnets: [!Ref A, !Ref B]
          SecurityGroups: [!Ref Web]
`)
  const both = regrouped(design, ['Service', 'Service.B'], 'Own')
  const open = ['Service', 'Service.B'].reduce((all, id) => {
    const { interfaces } = all.constructs[id] as Client
    return change<Client>(all, id, { interfaces: interfaces.map((one) => ({ ...one, publicIp: 'auto' })) })
  }, both)
  const revision = revise(open)
  expect(differing(revision)).toEqual([
    '- AssignPublicIp: DISABLED',
    '+ AssignPublicIp: ENABLED',
    '- SecurityGroups: [!Ref Web]',
    '+ SecurityGroups: [!GetAtt Own.GroupId]',
  ])
  expect(left(revision)).toEqual([])
})

test('nodes of EKS and projects of CodeBuild are changed where they say it', () => {
  const design = withMore(`${TEMPLATE}  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties: {ClusterName: c, NodeRole: r, Subnets: [!Ref A, !Ref B], LaunchTemplate: {Id: !Ref Like}}
  Build: {Type: AWS::CodeBuild::Project, Properties: {VpcConfig: {VpcId: !Ref Net, Subnets: [!Ref A], SecurityGroupIds: [!Ref Web]}}}
`)
  const revision = revise(regrouped(remove(design, 'Nodes.B'), ['Nodes', 'Build'], 'Own'))
  expect(differing(revision)).toEqual([
    '- - !Ref Web # the usual',
    '+ - !GetAtt Own.GroupId # the usual',
    '- Properties: {ClusterName: c, NodeRole: r, Subnets: [!Ref A, !Ref B], LaunchTemplate: {Id: !Ref Like}}',
    '- Build: {Type: AWS::CodeBuild::Project, Properties: {VpcConfig: {VpcId: !Ref Net, Subnets: [!Ref A], SecurityGroupIds: [!Ref Web]}}}',
    '+ Properties: {ClusterName: c, NodeRole: r, Subnets: [!Ref A], LaunchTemplate: {Id: !Ref Like}}',
    '+ Build: {Type: AWS::CodeBuild::Project, Properties: {VpcConfig: {VpcId: !Ref Net, Subnets: [!Ref A], SecurityGroupIds: [!GetAtt Own.GroupId]}}}',
  ])
  expect(left(revision)).toEqual([])
})
