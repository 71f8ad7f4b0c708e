import * as z from 'zod/mini'
import { base, choice, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined } from './detailParts.ts'

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
  parent: { path: 'subnet', kinds: ['subnet'] },
  container: false,
  stands: { area: 'inside', rank: 1 },
  colour: 'group-vpc',
  imported: 'NatGateways',
  reached: 'interface',
  dropped: 'chosen',
  turnsBack: true,
  detail: ({ publicIp, connectivity }) =>
    joined(connectivity === 'private' ? 'Private NAT gateway' : 'NAT gateway', publicIp),
  occupies: ({ subnet, privateIp }) => [{ subnet, privateIp, path: [] }],
  references: [{ path: 'subnet', kinds: ['subnet'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ subnet: parent }),
}
