import { idOf, placed } from '../aws/value.ts'
import { held, pick } from './argument.ts'
import { vpnAttachmentCall } from './byHand.ts'
import { call, recordedCall } from './call.ts'
import { lookUp, makeTagged, persist, run, runOnce, type StepsOf, silently, waiter, waitFor } from './line.ts'

const STATE = ['state', ['pending', 'available']] as const
const ATTACHED = 'VpnGateways[0].VpcAttachments[0].State'

export const vpn: StepsOf<'virtual-private-gateway' | 'customer-gateway' | 'vpn-connection'> = {
  'vpn-gateway': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, { thing: 'VpnGateway', parameters: settings, state: STATE }),
    remove: [
      persist('InvalidVpnGatewayID.NotFound', recordedCall('ec2 delete-vpn-gateway', { VpnGatewayId: held('id') })),
    ],
  },
  'vpn-gateway-attachment': {
    create: (part, stack, settings) => [
      // A second call answers as the first
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 attach-vpn-gateway', pick(settings, 'VpnGatewayId', 'VpcId')))],
        [idOf(part.gateway), ',', idOf(part.vpc)],
      ),
      waitFor('attached', call(stack, 'ec2 describe-vpn-gateways', { VpnGatewayIds: [idOf(part.gateway)] }, ATTACHED)),
    ],
    remove: [
      silently(
        recordedCall('ec2 detach-vpn-gateway', { VpnGatewayId: held('first'), VpcId: held('rest') }),
        'InvalidVpnGatewayAttachment.NotFound|InvalidVpnGatewayID.NotFound',
      ),
      waitFor(
        '|None|detached',
        recordedCall('ec2 describe-vpn-gateways', { VpnGatewayIds: [held('first')] }, ATTACHED),
        { done: 'InvalidVpnGatewayID.NotFound' },
      ),
    ],
  },
  'customer-gateway': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, { thing: 'CustomerGateway', parameters: settings, state: STATE }),
      waiter(stack, 'ec2 customer-gateway-available', { CustomerGatewayIds: [idOf(part.key)] }),
    ],
    remove: [
      persist(
        'InvalidCustomerGatewayID.NotFound',
        recordedCall('ec2 delete-customer-gateway', { CustomerGatewayId: held('id') }),
      ),
    ],
  },
  'vpn-connection': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, { thing: 'VpnConnection', parameters: settings, state: STATE }),
      waiter(stack, 'ec2 vpn-connection-available', { VpnConnectionIds: [idOf(part.key)] }),
    ],
    remove: [
      silently(
        recordedCall('ec2 delete-vpn-connection', { VpnConnectionId: held('id') }),
        'InvalidVpnConnectionID.NotFound',
      ),
      { line: 'waiter', call: recordedCall('ec2 vpn-connection-deleted', { VpnConnectionIds: [held('id')] }) },
    ],
  },
  'vpn-route': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 create-vpn-connection-route', settings))],
        [idOf(part.connection), ',', placed(part.cidr, part)],
      ),
    ],
    remove: [
      silently(
        recordedCall('ec2 delete-vpn-connection-route', {
          VpnConnectionId: held('first'),
          DestinationCidrBlock: held('rest'),
        }),
        'InvalidVpnConnectionID.NotFound|InvalidRoute.NotFound',
      ),
    ],
  },
  'vpn-attachment': {
    create: (part, stack) => [lookUp(part.key, `attachment of ${part.construct.id}`, vpnAttachmentCall(part, stack))],
    remove: null,
  },
}
