import { idOf } from '../aws/value.ts'
import { replaceLocalCommand } from '../commands/byHand.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, printWord, regionWord, variable } from '../commands/word.ts'
import { keyWord, lookUp, makeOnce, makeTagged, nameWord, runOnce, type StepsOf } from './step.ts'

export const routeTable: StepsOf<'route-table'> = {
  'route-table': {
    create: (part, stack, settings) => {
      if (part.ofNat !== null) {
        const nat: Option = ['--nat-gateway-ids', idOf(part.ofNat)]
        const read = printCommand(stack, 'ec2 describe-nat-gateways', [nat, ...answer('NatGateways[0].RouteTableId')])
        return lookUp(stack, part.key, `route table of ${part.ofNat}`, read)
      }
      if (!part.isMain)
        return makeTagged(stack, part, {
          thing: 'RouteTable',
          options: optionsOf(settings),
        })
      const filters: Option = [
        '--filters',
        ['Name=vpc-id,Values=', idOf(part.vpc)],
        'Name=association.main,Values=true',
      ]
      const tags = expression(`"$(tag_list Key Value ${keyWord(part)} ${nameWord(part, stack)})"`)
      const read = printCommand(stack, 'ec2 describe-route-tables', [filters, ...answer('RouteTables[0].RouteTableId')])
      return [
        lookUp(stack, part.key, `main route table of ${part.vpc}`, read),
        printCommand(stack, 'ec2 create-tags', [
          ['--resources', idOf(part.key)],
          ['--tags', tags],
        ]),
      ].join('\n')
    },
    remove: 'persist InvalidRouteTableID.NotFound aws ec2 delete-route-table --region "$region" --route-table-id "$id"',
  },
  route: {
    create: (part, stack, settings) => {
      const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = settings
      const destination = DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId!
      const id = `${variable(stack, part.table)},${printWord(stack, destination)}`
      if (part.replacesLocal) return runOnce(stack, part, [replaceLocalCommand(part, stack)], `${id},local`)
      return runOnce(
        stack,
        part,
        [runQuietly(stack, 'ec2 create-route', optionsOf(settings), 'RouteAlreadyExists')],
        id,
      )
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
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: `edge_association ${regionWord(stack)} ${variable(stack, part.table)} ${variable(stack, part.gateway)}`,
        operation: 'ec2 associate-route-table',
        options: optionsOf(settings),
        query: 'AssociationId',
      }),
    remove:
      'allow InvalidAssociationID.NotFound aws ec2 disassociate-route-table --region "$region" --association-id "$id"',
  },
  'route-propagation': {
    create: (part, stack, settings) => {
      const id = `${variable(stack, part.table)},${variable(stack, part.gateway)}`
      return runOnce(stack, part, [runQuietly(stack, 'ec2 enable-vgw-route-propagation', optionsOf(settings))], id)
    },
    remove:
      'allow \'InvalidRouteTableID.NotFound|Gateway.NotAttached|InvalidVpnGatewayID.NotFound\' aws ec2 disable-vgw-route-propagation --region "$region" --route-table-id "$first" --gateway-id "$rest"',
  },
}
