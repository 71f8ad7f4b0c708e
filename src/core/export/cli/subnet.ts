import { answer, printCommand } from '../commands/command.ts'
import { blockPiece, idOf } from '../commands/word.ts'
import { partOf } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { byTag, makeOnce, runOnce, type StepPrinters, taggedAs, variable } from './step.ts'

export const subnet: StepPrinters<'subnet'> = {
  subnet: {
    create: (part, stack) =>
      [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'Subnets[].SubnetId', 'describe-subnets'),
          operation: 'ec2 create-subnet',
          options: [
            ['--vpc-id', idOf(part.vpc)],
            ['--availability-zone', part.zoneName],
            ['--cidr-block', part.cidr],
            ...(part.ipv6 ? [['--ipv6-cidr-block', blockPiece(stack, part.ipv6)] as const] : []),
            taggedAs(part, 'subnet'),
          ],
          query: 'Subnet.SubnetId',
        }),
        printCommand(stack, 'ec2 wait subnet-available', [['--subnet-ids', idOf(part.key)]]),
        printCommand(stack, 'ec2 modify-subnet-attribute', [
          ['--subnet-id', idOf(part.key)],
          [part.construct.mapPublicIpOnLaunch ? '--map-public-ip-on-launch' : '--no-map-public-ip-on-launch'],
        ]),
        ...(part.construct.dns64
          ? [printCommand(stack, 'ec2 modify-subnet-attribute', [['--subnet-id', idOf(part.key)], ['--enable-dns64']])]
          : []),
      ].join('\n'),
    remove: 'persist InvalidSubnetID.NotFound aws ec2 delete-subnet --region "$region" --subnet-id "$id"',
  },
  'subnet-share': {
    create: (part, stack) => {
      const read = printCommand(stack, 'ec2 describe-subnets', [
        ['--subnet-ids', idOf(part.subnet)],
        ...answer('Subnets[0].SubnetArn'),
      ])
      return shareOnce(stack, part, read, part.accounts, true)
    },
    remove: REMOVE_SHARE,
  },
  'subnet-route-table': {
    create: (part, stack) =>
      part.isMain
        ? null
        : makeOnce(stack, part, {
            find: `table_association ${quoteShell(stack.regionCode)} ${variable(stack, part.subnet)}`,
            operation: 'ec2 associate-route-table',
            options: [
              ['--route-table-id', idOf(part.table)],
              ['--subnet-id', idOf(part.subnet)],
            ],
            query: 'AssociationId',
          }),
    remove:
      'allow InvalidAssociationID.NotFound aws ec2 disassociate-route-table --region "$region" --association-id "$id"',
  },
  'subnet-network-acl': {
    create: (part, stack) => {
      if (part.isDefault) return null
      const replace = printCommand(stack, 'ec2 replace-network-acl-association', [
        ['--association-id', { expression: '"$old"' }],
        ['--network-acl-id', idOf(part.acl)],
        ...answer('NewAssociationId'),
      ])
      return runOnce(
        stack,
        part,
        [`old=$(acl_association ${quoteShell(stack.regionCode)} ${variable(stack, part.subnet)})`, `new=$(${replace})`],
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
