import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, asnField } from './parts.ts'

/** What one reads and fills in of a transit gateway. */
export const transitGatewayForm: Form<ConstructOf<'transit-gateway'>> = {
  summary: 'A router of a Region: its route tables lead from one attached VPC or network to another.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html',
  fields: [
    asnField,
    {
      key: 'securityGroupReferencing',
      label: 'Security group referencing',
      input: 'boolean',
      help: 'On: rules may name security groups of VPCs behind the gateway, where the attachments allow it too.',
    },
    { key: 'dnsSupport', label: 'DNS support', input: 'boolean' },
    accountField('gateway'),
  ],
}
