import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { groupsField, subnetsField } from './parts.ts'

/** What one reads and fills in of a service network endpoint. */
export const serviceNetworkEndpointForm: Form<ConstructOf<'service-network-endpoint'>> = {
  summary: 'Brings a service network of VPC Lattice into the VPC. It is drawn and exported, not simulated.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-service-networks.html',
  fields: [
    {
      key: 'serviceNetwork',
      label: 'Service network',
      input: 'reference',
      kinds: ['service-network'],
      optional: true,
      noneLabel: 'Not drawn',
    },
    { key: 'serviceNetworkArn', label: 'Service network ARN', input: 'text', optional: true },
    subnetsField('One in each zone.'),
    groupsField('They must let the clients in.'),
  ],
}
