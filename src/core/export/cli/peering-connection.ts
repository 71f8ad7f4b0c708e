import { idOf } from '../aws/value.ts'
import { peeringDnsCommand } from '../commands/byHand.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { variable } from '../commands/word.ts'
import { keyOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { confirmOnce, makeTagged, runOnce, type StepsOf } from './step.ts'

const stateOf = (stack: StackPlan, key: string): string =>
  printCommand(stack, 'ec2 describe-vpc-peering-connections', [
    ['--vpc-peering-connection-ids', idOf(key)],
    ...answer('VpcPeeringConnections[0].Status.Code'),
  ])

export const peeringConnection: StepsOf<'peering-connection'> = {
  // The accepter's script accepts by itself
  'peering-role': { create: () => null, remove: null },
  peering: {
    create: (part, stack, settings) =>
      [
        makeTagged(stack, part, {
          thing: 'VpcPeeringConnection',
          options: optionsOf(settings),
          state: 'Name=status-code,Values=initiating-request,pending-acceptance,provisioning,active',
        }),
        `wait_for 'pending-acceptance|provisioning|active' ${stateOf(stack, part.key)}`,
      ].join('\n'),
    remove: [
      'allow \'InvalidVpcPeeringConnectionID.NotFound|InvalidStateTransition\' aws ec2 delete-vpc-peering-connection --region "$region" --vpc-peering-connection-id "$id" >/dev/null',
      'aws ec2 wait vpc-peering-connection-deleted --region "$region" --vpc-peering-connection-ids "$id"',
    ].join('\n'),
  },
  'peering-acceptance': {
    create: (part, stack, settings) =>
      confirmOnce(stack, part, part.peering, [
        // A new request is not known everywhere at once
        `wait_for 'pending-acceptance|provisioning|active' retry InvalidVpcPeeringConnectionID.NotFound ${stateOf(stack, part.peering)}`,
        runQuietly(stack, 'ec2 accept-vpc-peering-connection', optionsOf(settings), 'InvalidStateTransition'),
        `wait_for active ${stateOf(stack, part.peering)}`,
      ]),
    remove: ': # goes with the connection',
  },
  'peering-dns': {
    // Waits for the acceptance, which may be another account's
    create: (part, stack) =>
      runOnce(stack, part, [
        `: ${variable(stack, keyOf(part.construct, 'acceptance'))}`,
        peeringDnsCommand(part, stack),
      ]),
    remove: null,
  },
}
