import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { asnField } from './parts.ts'

/** What one reads and fills in of a virtual private gateway. */
export const virtualPrivateGatewayForm: Form<ConstructOf<'virtual-private-gateway'>> = {
  summary: 'The VPC’s end of Site-to-Site VPN and Direct Connect. Route tables take its routes over by propagation.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  fields: [asnField],
}
