import type { Construct, Definition } from './definition.ts'

const isLambda = (construct: Construct) => construct.kind === 'client' && construct.runtime === 'lambda'
const isServer = (construct: Construct) => !isLambda(construct)

/** Something in a subnet that makes requests: an EC2 instance, a Lambda function or an ECS task. */
export const client: Definition<'client'> = {
  kind: 'client',
  title: 'Client',
  noun: 'a client',
  group: 'clients',
  summary: 'An EC2 instance, a Lambda function or an ECS task: what requests come from, and what can be asked in turn.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  parent: { path: 'interfaces[0].subnet', kinds: ['subnet'] },
  container: false,
  references: [
    { path: 'interfaces[].subnet', kinds: ['subnet'], onDelete: 'remove-entry-or-holder' },
    { path: 'interfaces[].securityGroups[]', kinds: ['security-group'], onDelete: 'remove-entry' },
  ],
  fields: [
    {
      key: 'runtime',
      label: 'Runs as',
      input: 'select',
      options: [
        { value: 'ec2', label: 'EC2 instance' },
        { value: 'lambda', label: 'Lambda function' },
        { value: 'ecs', label: 'ECS task' },
      ],
    },
    {
      key: 'operatingSystem',
      label: 'Operating system',
      input: 'select',
      when: isServer,
      help: 'Decides which ports its requests come from, and so which answers a network ACL must let in.',
      options: [
        { value: 'linux', label: 'Linux' },
        { value: 'windows', label: 'Windows' },
      ],
    },
    {
      key: 'interfaces',
      label: 'Network interfaces',
      input: 'rows',
      rowLabel: 'Interface',
      most: 15,
      blank: { securityGroups: [], privateIp: null, ipv6: null, publicIp: 'none' },
      help: 'The first is the primary one; the client lies in its subnet.',
      of: [
        { key: 'subnet', label: 'Subnet', input: 'reference', kinds: ['subnet'] },
        {
          key: 'securityGroups',
          label: 'Security groups',
          input: 'references',
          kinds: ['security-group'],
          noneLabel: 'The default security group of the VPC',
        },
        {
          key: 'privateIp',
          label: 'Private IPv4 address',
          input: 'address4',
          optional: true,
          when: isServer,
          help: 'Empty: AWS chooses one of the subnet.',
        },
        { key: 'ipv6', label: 'IPv6 address', input: 'address6', optional: true, when: isServer },
        {
          key: 'publicIp',
          label: 'Public IPv4 address',
          input: 'public-address',
          when: isServer,
          help: 'None, one that AWS chooses, or an Elastic IP address.',
        },
      ],
    },
    {
      key: 'listens',
      label: 'Listens on',
      input: 'ports',
      when: isServer,
      help: 'Not stated: every port is taken to answer.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'client',
    id,
    name,
    runtime: 'ec2',
    operatingSystem: 'linux',
    interfaces: [{ subnet: parent, securityGroups: [], privateIp: null, ipv6: null, publicIp: 'none' }],
    listens: null,
  }),
}
