import type { PlannedInterface } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters, type Tree } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

type Printed = Pick<
  ResourcePrinters<'client'>,
  'client-interface' | 'instance' | 'client-address' | 'address-association'
>

export const instance: Printed = {
  'client-interface': (part, stack) => ({
    type: 'AWS::EC2::NetworkInterface',
    properties: present({
      ...settingsOf(part.interface, stack),
      SourceDestCheck: part.interface.sourceDestCheck,
      Tags: tagsOf(part),
    }),
  }),
  instance: (part, stack) => {
    const isWindows = part.construct.operatingSystem === 'windows'
    return {
      type: 'AWS::EC2::Instance',
      properties: {
        ImageId: { Ref: isWindows ? 'WindowsImage' : 'AmazonLinuxImage' },
        InstanceType: part.size ?? { Ref: isWindows ? 'WindowsInstanceType' : 'InstanceType' },
        NetworkInterfaces: part.interfaces.map((one) =>
          one.part === null
            ? present({
                DeviceIndex: `${one.index}`,
                ...settingsOf(one, stack),
                AssociatePublicIpAddress: one.publicIp,
                DeleteOnTermination: true,
              })
            : { DeviceIndex: `${one.index}`, NetworkInterfaceId: refTo(stack, one.part) },
        ),
        Tags: tagsOf(part),
      },
    }
  },
  'client-address': (part) => ({ type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags: tagsOf(part) } }),
  'address-association': (part, stack) => ({
    type: 'AWS::EC2::EIPAssociation',
    properties: {
      AllocationId: attributeOf(stack, part.address, 'AllocationId'),
      ...(part.interface === null
        ? { InstanceId: refTo(stack, part.instance) }
        : { NetworkInterfaceId: refTo(stack, part.interface) }),
    },
  }),
}

const settingsOf = (one: PlannedInterface, stack: StackPlan): { readonly [key: string]: Tree | undefined } => ({
  SubnetId: refTo(stack, one.subnet),
  GroupSet: one.groups.map((key) => groupId(stack, key)),
  ...addressesOf(one),
  Ipv6AddressCount: one.ipv6 ? 1 : undefined,
})

/** The chosen address, or several of which the first is the primary one. */
function addressesOf({ privateIp, further }: PlannedInterface): { readonly [key: string]: Tree | undefined } {
  if (typeof further === 'number')
    return {
      PrivateIpAddress: privateIp ?? undefined,
      SecondaryPrivateIpAddressCount: further > 0 ? further : undefined,
    }
  if (privateIp === null || further.length === 0) return { PrivateIpAddress: privateIp ?? undefined }
  const all = [privateIp, ...further]
  return { PrivateIpAddresses: all.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 })) }
}
