import { idOf } from '../aws/value.ts'
import { keyOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held } from './argument.ts'
import { peeringDnsCall } from './byHand.ts'
import { type Call, call, recordedCall } from './call.ts'
import { confirmOnce, makeTagged, run, runOnce, type StepsOf, waitFor } from './line.ts'

const stateOf = (stack: StackPlan, key: string): Call =>
  call(
    stack,
    'ec2 describe-vpc-peering-connections',
    { VpcPeeringConnectionIds: [idOf(key)] },
    'VpcPeeringConnections[0].Status.Code',
  )
const REQUESTED = 'pending-acceptance|provisioning|active'

export const peeringConnection: StepsOf<'peering-connection'> = {
  // The accepter's script accepts by itself
  'peering-role': { create: () => null, remove: null },
  peering: {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, {
        thing: 'VpcPeeringConnection',
        parameters: settings,
        state: ['status-code', ['initiating-request', 'pending-acceptance', 'provisioning', 'active']],
      }),
      waitFor(REQUESTED, stateOf(stack, part.key)),
    ],
    remove: [
      run(
        recordedCall('ec2 delete-vpc-peering-connection', { VpcPeeringConnectionId: held('id') }),
        'InvalidVpcPeeringConnectionID.NotFound|InvalidStateTransition',
      ),
      {
        line: 'waiter',
        call: recordedCall('ec2 vpc-peering-connection-deleted', { VpcPeeringConnectionIds: [held('id')] }),
      },
    ],
  },
  'peering-acceptance': {
    create: (part, stack, settings) => [
      confirmOnce(stack, part, part.peering, [
        // A new request is not known everywhere at once
        waitFor(REQUESTED, stateOf(stack, part.peering), { retryOn: 'InvalidVpcPeeringConnectionID.NotFound' }),
        run(call(stack, 'ec2 accept-vpc-peering-connection', settings), 'InvalidStateTransition'),
        waitFor('active', stateOf(stack, part.peering)),
      ]),
    ],
    remove: [{ line: 'nothing', why: 'goes with the connection' }],
  },
  'peering-dns': {
    // Waits for the acceptance, which may be another account's
    create: (part, stack) => [
      runOnce(stack, part, [
        { line: 'after', key: keyOf(part.construct, 'acceptance') },
        run(peeringDnsCall(part, stack)),
      ]),
    ],
    remove: null,
  },
}
