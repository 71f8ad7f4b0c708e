import type { Part, PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import { listed, present, type Resource, type ResourcePrinters, type Tree } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const resourceEndpoint: ResourcePrinters<'resource-endpoint'> = {
  'resource-endpoint': (part, stack) =>
    endpointOf(part, stack, 'Resource', {
      ResourceConfigurationArn:
        part.configuration === null ? part.construct.resourceConfigurationArn : refTo(stack, part.configuration),
    }),
}

export const serviceNetwork: ResourcePrinters<'service-network'> = {
  'service-network': (part) => ({
    type: 'AWS::VpcLattice::ServiceNetwork',
    properties: { AuthType: 'NONE', Tags: tagsOf(part, 'strict') },
  }),
}

export const serviceNetworkEndpoint: ResourcePrinters<'service-network-endpoint'> = {
  'service-network-endpoint': (part, stack) =>
    endpointOf(part, stack, 'ServiceNetwork', {
      ServiceNetworkArn:
        part.network === null
          ? part.construct.serviceNetworkArn
          : part.network.isDrawn
            ? attributeOf(stack, part.network.key, 'Arn')
            : refTo(stack, part.network.key),
    }),
}

const endpointOf = (
  part: Part & { readonly vpc: PartKey; readonly subnets: readonly PartKey[]; readonly groups: readonly PartKey[] },
  stack: StackPlan,
  type: 'Resource' | 'ServiceNetwork',
  target: { readonly [key: string]: Tree },
): Resource => ({
  type: 'AWS::EC2::VPCEndpoint',
  properties: present({
    VpcEndpointType: type,
    VpcId: refTo(stack, part.vpc),
    ...target,
    SubnetIds: listed(part.subnets.map((key) => refTo(stack, key))),
    SecurityGroupIds: listed(part.groups.map((key) => groupId(stack, key))),
    PrivateDnsEnabled: false,
    Tags: tagsOf(part),
  }),
})
