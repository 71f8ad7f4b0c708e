import { type Option, printCommand } from './command.ts'
import { quoteShell } from './quoteShell.ts'
import {
  byTag,
  jsonText,
  lookUp,
  makeOnce,
  runOnce,
  runQuietly,
  type StepPrinters,
  taggedAs,
  tagNameOf,
  variable,
} from './step.ts'
import { blockPiece, expression, idOf, printWord } from './word.ts'

const TARGETS = { 'internet-gateway': '--gateway-id', 'nat-gateway': '--nat-gateway-id' } as const

export const routeTable: StepPrinters<'route-table'> = {
  'route-table': {
    create: (part, stack) => {
      if (!part.isMain)
        return makeOnce(stack, part, {
          find: byTag(stack, part, 'RouteTables[].RouteTableId', 'describe-route-tables'),
          operation: 'ec2 create-route-table',
          options: [['--vpc-id', idOf(part.vpc)], taggedAs(part, 'route-table')],
          query: 'RouteTable.RouteTableId',
        })
      const filters: Option = [
        '--filters',
        ['Name=vpc-id,Values=', idOf(part.vpc)],
        'Name=association.main,Values=true',
      ]
      const tags = expression(`"$(tag_list Key Value ${part.key} ${quoteShell(jsonText(tagNameOf(part)))})"`)
      return [
        lookUp(
          stack,
          part.key,
          `main route table of ${part.vpc}`,
          'ec2 describe-route-tables',
          [filters],
          'RouteTables[0].RouteTableId',
        ),
        printCommand(stack, 'ec2 create-tags', [
          ['--resources', idOf(part.key)],
          ['--tags', tags],
        ]),
      ].join('\n')
    },
    remove: 'persist InvalidRouteTableID.NotFound aws ec2 delete-route-table --region "$region" --route-table-id "$id"',
  },
  route: {
    create: (part, stack) => {
      const { block } = part.destination
      const piece = part.destination.block ? blockPiece(stack, part.destination.block) : idOf(part.destination.list)
      const flag = !block
        ? '--destination-prefix-list-id'
        : block.family === 4
          ? '--destination-cidr-block'
          : '--destination-ipv6-cidr-block'
      const options: Option[] = [
        ['--route-table-id', idOf(part.table)],
        [flag, piece],
        [TARGETS[part.targetKind], idOf(part.target)],
      ]
      const create = runQuietly(stack, 'ec2 create-route', options, 'RouteAlreadyExists')
      return runOnce(stack, part, [create], `${variable(stack, part.table)},${printWord(stack, piece)}`)
    },
    remove: [
      'case $id in',
      '  *,pl-*) destination=--destination-prefix-list-id ;;',
      '  *:*) destination=--destination-ipv6-cidr-block ;;',
      '  *) destination=--destination-cidr-block ;;',
      'esac',
      'allow \'InvalidRoute.NotFound|InvalidRouteTableID.NotFound\' aws ec2 delete-route --region "$region" --route-table-id "$first" "$destination" "$rest"',
    ].join('\n'),
  },
}
