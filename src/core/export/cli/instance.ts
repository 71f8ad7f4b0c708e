import { CHOICES } from '../aws/choices.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { expression, idOf, type Json, jsonWord } from '../commands/word.ts'
import type { PartOf, PlannedInterface } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { clientToken } from './clientToken.ts'
import { byTag, idWords, makeOnce, type StepPrinters, taggedAs } from './step.ts'

/** Gives an address to an instance, or to one of its interfaces. */
export function associateAddress(
  part: PartOf<'address-association'> | PartOf<'elastic-association'>,
  stack: StackPlan,
): string {
  const options: Option[] = [
    ['--allocation-id', idOf(part.address)],
    part.interface === null ? ['--instance-id', idOf(part.instance)] : ['--network-interface-id', idOf(part.interface)],
    ...(part.name === 'elastic-association' && part.privateIp !== null
      ? [['--private-ip-address', part.privateIp] as const]
      : []),
  ]
  return makeOnce(stack, part, { operation: 'ec2 associate-address', options, query: 'AssociationId' })
}
export const REMOVE_ADDRESS_ASSOCIATION =
  'allow InvalidAssociationID.NotFound aws ec2 disassociate-address --region "$region" --association-id "$id"'

export const instance: Pick<
  StepPrinters<'client'>,
  'client-interface' | 'instance' | 'client-address' | 'address-association'
> = {
  'client-interface': {
    create: (part, stack) => {
      const { subnet, groups, ipv6, sourceDestCheck } = part.interface
      const options: Option[] = [['--subnet-id', idOf(subnet)]]
      if (groups.length > 0) options.push(['--groups', ...idWords(groups)])
      const addresses = addressesOf(part.interface)
      if ('PrivateIpAddress' in addresses) options.push(['--private-ip-address', addresses.PrivateIpAddress])
      if ('PrivateIpAddresses' in addresses)
        options.push(['--private-ip-addresses', jsonWord(addresses.PrivateIpAddresses)])
      if ('SecondaryPrivateIpAddressCount' in addresses)
        options.push(['--secondary-private-ip-address-count', `${addresses.SecondaryPrivateIpAddressCount}`])
      if (ipv6) options.push(['--ipv6-address-count', '1'])
      const make = makeOnce(stack, part, {
        find: byTag(stack, part, 'NetworkInterfaces[].NetworkInterfaceId', 'describe-network-interfaces'),
        operation: 'ec2 create-network-interface',
        options: [...options, taggedAs(part, 'network-interface')],
        query: 'NetworkInterface.NetworkInterfaceId',
      })
      if (sourceDestCheck) return make
      const open = printCommand(stack, 'ec2 modify-network-interface-attribute', [
        ['--network-interface-id', idOf(part.key)],
        ['--no-source-dest-check'],
      ])
      return [make, open].join('\n')
    },
    remove:
      'persist InvalidNetworkInterfaceID.NotFound aws ec2 delete-network-interface --region "$region" --network-interface-id "$id"',
  },
  instance: {
    create: (part, stack) => {
      const isWindows = part.construct.operatingSystem === 'windows'
      const image = CHOICES[isWindows ? 'WindowsImage' : 'AmazonLinuxImage'].otherwise
      const size = part.size ?? CHOICES[isWindows ? 'WindowsInstanceType' : 'InstanceType'].otherwise
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'Reservations[].Instances[].InstanceId', 'describe-instances', '--filters', [
            'Name=instance-state-name,Values=pending,running,stopping,stopped',
          ]),
          before: [
            `image=$(${printCommand(stack, 'ssm get-parameter', [['--name', image], ...answer('Parameter.Value')])})`,
          ],
          operation: 'ec2 run-instances',
          options: [
            ['--count', '1'],
            ['--image-id', expression('"$image"')],
            ['--instance-type', size],
            [
              '--network-interfaces',
              jsonWord(
                part.interfaces.map((one) =>
                  one.part === null
                    ? inlineInterface(one)
                    : { DeviceIndex: one.index, NetworkInterfaceId: { piece: idOf(one.part) } },
                ),
              ),
            ],
            clientToken(part),
            taggedAs(part, 'instance'),
          ],
          query: 'Instances[0].InstanceId',
        }),
        printCommand(stack, 'ec2 wait instance-running', [['--instance-ids', idOf(part.key)]]),
      ].join('\n')
    },
    remove: [
      'allow InvalidInstanceID.NotFound aws ec2 terminate-instances --region "$region" --instance-ids "$id" >/dev/null',
      'wait_for \'|terminated\' aws ec2 describe-instances --region "$region" --filters "Name=instance-id,Values=$id" --query \'Reservations[].Instances[].State.Name\' --output text',
    ].join('\n'),
  },
  'client-address': address,
  'address-association': {
    create: associateAddress,
    remove: REMOVE_ADDRESS_ASSOCIATION,
  },
}

const inlineInterface = (one: PlannedInterface): Json => ({
  DeviceIndex: one.index,
  SubnetId: { piece: idOf(one.subnet) },
  Groups: one.groups.map((key) => ({ piece: idOf(key) })),
  AssociatePublicIpAddress: one.publicIp,
  ...addressesOf(one),
  ...(one.ipv6 && { Ipv6AddressCount: 1 }),
  DeleteOnTermination: true,
})

/** The chosen address, several of which the first is the primary one, or how many more. */
function addressesOf({ privateIp, further }: PlannedInterface) {
  if (typeof further === 'number')
    return {
      ...(privateIp !== null && { PrivateIpAddress: privateIp }),
      ...(further > 0 && { SecondaryPrivateIpAddressCount: further }),
    }
  if (privateIp === null) return {}
  if (further.length === 0) return { PrivateIpAddress: privateIp }
  const all = [privateIp, ...further]
  return { PrivateIpAddresses: all.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 })) }
}
