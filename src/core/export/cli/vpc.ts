import { nameOf } from '../plan/planExport.ts'
import { printCommand, type Option } from './command.ts'
import { byTag, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs } from './step.ts'
import { idOf, jsonWord, variableOf } from './word.ts'

export const vpc: StepPrinters<'vpc'> = {
  'dhcp-options': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byTag(stack, part, 'DhcpOptions[].DhcpOptionsId', 'describe-dhcp-options'),
        operation: 'ec2 create-dhcp-options',
        options: [['--dhcp-configurations', jsonWord([{ Key: 'domain-name-servers', Values: part.servers }])], taggedAs(part, 'dhcp-options')],
        query: 'DhcpOptions.DhcpOptionsId',
      }),
    remove: 'persist InvalidDhcpOptionID.NotFound aws ec2 delete-dhcp-options --region "$region" --dhcp-options-id "$id"',
  },
  vpc: {
    create: (part, stack) => {
      const setting = (flag: `--${string}`, value: boolean) =>
        printCommand(stack, 'ec2 modify-vpc-attribute', [['--vpc-id', idOf(part.key)], [flag, jsonWord({ Value: value })]], '')
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'Vpcs[].VpcId', 'describe-vpcs'),
          operation: 'ec2 create-vpc',
          options: [['--cidr-block', part.cidr], ['--instance-tenancy', 'default'], taggedAs(part, 'vpc')],
          query: 'Vpc.VpcId',
        }),
        printCommand(stack, 'ec2 wait vpc-available', [['--vpc-ids', idOf(part.key)]], ''),
        setting('--enable-dns-support', part.construct.dnsSupport),
        setting('--enable-dns-hostnames', part.construct.dnsHostnames),
      ].join('\n')
    },
    remove: 'persist InvalidVpcID.NotFound aws ec2 delete-vpc --region "$region" --vpc-id "$id"',
  },
  'vpc-cidr': {
    create: (part, stack) =>
      runOnce(stack, part, 'CidrConflict|InvalidVpc.Range', 'ec2 associate-vpc-cidr-block', [
        ['--vpc-id', idOf(part.vpc)],
        ['--cidr-block', part.cidr],
      ]),
    remove: null,
  },
  'vpc-ipv6': {
    create: (part, stack) => {
      const at = `Vpcs[0].Ipv6CidrBlockAssociationSet[${part.number}]`
      const read = (field: string, indent: string) => {
        const options: Option[] = [['--vpc-ids', idOf(part.vpc)], ['--query', `${at}.${field}`], ['--output', 'text']]
        return printCommand(stack, 'ec2 describe-vpcs', options, indent)
      }
      return [
        `if missing mark ${stack.regionCode} ${nameOf(stack, part.key)} ${read('AssociationId', '')}; then`,
        `  ${printCommand(stack, 'ec2 associate-vpc-cidr-block', [['--vpc-id', idOf(part.vpc)], ['--amazon-provided-ipv6-cidr-block']])} >/dev/null`,
        `  record mark ${stack.regionCode} ${nameOf(stack, part.key)} done`,
        'fi',
        `wait_for associated ${read('Ipv6CidrBlockState.State', '')}`,
        `${variableOf(stack, part.key)}_block=$(${read('Ipv6CidrBlock', '')})`,
      ].join('\n')
    },
    remove: null,
  },
  'dhcp-association': {
    create: (part, stack) =>
      runOnce(stack, part, null, 'ec2 associate-dhcp-options', [
        ['--vpc-id', idOf(part.vpc)],
        ['--dhcp-options-id', idOf(part.options)],
      ]),
    remove: null,
  },
  'default-group': {
    create: (part, stack) => {
      const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=group-name,Values=default']
      return lookUp(stack, part.key, `default security group of ${part.vpc}`, 'ec2 describe-security-groups', [filters], 'SecurityGroups[0].GroupId')
    },
    remove: null,
  },
}
