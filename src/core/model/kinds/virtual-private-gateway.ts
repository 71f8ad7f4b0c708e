import * as z from 'zod/mini'
import { base, optional, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { inVpc, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('virtual-private-gateway'),
  vpc: reference,
  asn: optional(z.int().check(z.minimum(1), z.maximum(4294967294))),
})

/** The VPC's end of VPN connections and Direct Connect. */
export const virtualPrivateGateway: Sheet<typeof schema> = {
  schema,
  kind: 'virtual-private-gateway',
  title: 'Virtual private gateway',
  noun: 'a virtual private gateway',
  group: 'connections',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 3 },
  colour: 'group-vpc',
  imported: 'VpnGateways',
  reached: null,
  alone: true,
  detail: () => 'Virtual private gateway',
  references: [ofVpc],
  blank: (parent) => ({ vpc: parent }),
}
