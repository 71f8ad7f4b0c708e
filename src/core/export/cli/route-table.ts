import type { RouteTargetKind } from '../plan/networkShapes.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
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

const TARGETS = {
  gateway: '--gateway-id',
  'nat-gateway': '--nat-gateway-id',
  'egress-only-gateway': '--egress-only-internet-gateway-id',
  peering: '--vpc-peering-connection-id',
  'transit-gateway': '--transit-gateway-id',
  endpoint: '--vpc-endpoint-id',
  instance: '--instance-id',
  interface: '--network-interface-id',
} as const satisfies { readonly [K in RouteTargetKind]: string }

function routeOptions(part: PartOf<'route'>, stack: StackPlan): { options: Option[]; destination: string } {
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
  return { options, destination: printWord(stack, piece) }
}

/** Leads the route that AWS made for a block of the VPC elsewhere. */
export const replaceLocalCommand = (part: PartOf<'route'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 replace-route', routeOptions(part, stack).options)

export const routeTable: StepPrinters<'route-table'> = {
  'route-table': {
    create: (part, stack) => {
      if (part.ofNat !== null) {
        const nat: Option = ['--nat-gateway-ids', idOf(part.ofNat)]
        const what = `route table of ${part.ofNat}`
        return lookUp(stack, part.key, what, 'ec2 describe-nat-gateways', [nat], 'NatGateways[0].RouteTableId')
      }
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
      const { options, destination } = routeOptions(part, stack)
      const id = `${variable(stack, part.table)},${destination}`
      if (part.replacesLocal) return runOnce(stack, part, [replaceLocalCommand(part, stack)], `${id},local`)
      return runOnce(stack, part, [runQuietly(stack, 'ec2 create-route', options, 'RouteAlreadyExists')], id)
    },
    remove: [
      `destination=\${rest%,local}`,
      'case $destination in',
      '  pl-*) flag=--destination-prefix-list-id ;;',
      '  *:*) flag=--destination-ipv6-cidr-block ;;',
      '  *) flag=--destination-cidr-block ;;',
      'esac',
      'if [[ $rest == *,local ]]; then',
      '  allow \'InvalidRoute.NotFound|InvalidRouteTableID.NotFound\' aws ec2 replace-route --region "$region" --route-table-id "$first" "$flag" "$destination" --local-target',
      'else',
      '  allow \'InvalidRoute.NotFound|InvalidRouteTableID.NotFound\' aws ec2 delete-route --region "$region" --route-table-id "$first" "$flag" "$destination"',
      'fi',
    ].join('\n'),
  },
  'edge-association': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--route-table-id', idOf(part.table)],
        ['--gateway-id', idOf(part.gateway)],
      ]
      return makeOnce(stack, part, {
        find: `edge_association ${quoteShell(stack.regionCode)} ${variable(stack, part.table)} ${variable(stack, part.gateway)}`,
        operation: 'ec2 associate-route-table',
        options,
        query: 'AssociationId',
      })
    },
    remove:
      'allow InvalidAssociationID.NotFound aws ec2 disassociate-route-table --region "$region" --association-id "$id"',
  },
  'route-propagation': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--route-table-id', idOf(part.table)],
        ['--gateway-id', idOf(part.gateway)],
      ]
      const id = `${variable(stack, part.table)},${variable(stack, part.gateway)}`
      return runOnce(stack, part, [runQuietly(stack, 'ec2 enable-vgw-route-propagation', options)], id)
    },
    remove:
      'allow \'InvalidRouteTableID.NotFound|Gateway.NotAttached|InvalidVpnGatewayID.NotFound\' aws ec2 disable-vgw-route-propagation --region "$region" --route-table-id "$first" --gateway-id "$rest"',
  },
}
