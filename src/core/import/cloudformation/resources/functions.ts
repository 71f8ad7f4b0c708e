import { arnOf } from '../arnOf.ts'
import type { StackResource } from '../stack.ts'
import { drawFunction } from './clients.ts'
import { tell, type } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idsOf, isUnknown, textOf } from './values.ts'

/** A function with a VpcConfig sends through an interface in each of its subnets; without one it is outside of any VPC. */
function putFunction(resource: StackResource, putting: Putting): undefined {
  const config = resource.properties.VpcConfig
  if (isUnknown(config)) return tell(putting, resource, 'skipped', `its VpcConfig is not known: ${config.unknown}`)
  const { SubnetIds, SecurityGroupIds, Ipv6AllowedForDualStack } = fieldsOf(config)
  const subnets = idsOf(SubnetIds)
  if (subnets.length === 0)
    return tell(
      putting,
      resource,
      'unused',
      'a function outside of any VPC reaches the internet by itself; there is nothing to draw',
    )
  drawFunction(putting, resource, subnets, idsOf(SecurityGroupIds), flagOf(Ipv6AllowedForDualStack) === true)
}

export const functions: Readonly<Record<string, ResourceType>> = {
  'AWS::Lambda::Function': type(
    [
      'VpcConfig',
      'Code',
      'Role',
      'Runtime',
      'Handler',
      'Timeout',
      'MemorySize',
      'Environment',
      'FunctionName',
      'Description',
      'Layers',
      'Architectures',
      'DeadLetterConfig',
      'TracingConfig',
      'KmsKeyArn',
      'PackageType',
      'ImageConfig',
      'ReservedConcurrentExecutions',
      'EphemeralStorage',
      'FileSystemConfigs',
      'LoggingConfig',
      'SnapStart',
      'CodeSigningConfigArn',
      'RuntimeManagementConfig',
      'RecursiveLoop',
    ],
    putFunction,
    {
      ref: (one) => one.property('FunctionName') ?? one.id,
      attributes: {
        Arn: (one) => arnOf(one, 'lambda', `function:${textOf(one.property('FunctionName')) ?? one.id}`),
        'SnapStartResponse.ApplyOn': () => 'None',
      },
    },
  ),
}
