import { attributeOf, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const natGateway: ResourcePrinters<'nat-gateway'> = {
  'nat-address': (part) => ({ type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags: tagsOf(part) } }),
  'nat-gateway': (part, stack) => ({
    type: 'AWS::EC2::NatGateway',
    properties: present({
      SubnetId: refTo(stack, part.subnet),
      ConnectivityType: part.construct.connectivity,
      AllocationId: part.address === null ? undefined : attributeOf(stack, part.address, 'AllocationId'),
      PrivateIpAddress: part.privateIp ?? undefined,
      Tags: tagsOf(part),
    }),
  }),
}
