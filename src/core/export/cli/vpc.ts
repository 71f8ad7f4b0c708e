import { idOf } from '../aws/value.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { regionWord, variableOf } from '../commands/word.ts'
import { nameOf } from '../plan/planExport.ts'
import { readDefaultGroup } from './security-group.ts'
import { makeTagged, runOnce, type StepsOf, whenMissing } from './step.ts'

export const vpc: StepsOf<'vpc'> = {
  'dhcp-options': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'DhcpOptions',
        options: optionsOf(settings),
        found: ['describe-dhcp-options', 'DhcpOptions[].DhcpOptionsId'],
      }),
    remove:
      'persist InvalidDhcpOptionID.NotFound aws ec2 delete-dhcp-options --region "$region" --dhcp-options-id "$id"',
  },
  vpc: {
    create: (part, stack, { CidrBlock, InstanceTenancy, ...attributes }) =>
      [
        makeTagged(stack, part, {
          thing: 'Vpc',
          options: optionsOf({ CidrBlock, InstanceTenancy }),
        }),
        printCommand(stack, 'ec2 wait vpc-available', [['--vpc-ids', idOf(part.key)]]),
        // One attribute a call
        ...Object.entries(attributes).flatMap(([name, Value]) =>
          Value === undefined
            ? []
            : [
                printCommand(
                  stack,
                  'ec2 modify-vpc-attribute',
                  optionsOf({ VpcId: idOf(part.key), [name]: { Value } }),
                ),
              ],
        ),
      ].join('\n'),
    remove: 'persist InvalidVpcID.NotFound aws ec2 delete-vpc --region "$region" --vpc-id "$id"',
  },
  'vpc-cidr': {
    create: (part, stack, settings) =>
      runOnce(stack, part, [runQuietly(stack, 'ec2 associate-vpc-cidr-block', optionsOf(settings))]),
    remove: null,
  },
  'vpc-ipv6': {
    create: (part, stack, settings) => {
      const read = (field: string) =>
        printCommand(stack, 'ec2 describe-vpcs', [
          ['--vpc-ids', idOf(part.vpc)],
          ...answer(`Vpcs[0].Ipv6CidrBlockAssociationSet[${part.number}].${field}`),
        ])
      const name = nameOf(stack, part.key)
      return [
        whenMissing(stack, 'mark', name, read('AssociationId'), [
          runQuietly(stack, 'ec2 associate-vpc-cidr-block', optionsOf(settings)),
          `record mark ${regionWord(stack)} ${name} yes`,
        ]),
        `wait_for associated ${read('Ipv6CidrBlockState.State')}`,
        `${variableOf(stack, part.key)}_block=$(must_tell 'IPv6 block of the VPC' ${read('Ipv6CidrBlock')})`,
      ].join('\n')
    },
    remove: null,
  },
  'dhcp-association': {
    create: (_, stack, settings) => printCommand(stack, 'ec2 associate-dhcp-options', optionsOf(settings)),
    remove: null,
  },
  'default-group': { create: readDefaultGroup, remove: null },
}
