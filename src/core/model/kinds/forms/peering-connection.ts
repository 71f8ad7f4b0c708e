import type { Form } from '../definition.ts'
import { PEERING_STATES } from '../peering-connection.ts'
import type { ConstructOf } from '../registry.ts'
import { stateField } from './parts.ts'

/** What one reads and fills in of a peering connection. */
export const peeringConnectionForm: Form<ConstructOf<'peering-connection'>> = {
  summary:
    'Joins two VPCs, of any account and Region. Both sides need routes to it, and it leads no further than the other VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
  fields: [
    {
      key: 'accepter',
      label: 'Accepter VPC',
      input: 'reference',
      kinds: ['vpc'],
      help: 'The VPC at the other end.',
    },
    stateField(PEERING_STATES, 'Only an active one carries traffic. An unanswered request expires after a week.'),
    {
      key: 'requesterDnsResolution',
      label: 'DNS resolution for the requester',
      input: 'boolean',
      help: 'On: public names of the accepter’s instances answer the requester with private addresses.',
    },
    {
      key: 'accepterDnsResolution',
      label: 'DNS resolution for the accepter',
      input: 'boolean',
      help: 'On: public names of the requester’s instances answer the accepter with private addresses.',
    },
  ],
}
