import { idOf } from '../aws/value.ts'
import { address, addressAssociation } from './address.ts'
import { held, pick } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeTagged, persist, run, runOnce, type StepsOf, token } from './line.ts'

export const gateways: StepsOf<'internet-gateway' | 'egress-only-internet-gateway' | 'elastic-ip'> = {
  'internet-gateway': {
    create: (part, stack, settings) => makeTagged(stack, part, { thing: 'InternetGateway', parameters: settings }),
    remove: [
      persist(
        'InvalidInternetGatewayID.NotFound',
        recordedCall('ec2 delete-internet-gateway', { InternetGatewayId: held('id') }),
      ),
    ],
  },
  'gateway-attachment': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [
          run(
            call(stack, 'ec2 attach-internet-gateway', pick(settings, 'InternetGatewayId', 'VpcId')),
            'Resource.AlreadyAssociated',
          ),
        ],
        [idOf(part.gateway), ',', idOf(part.vpc)],
      ),
    ],
    remove: [
      persist(
        'Gateway.NotAttached|InvalidInternetGatewayID.NotFound|InvalidVpcID.NotFound',
        recordedCall('ec2 detach-internet-gateway', { InternetGatewayId: held('first'), VpcId: held('rest') }),
      ),
    ],
  },
  'egress-only-gateway': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'EgressOnlyInternetGateway',
        parameters: { ...settings, ClientToken: token(part) },
      }),
    remove: [
      persist(
        'InvalidGatewayID.NotFound',
        recordedCall('ec2 delete-egress-only-internet-gateway', { EgressOnlyInternetGatewayId: held('id') }),
      ),
    ],
  },
  'elastic-address': address,
  'elastic-association': addressAssociation,
}
