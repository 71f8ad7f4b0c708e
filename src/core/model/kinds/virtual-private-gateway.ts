import type { Definition } from './definition.ts'
import { asnField, inVpc, ofVpc } from './parts.ts'

/** The VPC's end of VPN connections and Direct Connect. */
export const virtualPrivateGateway: Definition<'virtual-private-gateway'> = {
  kind: 'virtual-private-gateway',
  title: 'Virtual private gateway',
  noun: 'a virtual private gateway',
  group: 'connections',
  summary: 'The VPC’s end of Site-to-Site VPN and Direct Connect. Route tables take its routes over by propagation.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  parent: inVpc,
  container: false,
  references: [ofVpc],
  fields: [asnField],
  create: (id, name, parent) => ({ kind: 'virtual-private-gateway', id, name, vpc: parent, asn: null }),
}
