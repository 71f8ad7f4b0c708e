import { CHOICES } from '../aws/choices.ts'
import { idOf, type Settings } from '../aws/value.ts'
import { address, addressAssociation } from './address.ts'
import { filters, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeTagged, persist, physicalName, read, run, type StepsOf, silently, token, waiter, waitFor } from './line.ts'
import { profile } from './profile.ts'
import { role } from './role.ts'

const THERE = ['pending', 'running', 'stopping', 'stopped'] as const

export const instance: Pick<
  StepsOf<'client'>,
  'client-interface' | 'instance-role' | 'instance-profile' | 'instance' | 'client-address' | 'address-association'
> = {
  'client-interface': {
    create: (part, stack, { SourceDestCheck, ...settings }) => [
      ...makeTagged(stack, part, { thing: 'NetworkInterface', parameters: settings }),
      ...(SourceDestCheck
        ? []
        : [
            silently(
              call(stack, 'ec2 modify-network-interface-attribute', {
                NetworkInterfaceId: idOf(part.key),
                SourceDestCheck,
              }),
            ),
          ]),
    ],
    remove: [
      persist(
        'InvalidNetworkInterfaceID.NotFound',
        recordedCall('ec2 delete-network-interface', { NetworkInterfaceId: held('id') }),
      ),
    ],
  },
  'instance-role': role,
  'instance-profile': {
    create: (part, stack) => profile.create(part, stack, physicalName({ ...part, key: part.role })),
    remove: profile.remove,
  },
  instance: {
    create: (part, stack, { IamInstanceProfile, InstanceType, NetworkInterfaces }) => {
      const image = CHOICES[part.construct.operatingSystem === 'windows' ? 'WindowsImage' : 'AmazonLinuxImage']
      return [
        ...makeTagged(stack, part, {
          thing: 'Instance',
          operation: 'run-instances',
          before: [
            read('image', 'image', {
              call: call(stack, 'ssm get-parameter', { Name: image.otherwise }, 'Parameter.Value'),
            }),
          ],
          parameters: {
            Count: 1,
            ImageId: held('image'),
            IamInstanceProfile,
            InstanceType,
            NetworkInterfaces: NetworkInterfaces.map(inOrder),
            ClientToken: token(part),
          },
          // A new profile is not known everywhere at once
          ...(part.profile !== null && { retryOn: 'InvalidParameterValue' }),
          query: 'Instances[0].InstanceId',
          found: ['describe-instances', 'Reservations[].Instances[].InstanceId'],
          state: ['instance-state-name', THERE],
          alive: ['instance-id', THERE],
        }),
        waiter(stack, 'ec2 instance-running', { InstanceIds: [idOf(part.key)] }),
      ]
    },
    remove: [
      run(recordedCall('ec2 terminate-instances', { InstanceIds: [held('id')] }), 'InvalidInstanceID.NotFound'),
      waitFor(
        '|terminated',
        recordedCall(
          'ec2 describe-instances',
          { Filters: filters({ 'instance-id': held('id') }) },
          'Reservations[].Instances[].State.Name',
        ),
      ),
    ],
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
