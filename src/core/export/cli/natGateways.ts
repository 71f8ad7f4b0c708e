import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { clientToken } from './clientToken.ts'
import { makeTagged, type StepsOf } from './step.ts'

const gateway = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'nat-gateway' | 'regional-nat-gateway'>) =>
    [
      makeTagged(stack, part, {
        thing: 'NatGateway',
        options: [...optionsOf(settings), clientToken(part)],
        type: 'natgateway',
        filterFlag: '--filter',
        state: 'Name=state,Values=pending,available',
        alive: ['nat-gateway-id', 'Name=state,Values=pending,available,failed'],
      }),
      printCommand(stack, 'ec2 wait nat-gateway-available', [['--nat-gateway-ids', idOf(part.key)]]),
    ].join('\n'),
  // Its address and subnet are held until it is gone
  remove: [
    'allow NatGatewayNotFound aws ec2 delete-nat-gateway --region "$region" --nat-gateway-id "$id" >/dev/null',
    'aws ec2 wait nat-gateway-deleted --region "$region" --nat-gateway-ids "$id"',
  ].join('\n'),
}

export const natGateways: StepsOf<'nat-gateway' | 'regional-nat-gateway'> = {
  'nat-address': address,
  'nat-gateway': gateway,
  'regional-nat-address': address,
  'regional-nat-gateway': gateway,
}
