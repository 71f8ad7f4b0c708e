import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { idOf, jsonWord, variableOf } from '../commands/word.ts'
import { nameOf } from '../plan/planExport.ts'
import { byTag, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs, whenMissing } from './step.ts'

export const vpc: StepPrinters<'vpc'> = {
  'dhcp-options': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byTag(stack, part, 'DhcpOptions[].DhcpOptionsId', 'describe-dhcp-options'),
        operation: 'ec2 create-dhcp-options',
        options: [
          ['--dhcp-configurations', jsonWord([{ Key: 'domain-name-servers', Values: part.servers }])],
          taggedAs(part, 'dhcp-options'),
        ],
        query: 'DhcpOptions.DhcpOptionsId',
      }),
    remove:
      'persist InvalidDhcpOptionID.NotFound aws ec2 delete-dhcp-options --region "$region" --dhcp-options-id "$id"',
  },
  vpc: {
    create: (part, stack) => {
      const setting = (flag: `--${string}`, value: boolean | null): string[] =>
        value === null
          ? []
          : [
              printCommand(stack, 'ec2 modify-vpc-attribute', [
                ['--vpc-id', idOf(part.key)],
                [flag, jsonWord({ Value: value })],
              ]),
            ]
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'Vpcs[].VpcId', 'describe-vpcs'),
          operation: 'ec2 create-vpc',
          options: [['--cidr-block', part.cidr], ['--instance-tenancy', 'default'], taggedAs(part, 'vpc')],
          query: 'Vpc.VpcId',
        }),
        printCommand(stack, 'ec2 wait vpc-available', [['--vpc-ids', idOf(part.key)]]),
        ...setting('--enable-dns-support', part.construct.dnsSupport),
        ...setting('--enable-dns-hostnames', part.construct.dnsHostnames),
      ].join('\n')
    },
    remove: 'persist InvalidVpcID.NotFound aws ec2 delete-vpc --region "$region" --vpc-id "$id"',
  },
  'vpc-cidr': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--vpc-id', idOf(part.vpc)],
        ['--cidr-block', part.cidr],
      ]
      return runOnce(stack, part, [runQuietly(stack, 'ec2 associate-vpc-cidr-block', options)])
    },
    remove: null,
  },
  'vpc-ipv6': {
    create: (part, stack) => {
      const read = (field: string) =>
        printCommand(stack, 'ec2 describe-vpcs', [
          ['--vpc-ids', idOf(part.vpc)],
          ...answer(`Vpcs[0].Ipv6CidrBlockAssociationSet[${part.number}].${field}`),
        ])
      const name = nameOf(stack, part.key)
      const options: Option[] = [['--vpc-id', idOf(part.vpc)], ['--amazon-provided-ipv6-cidr-block']]
      return [
        whenMissing(stack, 'mark', name, read('AssociationId'), [
          runQuietly(stack, 'ec2 associate-vpc-cidr-block', options),
          `record mark ${stack.regionCode} ${name} yes`,
        ]),
        `wait_for associated ${read('Ipv6CidrBlockState.State')}`,
        `${variableOf(stack, part.key)}_block=$(${read('Ipv6CidrBlock')})`,
      ].join('\n')
    },
    remove: null,
  },
  'dhcp-association': {
    create: (part, stack) =>
      printCommand(stack, 'ec2 associate-dhcp-options', [
        ['--vpc-id', idOf(part.vpc)],
        ['--dhcp-options-id', idOf(part.options)],
      ]),
    remove: null,
  },
  'default-group': {
    create: (part, stack) => {
      const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=group-name,Values=default']
      return lookUp(
        stack,
        part.key,
        `default security group of ${part.vpc}`,
        'ec2 describe-security-groups',
        [filters],
        'SecurityGroups[0].GroupId',
      )
    },
    remove: null,
  },
}
