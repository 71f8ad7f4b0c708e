import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { rules } from '../security-group.ts'

/** What one reads and fills in of a security group. */
export const securityGroupForm: Form<ConstructOf<'security-group'>> = {
  summary:
    'Allows traffic in to and out of the interfaces that carry it. What no rule allows is dropped; answers always pass.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  fields: [
    { key: 'description', label: 'Description', input: 'text', optional: true },
    rules('ingress', 'Inbound rules', 'From'),
    rules('egress', 'Outbound rules', 'To'),
  ],
}
