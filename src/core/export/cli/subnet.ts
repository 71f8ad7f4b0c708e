import { idOf } from '../aws/value.ts'
import { answer, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, regionWord, variable } from '../commands/word.ts'
import { partOf } from '../plan/planExport.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { makeOnce, makeTagged, runOnce, type StepsOf } from './step.ts'

export const subnet: StepsOf<'subnet'> = {
  subnet: {
    create: (part, stack, settings) => {
      const modify = (name: 'MapPublicIpOnLaunch' | 'EnableDns64') =>
        printCommand(stack, 'ec2 modify-subnet-attribute', [
          ['--subnet-id', idOf(part.key)],
          ...optionsOf(settings, [name]),
        ])
      return [
        makeTagged(stack, part, {
          thing: 'Subnet',
          options: optionsOf(settings, ['VpcId', 'AvailabilityZone', 'CidrBlock', 'Ipv6CidrBlock', 'Ipv6Native']),
        }),
        printCommand(stack, 'ec2 wait subnet-available', [['--subnet-ids', idOf(part.key)]]),
        modify('MapPublicIpOnLaunch'),
        ...(settings.EnableDns64 ? [modify('EnableDns64')] : []),
      ].join('\n')
    },
    remove: 'persist InvalidSubnetID.NotFound aws ec2 delete-subnet --region "$region" --subnet-id "$id"',
  },
  'subnet-share': {
    create: (part, stack, settings) => {
      const read = printCommand(stack, 'ec2 describe-subnets', [
        ['--subnet-ids', idOf(part.subnet)],
        ...answer('Subnets[0].SubnetArn'),
      ])
      return shareOnce(stack, part, read, settings)
    },
    remove: REMOVE_SHARE,
  },
  'subnet-route-table': {
    create: (part, stack, settings) =>
      part.isMain
        ? null
        : makeOnce(stack, part, {
            find: `table_association ${regionWord(stack)} ${variable(stack, part.subnet)}`,
            operation: 'ec2 associate-route-table',
            options: optionsOf(settings, ['RouteTableId', 'SubnetId']),
            query: 'AssociationId',
          }),
    remove:
      'allow InvalidAssociationID.NotFound aws ec2 disassociate-route-table --region "$region" --association-id "$id"',
  },
  'subnet-network-acl': {
    create: (part, stack, { NetworkAclId }) => {
      if (part.isDefault) return null
      const replace = printCommand(stack, 'ec2 replace-network-acl-association', [
        ...optionsOf({ AssociationId: expression('"$old"'), NetworkAclId }),
        ...answer('NewAssociationId'),
      ])
      return runOnce(
        stack,
        part,
        [
          `old=$(must_tell 'network ACL of the subnet' acl_association ${regionWord(stack)} ${variable(stack, part.subnet)})`,
          `new=$(${replace})`,
        ],
        `"$new",${variable(stack, partOf(stack, part.subnet, 'subnet').vpc)}`,
      )
    },
    // Back to the default ACL of the VPC, so that the drawn one can be deleted
    remove: [
      'acl=$(aws ec2 describe-network-acls --region "$region" --filters "Name=vpc-id,Values=$rest" Name=default,Values=true --query \'NetworkAcls[0].NetworkAclId\' --output text)',
      '[[ $acl == None ]] || allow InvalidAssociationID.NotFound aws ec2 replace-network-acl-association --region "$region" --association-id "$first" --network-acl-id "$acl"',
    ].join('\n'),
  },
}
