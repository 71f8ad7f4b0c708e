import type { PartOf, PlannedInterface } from '../plan/part.ts'
import { addressAssociation } from './gateways.ts'
import { serviceRole } from './serverless.ts'
import { chosen, type Holder, idOf, placed } from './value.ts'

const networkInterface = (one: PlannedInterface, holder: Holder) => ({
  SubnetId: idOf(one.subnet),
  Groups: one.groups.map(idOf),
  ...addressesOf(one, holder),
  Ipv6AddressCount: one.ipv6 ? 1 : undefined,
})

/** The chosen address, several of which the first is the primary one, or how many more. */
function addressesOf({ privateIp, further }: PlannedInterface, holder: Holder) {
  const all = privateIp === null || typeof further === 'number' || further.length === 0 ? null : [privateIp, ...further]
  return {
    PrivateIpAddress: all === null && privateIp !== null ? placed(privateIp, holder) : undefined,
    PrivateIpAddresses: all?.map((address, index) => ({
      PrivateIpAddress: placed(address, holder),
      Primary: index === 0,
    })),
    SecondaryPrivateIpAddressCount: typeof further === 'number' && further > 0 ? further : undefined,
  }
}

/** An EC2 instance with its interfaces and addresses. */
export const instance = {
  'client-interface': (part: PartOf<'client-interface'>) => ({
    ...networkInterface(part.interface, part),
    SourceDestCheck: part.interface.sourceDestCheck,
  }),
  instance: (part: PartOf<'instance'>) => {
    const isWindows = part.construct.operatingSystem === 'windows'
    return {
      ImageId: chosen(isWindows ? 'WindowsImage' : 'AmazonLinuxImage'),
      IamInstanceProfile: part.profile === null ? undefined : { Name: idOf(part.profile) },
      InstanceType: part.size ?? chosen(isWindows ? 'WindowsInstanceType' : 'InstanceType'),
      NetworkInterfaces: part.interfaces.map((one) =>
        one.part === null
          ? {
              DeviceIndex: one.index,
              ...networkInterface(one, part),
              AssociatePublicIpAddress: one.publicIp,
              DeleteOnTermination: true,
            }
          : { DeviceIndex: one.index, NetworkInterfaceId: idOf(one.part) },
      ),
    }
  },
  'instance-role': serviceRole('ec2.amazonaws.com', 'AmazonSSMManagedInstanceCore'),
  'instance-profile': (part: PartOf<'instance-profile'>) => ({ Roles: [idOf(part.role)] }),
  'client-address': () => ({ Domain: 'vpc' }),
  'address-association': (part: PartOf<'address-association'>) => addressAssociation(part, null),
}
