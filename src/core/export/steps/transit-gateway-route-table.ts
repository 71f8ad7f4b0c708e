import { idOf, placed } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import { filters, held, type Word } from './argument.ts'
import { foundListRouteCall, listRouteCall } from './byHand.ts'
import { call, recordedCall } from './call.ts'
import { makeTagged, persist, run, runOnce, type StepsOf, waitFor } from './line.ts'

const pairId = (part: PartOf<'transit-association' | 'transit-propagation'>): Word => [
  idOf(part.table),
  ',',
  idOf(part.attachment),
]
const NO_TABLE = 'InvalidRouteTableID.NotFound'
const NO_ATTACHMENT = 'InvalidTransitGatewayAttachmentID.NotFound'
const PAIR = { TransitGatewayRouteTableId: held('first'), TransitGatewayAttachmentId: held('rest') }

export const transitGatewayRouteTable: StepsOf<'transit-gateway-route-table'> = {
  'transit-table': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, {
        thing: 'TransitGatewayRouteTable',
        parameters: settings,
        state: ['state', ['pending', 'available']],
      }),
      waitFor(
        'available',
        call(
          stack,
          'ec2 describe-transit-gateway-route-tables',
          { TransitGatewayRouteTableIds: [idOf(part.key)] },
          'TransitGatewayRouteTables[0].State',
        ),
      ),
    ],
    remove: [
      persist(
        NO_TABLE,
        recordedCall('ec2 delete-transit-gateway-route-table', { TransitGatewayRouteTableId: held('id') }),
      ),
      waitFor(
        '|None|deleted',
        recordedCall(
          'ec2 describe-transit-gateway-route-tables',
          { TransitGatewayRouteTableIds: [held('id')] },
          'TransitGatewayRouteTables[0].State',
        ),
        { done: NO_TABLE },
      ),
    ],
  },
  'transit-association': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 associate-transit-gateway-route-table', settings), 'Resource.AlreadyAssociated')],
        pairId(part),
      ),
      waitFor(
        'associated',
        call(
          stack,
          'ec2 get-transit-gateway-route-table-associations',
          {
            TransitGatewayRouteTableId: idOf(part.table),
            Filters: filters({ 'transit-gateway-attachment-id': idOf(part.attachment) }),
          },
          'Associations[0].State',
        ),
      ),
    ],
    remove: [
      run(
        recordedCall('ec2 disassociate-transit-gateway-route-table', PAIR),
        `InvalidAssociation.NotFound|${NO_TABLE}|${NO_ATTACHMENT}`,
      ),
      waitFor(
        '|None',
        recordedCall(
          'ec2 get-transit-gateway-route-table-associations',
          {
            TransitGatewayRouteTableId: held('first'),
            Filters: filters({ 'transit-gateway-attachment-id': held('rest') }),
          },
          'Associations[0].State',
        ),
        { done: NO_TABLE },
      ),
    ],
  },
  'transit-propagation': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [
          run(
            call(stack, 'ec2 enable-transit-gateway-route-table-propagation', settings),
            'TransitGatewayRouteTablePropagation.Duplicate',
          ),
        ],
        pairId(part),
      ),
    ],
    remove: [
      run(
        recordedCall('ec2 disable-transit-gateway-route-table-propagation', PAIR),
        `TransitGatewayRouteTablePropagation.NotFound|${NO_TABLE}|${NO_ATTACHMENT}`,
      ),
    ],
  },
  'transit-route': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 create-transit-gateway-route', settings), 'RouteAlreadyExists')],
        [idOf(part.table), ',', placed(part.cidr, part)],
      ),
    ],
    remove: [
      run(
        recordedCall('ec2 delete-transit-gateway-route', {
          TransitGatewayRouteTableId: held('first'),
          DestinationCidrBlock: held('rest'),
        }),
        `InvalidRoute.NotFound|${NO_TABLE}`,
      ),
    ],
  },
  'transit-list-route': {
    create: (part, stack) => [
      runOnce(stack, part, [run(listRouteCall(part, stack))], [idOf(part.table), ',', idOf(part.list)], {
        call: foundListRouteCall(part, stack),
      }),
    ],
    remove: [
      run(
        recordedCall('ec2 delete-transit-gateway-prefix-list-reference', {
          TransitGatewayRouteTableId: held('first'),
          PrefixListId: held('rest'),
        }),
        `InvalidPrefixListId.NotFound|InvalidPrefixListID.NotFound|${NO_TABLE}`,
      ),
    ],
  },
}
