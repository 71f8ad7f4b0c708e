import { ATTACHMENT_STATES } from '../common.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { stateField, subnetsField } from './parts.ts'

/** What one reads and fills in of a transit gateway attachment. */
export const transitGatewayAttachmentForm: Form<ConstructOf<'transit-gateway-attachment'>> = {
  summary: 'Connects a VPC to a transit gateway, with an interface in one subnet of each zone that it serves.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  fields: [
    { key: 'transitGateway', label: 'Transit gateway', input: 'reference', kinds: ['transit-gateway'] },
    subnetsField('One in each zone. Traffic from a zone without one does not reach the gateway.'),
    stateField(ATTACHMENT_STATES, 'Only an available one carries traffic.'),
    {
      key: 'applianceMode',
      label: 'Appliance mode',
      input: 'boolean',
      help: 'On: both directions of a connection use the same zone, as stateful appliances need.',
    },
    {
      key: 'ipv6Support',
      label: 'IPv6 support',
      input: 'boolean',
      help: 'Off: IPv6 blocks are not propagated. Static routes carry IPv6 all the same.',
    },
    { key: 'dnsSupport', label: 'DNS support', input: 'boolean' },
    {
      key: 'securityGroupReferencing',
      label: 'Security group referencing',
      input: 'boolean',
      help: 'Counts only where the gateway has it too.',
    },
  ],
}
