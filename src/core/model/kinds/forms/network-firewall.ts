import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { subnetsField } from './parts.ts'

/** What one reads and fills in of a Network Firewall. */
export const networkFirewallForm: Form<ConstructOf<'network-firewall'>> = {
  summary:
    'A managed firewall that routes can point to. It is drawn and exported; what its rules let through is not simulated.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html',
  fields: [
    subnetsField('One in each zone that it protects.'),
    { key: 'policyArn', label: 'Policy ARN', input: 'text', optional: true },
  ],
}
