import { idOf, placed } from '../aws/value.ts'
import { foundListRouteCommand, listRouteCommand } from '../commands/byHand.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { printWord, variable } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { makeTagged, runOnce, type StepsOf } from './step.ts'

const pairId = (part: PartOf<'transit-association' | 'transit-propagation'>, stack: StackPlan): string =>
  `${variable(stack, part.table)},${variable(stack, part.attachment)}`

export const transitGatewayRouteTable: StepsOf<'transit-gateway-route-table'> = {
  'transit-table': {
    create: (part, stack, settings) =>
      [
        makeTagged(stack, part, {
          thing: 'TransitGatewayRouteTable',
          options: optionsOf(settings),
          state: 'Name=state,Values=pending,available',
        }),
        `wait_for available ${printCommand(stack, 'ec2 describe-transit-gateway-route-tables', [
          ['--transit-gateway-route-table-ids', idOf(part.key)],
          ...answer('TransitGatewayRouteTables[0].State'),
        ])}`,
      ].join('\n'),
    remove: [
      'persist InvalidRouteTableID.NotFound aws ec2 delete-transit-gateway-route-table --region "$region" --transit-gateway-route-table-id "$id" >/dev/null',
      'wait_for \'|None|deleted\' allow InvalidRouteTableID.NotFound aws ec2 describe-transit-gateway-route-tables --region "$region" --transit-gateway-route-table-ids "$id" --query \'TransitGatewayRouteTables[0].State\' --output text',
    ].join('\n'),
  },
  'transit-association': {
    create: (part, stack, settings) => {
      const operation = 'ec2 associate-transit-gateway-route-table'
      const associate = runQuietly(stack, operation, optionsOf(settings), 'Resource.AlreadyAssociated')
      return [
        runOnce(stack, part, [associate], pairId(part, stack)),
        `wait_for associated ${printCommand(stack, 'ec2 get-transit-gateway-route-table-associations', [
          ['--transit-gateway-route-table-id', idOf(part.table)],
          ['--filters', ['Name=transit-gateway-attachment-id,Values=', idOf(part.attachment)]],
          ...answer('Associations[0].State'),
        ])}`,
      ].join('\n')
    },
    remove: [
      'allow \'InvalidAssociation.NotFound|InvalidRouteTableID.NotFound|InvalidTransitGatewayAttachmentID.NotFound\' aws ec2 disassociate-transit-gateway-route-table --region "$region" --transit-gateway-route-table-id "$first" --transit-gateway-attachment-id "$rest" >/dev/null',
      'wait_for \'|None\' allow InvalidRouteTableID.NotFound aws ec2 get-transit-gateway-route-table-associations --region "$region" --transit-gateway-route-table-id "$first" --filters "Name=transit-gateway-attachment-id,Values=$rest" --query \'Associations[0].State\' --output text',
    ].join('\n'),
  },
  'transit-propagation': {
    create: (part, stack, settings) => {
      const operation = 'ec2 enable-transit-gateway-route-table-propagation'
      const done = 'TransitGatewayRouteTablePropagation.Duplicate'
      return runOnce(stack, part, [runQuietly(stack, operation, optionsOf(settings), done)], pairId(part, stack))
    },
    remove:
      'allow \'TransitGatewayRouteTablePropagation.NotFound|InvalidRouteTableID.NotFound|InvalidTransitGatewayAttachmentID.NotFound\' aws ec2 disable-transit-gateway-route-table-propagation --region "$region" --transit-gateway-route-table-id "$first" --transit-gateway-attachment-id "$rest" >/dev/null',
  },
  'transit-route': {
    create: (part, stack, settings) => {
      const create = runQuietly(stack, 'ec2 create-transit-gateway-route', optionsOf(settings), 'RouteAlreadyExists')
      return runOnce(
        stack,
        part,
        [create],
        `${variable(stack, part.table)},${printWord(stack, placed(part.cidr, part))}`,
      )
    },
    remove:
      'allow \'InvalidRoute.NotFound|InvalidRouteTableID.NotFound\' aws ec2 delete-transit-gateway-route --region "$region" --transit-gateway-route-table-id "$first" --destination-cidr-block "$rest" >/dev/null',
  },
  'transit-list-route': {
    create: (part, stack) =>
      runOnce(
        stack,
        part,
        [listRouteCommand(part, stack)],
        `${variable(stack, part.table)},${variable(stack, part.list)}`,
        foundListRouteCommand(part, stack),
      ),
    remove:
      'allow \'InvalidPrefixListId.NotFound|InvalidPrefixListID.NotFound|InvalidRouteTableID.NotFound\' aws ec2 delete-transit-gateway-prefix-list-reference --region "$region" --transit-gateway-route-table-id "$first" --prefix-list-id "$rest" >/dev/null',
  },
}
