import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of a customer gateway. */
export const customerGatewayForm: Form<ConstructOf<'customer-gateway'>> = {
  summary: 'Stands for the VPN device of a network outside AWS: its public address and its number in BGP.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html',
  fields: [
    { key: 'ipAddress', label: 'Public address', input: 'address' },
    { key: 'asn', label: 'ASN', input: 'number', min: 1, max: 4294967294, help: 'Its number in BGP.' },
    {
      key: 'network',
      label: 'On-premises network',
      input: 'reference',
      kinds: ['on-premises-network'],
      optional: true,
      noneLabel: 'Not drawn',
      help: 'The network that the device stands in.',
    },
  ],
}
