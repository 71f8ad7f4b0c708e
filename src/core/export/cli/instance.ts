import { CHOICES } from '../aws/choices.ts'
import { idOf, type Settings } from '../aws/value.ts'
import { answer, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression } from '../commands/word.ts'
import { address, addressAssociation } from './address.ts'
import { clientToken } from './clientToken.ts'
import { makeTagged, type StepsOf } from './step.ts'

export const instance: Pick<
  StepsOf<'client'>,
  'client-interface' | 'instance' | 'client-address' | 'address-association'
> = {
  'client-interface': {
    create: (part, stack, { SourceDestCheck, ...settings }) => {
      const make = makeTagged(stack, part, {
        thing: 'NetworkInterface',
        options: optionsOf(settings),
      })
      if (SourceDestCheck) return make
      const NetworkInterfaceId = idOf(part.key)
      const open = optionsOf({ NetworkInterfaceId, SourceDestCheck })
      return [make, printCommand(stack, 'ec2 modify-network-interface-attribute', open)].join('\n')
    },
    remove:
      'persist InvalidNetworkInterfaceID.NotFound aws ec2 delete-network-interface --region "$region" --network-interface-id "$id"',
  },
  instance: {
    create: (part, stack, { InstanceType, NetworkInterfaces }) => {
      const image = CHOICES[part.construct.operatingSystem === 'windows' ? 'WindowsImage' : 'AmazonLinuxImage']
      const read = printCommand(stack, 'ssm get-parameter', [['--name', image.otherwise], ...answer('Parameter.Value')])
      return [
        makeTagged(stack, part, {
          thing: 'Instance',
          operation: 'run-instances',
          before: [`image=$(must_tell image ${read})`],
          options: [
            ...optionsOf({
              Count: 1,
              ImageId: expression('"$image"'),
              InstanceType,
              NetworkInterfaces: NetworkInterfaces.map(inOrder),
            }),
            clientToken(part),
          ],
          query: 'Instances[0].InstanceId',
          found: ['describe-instances', 'Reservations[].Instances[].InstanceId'],
          state: 'Name=instance-state-name,Values=pending,running,stopping,stopped',
          alive: ['instance-id', 'Name=instance-state-name,Values=pending,running,stopping,stopped'],
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
  'address-association': addressAssociation,
}

/** The members of an interface in the order of the scripts. */
const inOrder = ({ DeviceIndex, SubnetId, Groups, AssociatePublicIpAddress, ...others }: Settings): Settings => ({
  DeviceIndex,
  SubnetId,
  Groups,
  AssociatePublicIpAddress,
  ...others,
})
