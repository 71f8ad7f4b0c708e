import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { held } from './argument.ts'
import { recordedCall } from './call.ts'
import { makeTagged, run, type StepsOf, token, waiter } from './line.ts'

const gateway = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'nat-gateway' | 'regional-nat-gateway'>) => [
    ...makeTagged(stack, part, {
      thing: 'NatGateway',
      parameters: { ...settings, ClientToken: token(part) },
      type: 'natgateway',
      filterName: 'Filter',
      state: ['state', ['pending', 'available']],
      alive: ['nat-gateway-id', ['pending', 'available', 'failed']],
    }),
    waiter(stack, 'ec2 nat-gateway-available', { NatGatewayIds: [idOf(part.key)] }),
  ],
  // Its address and subnet are held until it is gone
  remove: [
    run(recordedCall('ec2 delete-nat-gateway', { NatGatewayId: held('id') }), 'NatGatewayNotFound'),
    { line: 'waiter' as const, call: recordedCall('ec2 nat-gateway-deleted', { NatGatewayIds: [held('id')] }) },
  ],
}

export const natGateways: StepsOf<'nat-gateway' | 'regional-nat-gateway'> = {
  'nat-address': address,
  'nat-gateway': gateway,
  'regional-nat-address': address,
  'regional-nat-gateway': gateway,
}
