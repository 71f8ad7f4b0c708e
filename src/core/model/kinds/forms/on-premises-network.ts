import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an on-premises network. */
export const onPremisesNetworkForm: Form<ConstructOf<'on-premises-network'>> = {
  summary: 'A network outside AWS, with hosts and a DNS server of its own. VPN and Direct Connect lead to it.',
  learnMore:
    'https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/network-to-amazon-vpc-connectivity-options.html',
  fields: [
    { key: 'cidrs', label: 'Blocks', input: 'texts', of: 'cidr' },
    {
      key: 'dnsServer',
      label: 'DNS server',
      input: 'address',
      optional: true,
      help: 'Empty: its hosts ask public DNS.',
    },
    {
      key: 'forwards',
      label: 'Forwarded names',
      input: 'rows',
      rowLabel: 'Forwarder',
      most: 100,
      blank: { domain: 'example.internal', servers: [] },
      help: 'Names that its DNS server passes on, mostly to inbound endpoints of VPC Resolver.',
      of: [
        { key: 'domain', label: 'Domain', input: 'dns-name' },
        { key: 'servers', label: 'Servers', input: 'texts', of: 'address' },
      ],
    },
    {
      key: 'internetAccess',
      label: 'Internet access',
      input: 'boolean',
      help: 'On: its hosts also reach the internet by a way of its own.',
    },
  ],
}
