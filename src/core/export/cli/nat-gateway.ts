import { printCommand } from '../commands/command.ts'
import { idOf } from '../commands/word.ts'
import { address } from './address.ts'
import { clientToken } from './clientToken.ts'
import { byTag, makeOnce, type StepPrinters, taggedAs } from './step.ts'

/** Its address and subnet are held until it is gone. */
export const REMOVE_NAT_GATEWAY = [
  'allow NatGatewayNotFound aws ec2 delete-nat-gateway --region "$region" --nat-gateway-id "$id" >/dev/null',
  'aws ec2 wait nat-gateway-deleted --region "$region" --nat-gateway-ids "$id"',
].join('\n')

export const natGateway: StepPrinters<'nat-gateway'> = {
  'nat-address': address,
  'nat-gateway': {
    create: (part, stack) =>
      [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'NatGateways[].NatGatewayId', 'describe-nat-gateways', '--filter', [
            'Name=state,Values=pending,available',
          ]),
          operation: 'ec2 create-nat-gateway',
          options: [
            ['--subnet-id', idOf(part.subnet)],
            ['--connectivity-type', part.construct.connectivity],
            ...(part.address === null ? [] : [['--allocation-id', idOf(part.address)] as const]),
            ...(part.privateIp === null ? [] : [['--private-ip-address', part.privateIp] as const]),
            clientToken(part),
            taggedAs(part, 'natgateway'),
          ],
          query: 'NatGateway.NatGatewayId',
        }),
        printCommand(stack, 'ec2 wait nat-gateway-available', [['--nat-gateway-ids', idOf(part.key)]]),
      ].join('\n'),
    remove: REMOVE_NAT_GATEWAY,
  },
}
