import { idOf, regionCalled } from '../aws/value.ts'
import { filters, held } from './argument.ts'
import { replaceLocalCall } from './byHand.ts'
import { call, recordedCall } from './call.ts'
import {
  helper,
  lookUp,
  makeOnce,
  makeTagged,
  persist,
  run,
  runOnce,
  type StepsOf,
  silently,
  tagWhatAwsMade,
} from './line.ts'

export const routeTable: StepsOf<'route-table'> = {
  'route-table': {
    create: (part, stack, settings) => {
      if (part.ofNat !== null)
        return [
          lookUp(
            part.key,
            `route table of ${part.ofNat}`,
            call(
              stack,
              'ec2 describe-nat-gateways',
              { NatGatewayIds: [idOf(part.ofNat)] },
              'NatGateways[0].RouteTableId',
            ),
          ),
        ]
      if (!part.isMain) return makeTagged(stack, part, { thing: 'RouteTable', parameters: settings })
      const Filters = filters({ 'vpc-id': idOf(part.vpc), 'association.main': 'true' })
      return [
        lookUp(
          part.key,
          `main route table of ${part.vpc}`,
          call(stack, 'ec2 describe-route-tables', { Filters }, 'RouteTables[0].RouteTableId'),
        ),
        tagWhatAwsMade(part, stack),
      ]
    },
    remove: [
      persist('InvalidRouteTableID.NotFound', recordedCall('ec2 delete-route-table', { RouteTableId: held('id') })),
    ],
  },
  route: {
    create: (part, stack, settings) => {
      const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = settings
      const destination = DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId!
      const id = [idOf(part.table), ',', destination]
      return [
        part.replacesLocal
          ? runOnce(stack, part, [silently(replaceLocalCall(part, stack))], [...id, ',local'])
          : runOnce(stack, part, [run(call(stack, 'ec2 create-route', settings), 'RouteAlreadyExists')], id),
      ]
    },
    remove: [helper('remove_route', held('region'), held('first'), held('rest'))],
  },
  'edge-association': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: {
          helper: 'edge_association',
          words: [regionCalled(stack.regionCode), idOf(part.table), idOf(part.gateway)],
        },
        call: call(stack, 'ec2 associate-route-table', settings, 'AssociationId'),
      }),
    ],
    remove: [
      silently(
        recordedCall('ec2 disassociate-route-table', { AssociationId: held('id') }),
        'InvalidAssociationID.NotFound',
      ),
    ],
  },
  'route-propagation': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 enable-vgw-route-propagation', settings))],
        [idOf(part.table), ',', idOf(part.gateway)],
      ),
    ],
    remove: [
      silently(
        recordedCall('ec2 disable-vgw-route-propagation', { RouteTableId: held('first'), GatewayId: held('rest') }),
        'InvalidRouteTableID.NotFound|Gateway.NotAttached|InvalidVpnGatewayID.NotFound',
      ),
    ],
  },
}
