import type { SettingsOf } from '../aws/settings.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held, pick } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, makeTagged, persist, silently } from './line.ts'

/** An Elastic IP address, of a NAT gateway, a load balancer or a client, or drawn by itself. */
export const address = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'elastic-address'>) =>
    makeTagged(stack, part, {
      thing: 'Address',
      operation: 'allocate-address',
      parameters: settings,
      type: 'elastic-ip',
      query: 'AllocationId',
      found: ['describe-addresses', 'Addresses[].AllocationId'],
    }),
  remove: [persist('InvalidAllocationID.NotFound', recordedCall('ec2 release-address', { AllocationId: held('id') }))],
}

/** Gives an address to an instance, or to one of its interfaces. */
export const addressAssociation = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'elastic-association'>) => [
    makeOnce(stack, part, {
      find: {
        call: call(
          stack,
          'ec2 describe-addresses',
          { AllocationIds: [settings.AllocationId] },
          'Addresses[].AssociationId',
        ),
      },
      call: call(
        stack,
        'ec2 associate-address',
        pick(settings, 'AllocationId', 'InstanceId', 'NetworkInterfaceId', 'PrivateIpAddress'),
        'AssociationId',
      ),
    }),
  ],
  remove: [
    silently(recordedCall('ec2 disassociate-address', { AssociationId: held('id') }), 'InvalidAssociationID.NotFound'),
  ],
}
