import { LAMBDA_CODE, LAMBDA_RUNTIME } from '../aws/lambdaCode.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import type { ResourcePrinters } from './resource.ts'
import { rolePropertiesOf } from './rolePropertiesOf.ts'
import { tagsOf } from './tagsOf.ts'

export const lambdaFunction: Pick<ResourcePrinters<'client'>, 'lambda-role' | 'lambda-function'> = {
  'lambda-role': (part) => ({
    type: 'AWS::IAM::Role',
    properties: {
      ...rolePropertiesOf('lambda.amazonaws.com', 'AWSLambdaVPCAccessExecutionRole'),
      Tags: tagsOf(part, 'strict'),
    },
  }),
  'lambda-function': (part, stack) => ({
    type: 'AWS::Lambda::Function',
    properties: {
      Runtime: LAMBDA_RUNTIME,
      Handler: 'index.handler',
      Timeout: 30,
      Role: attributeOf(stack, part.role, 'Arn'),
      Code: { ZipFile: LAMBDA_CODE },
      VpcConfig: {
        SubnetIds: part.subnets.map((key) => refTo(stack, key)),
        SecurityGroupIds: part.groups.map((key) => groupId(stack, key)),
        Ipv6AllowedForDualStack: part.ipv6,
      },
      Tags: tagsOf(part, 'strict'),
    },
  }),
}
