import { expect, test } from 'vitest'
import { evaluateTexts } from '../testing/evaluateTexts.ts'

test('SAM: functions are in the network that they, or all of them, name; an API may be private', () => {
  const { stacks, value } = evaluateTexts({
    'sam.yaml': `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {VpcConfig: {SecurityGroupIds: [sg-1], SubnetIds: [subnet-1]}}
  Api: {EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [!Ref Endpoint]}}
Resources:
  Endpoint: {Type: AWS::EC2::VPCEndpoint}
  One:
    Type: AWS::Serverless::Function
    Properties: {Runtime: python3.13, Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}}
  Two: {Type: AWS::Serverless::Function, Properties: {VpcConfig: {SubnetIds: [subnet-2]}}}
  Three: {Type: AWS::Serverless::Function, Properties: {VpcConfig: !Ref "AWS::NoValue"}}
  "Fn::ForEach::More": [N, [Four, Five], {"\${N}": {Type: AWS::Serverless::Function}}]
  Open: {Type: AWS::Serverless::Api, Properties: {EndpointConfiguration: REGIONAL, Auth: {ResourcePolicy: {CustomStatements: [{Effect: Allow}]}}}}
`,
  })
  expect(stacks[0]!.resources.map(({ id, type }) => `${id} ${type}`)).toEqual([
    ...['One', 'Two', 'Three', 'Four', 'Five'].map((id) => `${id}Role AWS::IAM::Role`),
    'ServerlessRestApi AWS::ApiGateway::RestApi',
    'Endpoint AWS::EC2::VPCEndpoint',
    'One AWS::Lambda::Function',
    'Two AWS::Lambda::Function',
    'Three AWS::Lambda::Function',
    'Four AWS::Lambda::Function',
    'Five AWS::Lambda::Function',
    'Open AWS::ApiGateway::RestApi',
  ])
  expect(value('ServerlessRestApi', 'EndpointConfiguration')).toEqual({
    Types: ['PRIVATE'],
    VpcEndpointIds: ['Endpoint'],
  })
  expect(value('One', 'VpcConfig')).toEqual({ SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] })
  expect(value('Two', 'VpcConfig')).toEqual({ SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1', 'subnet-2'] })
  expect(value('Three', 'VpcConfig')).toBeUndefined()
  expect(value('Open', 'EndpointConfiguration')).toEqual({ Types: ['REGIONAL'] })
  expect(value('Open', 'Policy')).toEqual({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] })
})
