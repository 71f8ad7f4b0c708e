import { ATTACHMENT_STATES } from '../common.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { stateField } from './parts.ts'

/** What one reads and fills in of a transit gateway peering. */
export const transitGatewayPeeringForm: Form<ConstructOf<'transit-gateway-peering'>> = {
  summary: 'Joins two transit gateways, of one Region or two. Routes over it are written by hand on both sides.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  fields: [
    {
      key: 'peer',
      label: 'Peer',
      input: 'reference',
      kinds: ['transit-gateway'],
      help: 'The gateway at the other end.',
    },
    stateField(ATTACHMENT_STATES, 'Only an available one carries traffic.'),
  ],
}
