import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { latticeEndpointFields } from './latticeFields.ts'
import { groupsField, subnetsField } from './parts.ts'

/** What one reads and fills in of a service network endpoint. */
export const serviceNetworkEndpointForm: Form<ConstructOf<'service-network-endpoint'>> = {
  summary: 'Brings the resources of a service network of VPC Lattice into the VPC, each with an address of its own.',
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
    {
      key: 'serviceNetworkArn',
      label: 'Service network ARN',
      input: 'text',
      optional: true,
      when: ({ serviceNetwork }) => serviceNetwork === null,
    },
    subnetsField('One in each zone.'),
    groupsField('They must let the clients in.'),
    ...latticeEndpointFields,
  ],
}
