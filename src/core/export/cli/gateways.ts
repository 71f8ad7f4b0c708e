import { runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { variable } from '../commands/word.ts'
import { address, addressAssociation } from './address.ts'
import { clientToken } from './clientToken.ts'
import { makeTagged, runOnce, type StepsOf } from './step.ts'

export const gateways: StepsOf<'internet-gateway' | 'egress-only-internet-gateway' | 'elastic-ip'> = {
  'internet-gateway': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'InternetGateway',
        options: optionsOf(settings),
      }),
    remove:
      'persist InvalidInternetGatewayID.NotFound aws ec2 delete-internet-gateway --region "$region" --internet-gateway-id "$id"',
  },
  'gateway-attachment': {
    create: (part, stack, settings) => {
      const options = optionsOf(settings, ['InternetGatewayId', 'VpcId'])
      return runOnce(
        stack,
        part,
        [runQuietly(stack, 'ec2 attach-internet-gateway', options, 'Resource.AlreadyAssociated')],
        `${variable(stack, part.gateway)},${variable(stack, part.vpc)}`,
      )
    },
    remove:
      'persist \'Gateway.NotAttached|InvalidInternetGatewayID.NotFound|InvalidVpcID.NotFound\' aws ec2 detach-internet-gateway --region "$region" --internet-gateway-id "$first" --vpc-id "$rest"',
  },
  'egress-only-gateway': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'EgressOnlyInternetGateway',
        options: [...optionsOf(settings), clientToken(part)],
      }),
    remove:
      'persist InvalidGatewayID.NotFound aws ec2 delete-egress-only-internet-gateway --region "$region" --egress-only-internet-gateway-id "$id" >/dev/null',
  },
  'elastic-address': address,
  'elastic-association': addressAssociation,
}
