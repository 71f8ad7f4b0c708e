import type { SettingsOf } from '../aws/settings.ts'
import { answer, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { makeOnce, makeTagged } from './step.ts'

/** An Elastic IP address, of a NAT gateway, a load balancer or a client, or drawn by itself. */
export const address = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'elastic-address'>) =>
    makeTagged(stack, part, {
      thing: 'Address',
      operation: 'allocate-address',
      options: optionsOf(settings),
      type: 'elastic-ip',
      query: 'AllocationId',
      found: ['describe-addresses', 'Addresses[].AllocationId'],
    }),
  remove: 'persist InvalidAllocationID.NotFound aws ec2 release-address --region "$region" --allocation-id "$id"',
}

/** Gives an address to an instance, or to one of its interfaces. */
export const addressAssociation = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'elastic-association'>) =>
    makeOnce(stack, part, {
      find: printCommand(stack, 'ec2 describe-addresses', [
        ['--allocation-ids', settings.AllocationId],
        ...answer('Addresses[].AssociationId'),
      ]),
      operation: 'ec2 associate-address',
      options: optionsOf(settings, ['AllocationId', 'InstanceId', 'NetworkInterfaceId', 'PrivateIpAddress']),
      query: 'AssociationId',
    }),
  remove: 'allow InvalidAssociationID.NotFound aws ec2 disassociate-address --region "$region" --association-id "$id"',
}
