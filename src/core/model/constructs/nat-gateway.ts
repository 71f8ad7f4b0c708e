import type { Definition } from './definition.ts'

/** A public NAT gateway. */
export const natGateway: Definition<'nat-gateway'> = {
  kind: 'nat-gateway',
  title: 'NAT gateway',
  noun: 'a NAT gateway',
  group: 'gateways',
  summary:
    'Lets private subnets reach the internet under its own public address. It lies in a public subnet and takes no traffic from outside.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  parent: { path: 'subnet', kinds: ['subnet'] },
  container: false,
  references: [{ path: 'subnet', kinds: ['subnet'], onDelete: 'delete-holder' }],
  fields: [
    {
      key: 'privateIp',
      label: 'Private address',
      input: 'address4',
      optional: true,
      help: 'Empty: AWS chooses one of the subnet.',
    },
    {
      key: 'publicIp',
      label: 'Elastic IP address',
      input: 'address4',
      optional: true,
      help: 'Empty: a sample address stands for it.',
    },
  ],
  create: (id, name, parent) => ({ kind: 'nat-gateway', id, name, subnet: parent, privateIp: null, publicIp: null }),
}
