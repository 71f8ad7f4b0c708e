import { runQuietly } from '../commands/command.ts'
import { idOf } from '../commands/word.ts'
import { byTag, makeOnce, runOnce, type StepPrinters, taggedAs, variable } from './step.ts'

export const internetGateway: StepPrinters<'internet-gateway'> = {
  'internet-gateway': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byTag(stack, part, 'InternetGateways[].InternetGatewayId', 'describe-internet-gateways'),
        operation: 'ec2 create-internet-gateway',
        options: [taggedAs(part, 'internet-gateway')],
        query: 'InternetGateway.InternetGatewayId',
      }),
    remove:
      'persist InvalidInternetGatewayID.NotFound aws ec2 delete-internet-gateway --region "$region" --internet-gateway-id "$id"',
  },
  'gateway-attachment': {
    create: (part, stack) =>
      runOnce(
        stack,
        part,
        [
          runQuietly(
            stack,
            'ec2 attach-internet-gateway',
            [
              ['--internet-gateway-id', idOf(part.gateway)],
              ['--vpc-id', idOf(part.vpc)],
            ],
            'Resource.AlreadyAssociated',
          ),
        ],
        `${variable(stack, part.gateway)},${variable(stack, part.vpc)}`,
      ),
    remove:
      'persist \'Gateway.NotAttached|InvalidInternetGatewayID.NotFound|InvalidVpcID.NotFound\' aws ec2 detach-internet-gateway --region "$region" --internet-gateway-id "$first" --vpc-id "$rest"',
  },
}
