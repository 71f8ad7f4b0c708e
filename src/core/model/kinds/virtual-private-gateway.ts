import * as z from 'zod/mini'
import { base, optional, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { asnField, inVpc, ofVpc } from './parts.ts'

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
  summary: 'The VPC’s end of Site-to-Site VPN and Direct Connect. Route tables take its routes over by propagation.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 3 },
  colour: 'group-vpc',
  imported: 'VpnGateways',
  alone: true,
  detail: () => 'Virtual private gateway',
  references: [ofVpc],
  fields: [asnField],
  create: (id, name, parent) => ({ kind: 'virtual-private-gateway', id, name, vpc: parent, asn: null }),
}
