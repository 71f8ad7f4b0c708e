import { idOf, placed } from '../aws/value.ts'
import { vpnAttachmentCommand } from '../commands/byHand.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { printWord, variable } from '../commands/word.ts'
import { lookUp, makeTagged, runOnce, type StepsOf } from './step.ts'

const STATE = 'Name=state,Values=pending,available'

export const vpn: StepsOf<'virtual-private-gateway' | 'customer-gateway' | 'vpn-connection'> = {
  'vpn-gateway': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'VpnGateway',
        options: optionsOf(settings),
        state: STATE,
      }),
    remove: 'persist InvalidVpnGatewayID.NotFound aws ec2 delete-vpn-gateway --region "$region" --vpn-gateway-id "$id"',
  },
  'vpn-gateway-attachment': {
    create: (part, stack, settings) =>
      [
        // A second call answers as the first
        runOnce(
          stack,
          part,
          [runQuietly(stack, 'ec2 attach-vpn-gateway', optionsOf(settings, ['VpnGatewayId', 'VpcId']))],
          `${variable(stack, part.gateway)},${variable(stack, part.vpc)}`,
        ),
        `wait_for attached ${printCommand(stack, 'ec2 describe-vpn-gateways', [
          ['--vpn-gateway-ids', idOf(part.gateway)],
          ...answer('VpnGateways[0].VpcAttachments[0].State'),
        ])}`,
      ].join('\n'),
    remove: [
      'allow \'InvalidVpnGatewayAttachment.NotFound|InvalidVpnGatewayID.NotFound\' aws ec2 detach-vpn-gateway --region "$region" --vpn-gateway-id "$first" --vpc-id "$rest"',
      'wait_for \'|None|detached\' allow InvalidVpnGatewayID.NotFound aws ec2 describe-vpn-gateways --region "$region" --vpn-gateway-ids "$first" --query \'VpnGateways[0].VpcAttachments[0].State\' --output text',
    ].join('\n'),
  },
  'customer-gateway': {
    create: (part, stack, settings) =>
      [
        makeTagged(stack, part, {
          thing: 'CustomerGateway',
          options: optionsOf(settings),
          state: STATE,
        }),
        printCommand(stack, 'ec2 wait customer-gateway-available', [['--customer-gateway-ids', idOf(part.key)]]),
      ].join('\n'),
    remove:
      'persist InvalidCustomerGatewayID.NotFound aws ec2 delete-customer-gateway --region "$region" --customer-gateway-id "$id"',
  },
  'vpn-connection': {
    create: (part, stack, settings) =>
      [
        makeTagged(stack, part, {
          thing: 'VpnConnection',
          options: optionsOf(settings),
          state: STATE,
        }),
        printCommand(stack, 'ec2 wait vpn-connection-available', [['--vpn-connection-ids', idOf(part.key)]]),
      ].join('\n'),
    remove: [
      'allow InvalidVpnConnectionID.NotFound aws ec2 delete-vpn-connection --region "$region" --vpn-connection-id "$id"',
      'aws ec2 wait vpn-connection-deleted --region "$region" --vpn-connection-ids "$id"',
    ].join('\n'),
  },
  'vpn-route': {
    create: (part, stack, settings) =>
      runOnce(
        stack,
        part,
        [runQuietly(stack, 'ec2 create-vpn-connection-route', optionsOf(settings))],
        `${variable(stack, part.connection)},${printWord(stack, placed(part.cidr, part))}`,
      ),
    remove:
      'allow \'InvalidVpnConnectionID.NotFound|InvalidRoute.NotFound\' aws ec2 delete-vpn-connection-route --region "$region" --vpn-connection-id "$first" --destination-cidr-block "$rest"',
  },
  'vpn-attachment': {
    create: (part, stack) =>
      lookUp(stack, part.key, `attachment of ${part.construct.id}`, vpnAttachmentCommand(part, stack)),
    remove: null,
  },
}
