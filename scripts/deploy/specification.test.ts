import { expect, test } from 'vitest'
import { specificationFindings } from './specification.ts'

const found = (Type: string, Properties: object) => specificationFindings({ Resources: { One: { Type, Properties } } })

test('what AWS knows is fine, functions and choices included', () => {
  const subnet = { VpcId: { Ref: 'Vpc' }, CidrBlock: { 'Fn::If': ['Is', '10.0.0.0/24', { Ref: 'AWS::NoValue' }] } }
  expect(found('AWS::EC2::Subnet', { ...subnet, Tags: [{ Key: 'a', Value: 'b' }], EnableDns64: true })).toEqual([])
})

test('types, properties and values that it does not know are told with their place', () => {
  expect(found('AWS::EC2::Subnets', {})).toEqual(['One: no type AWS::EC2::Subnets'])
  expect(found('AWS::EC2::Subnet', { VpcId: 'vpc-1', Cidr: '10.0.0.0/24' })).toEqual(['One: no property Cidr'])
  expect(found('AWS::EC2::Subnet', { CidrBlock: ['10.0.0.0/24'] })).toEqual([
    'One: VpcId is required',
    'One.CidrBlock: ["10.0.0.0/24"] is no text',
  ])
  expect(found('AWS::EC2::Subnet', { VpcId: { 'Fn::If': ['Is', 7, 'vpc-1'] } })).toEqual(['One.VpcId: 7 is no text'])
  expect(
    found('AWS::EC2::NetworkAclEntry', {
      NetworkAclId: 'a',
      Protocol: 6,
      RuleAction: 'allow',
      RuleNumber: 1,
      PortRange: { From: 'x' },
    }),
  ).toEqual(['One.PortRange.From: "x" is no number'])
})
