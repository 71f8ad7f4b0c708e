import { takeNote } from '../../report.ts'
import { arnOf } from '../arnOf.ts'
import type { StackResource } from '../stack.ts'
import { drawFunction } from './clients.ts'
import { functionPolicy, putGuarded } from './guarded.ts'
import { draw, onceForAll, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idsOf, isUnknown, textOf } from './values.ts'

const functionArn = (one: Pick<Referred, 'id' | 'account' | 'region' | 'property'>): string =>
  one.id.startsWith('arn:')
    ? one.id
    : arnOf(one, 'lambda', `function:${textOf(one.property('FunctionName')) ?? one.id}`)

/** What may call it stands apart from its interfaces, which a function outside of any VPC has none of. */
const putPolicy = (resource: StackResource, putting: Putting): void =>
  putGuarded(functionArn, () => functionPolicy(functionArn)(resource, putting))(
    { ...resource, id: `${resource.id}.function`.slice(0, 128) },
    putting,
  )

/** Source: Lambda guide, giving functions access to resources in a VPC: by default it runs in a VPC of Lambda's own, with access to the internet. */
function putOutside(resource: StackResource, putting: Putting): undefined {
  draw(putting, resource, { kind: 'internet-host', id: resource.id, runtime: 'lambda', listens: [] })
  onceForAll(putting, 'functions outside of any VPC', () =>
    takeNote(
      putting.taker,
      'assumed',
      'Functions outside of any VPC ask from addresses of AWS’s that nobody knows: what is said of single public blocks is taken not to mean them',
      null,
    ),
  )
}

/** A function with a VpcConfig sends through an interface in each of its subnets; without one it is outside of any VPC. */
function putFunction(resource: StackResource, putting: Putting): undefined {
  putPolicy(resource, putting)
  const config = resource.properties.VpcConfig
  if (isUnknown(config)) return tell(putting, resource, 'skipped', `its VpcConfig is not known: ${config.unknown}`)
  const { SubnetIds, SecurityGroupIds, Ipv6AllowedForDualStack } = fieldsOf(config)
  const subnets = idsOf(SubnetIds)
  if (subnets.length === 0) return putOutside(resource, putting)
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
        Arn: functionArn,
        'SnapStartResponse.ApplyOn': () => 'None',
      },
    },
  ),
}
