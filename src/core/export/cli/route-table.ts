import { replaceLocalCommand, routeOptions } from '../commands/byHand.ts'
import { type Option, printCommand, runQuietly } from '../commands/command.ts'
import { expression, idOf } from '../commands/word.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { byTag, jsonText, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs, tagNameOf, variable } from './step.ts'

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
