import * as z from 'zod/mini'
import { base, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined } from './detailParts.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('elastic-ip'),
  region: reference,
  /** null = chosen by AWS; the simulator takes a sample address. */
  publicIp: optional(typedText),
  /** null = not associated. */
  holder: optional(reference),
  /** Which interface of the holder, counted from 0. */
  interface: z._default(z.int().check(z.minimum(0), z.maximum(29)), 0),
  /** Which of the interface's private addresses it is mapped to; left out = the primary one. */
  privateIp: optional(typedText),
})

/** An Elastic IP address, and the client's interface, NAT gateway or load balancer node that has it. */
export const elasticIp: Sheet<typeof schema> = {
  schema,
  kind: 'elastic-ip',
  title: 'Elastic IP address',
  noun: 'an Elastic IP address',
  group: 'gateways',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 8 },
  colour: 'warn',
  imported: 'Addresses',
  reached: null,
  detail: ({ publicIp, holder }) => joined(publicIp ?? 'Elastic IP address', holder === null && 'unused'),
  lines: ({ id, holder }) => line(id, holder, 'elastic-ip', 'address of'),
  references: [
    ofRegion,
    {
      path: 'holder',
      kinds: ['client', 'nat-gateway', 'regional-nat-gateway', 'network-load-balancer'],
      onDelete: 'clear',
    },
  ],
  blank: (parent) => ({ region: parent }),
}
