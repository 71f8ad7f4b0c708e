import * as z from 'zod/mini'
import { base, choice, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined } from './detailParts.ts'
import { optionsOf } from './parts.ts'

const schema = z.strictObject({
  ...base('nat-gateway'),
  subnet: reference,
  /** null = chosen by AWS; the simulator takes a sample address. */
  privateIp: optional(typedText),
  publicIp: optional(typedText),
  /** A private one keeps to private networks and has no Elastic IP address. */
  connectivity: choice(['public', 'private'], 'public'),
})

/** A NAT gateway of a subnet. */
export const natGateway: Sheet<typeof schema> = {
  schema,
  kind: 'nat-gateway',
  title: 'NAT gateway',
  noun: 'a NAT gateway',
  group: 'gateways',
  summary:
    'Lets private subnets reach the internet under its own public address. It lies in a public subnet and takes no traffic from outside.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  parent: { path: 'subnet', kinds: ['subnet'] },
  container: false,
  stands: { area: 'inside', rank: 1 },
  colour: 'group-vpc',
  imported: 'NatGateways',
  dropped: 'chosen',
  turnsBack: true,
  detail: ({ publicIp, connectivity }) =>
    joined(connectivity === 'private' ? 'Private NAT gateway' : 'NAT gateway', publicIp),
  occupies: ({ subnet, privateIp }) => [{ subnet, privateIp, path: [] }],
  references: [{ path: 'subnet', kinds: ['subnet'], onDelete: 'delete-holder' }],
  fields: [
    {
      key: 'connectivity',
      label: 'Connectivity',
      input: 'select',
      options: optionsOf(['public', 'private']),
      help: 'A private one leads to other private networks only and has no Elastic IP address.',
    },
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
      when: (construct) => construct.connectivity === 'public',
      help: 'Empty: a sample address stands for it.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'nat-gateway',
    id,
    name,
    subnet: parent,
    privateIp: null,
    publicIp: null,
    connectivity: 'public',
  }),
}
