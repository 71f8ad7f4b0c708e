import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { latticeEndpointFields } from './latticeFields.ts'
import { groupsField, subnetsField } from './parts.ts'

/** What one reads and fills in of a resource endpoint. */
export const resourceEndpointForm: Form<ConstructOf<'resource-endpoint'>> = {
  summary: 'Brings a database or another single resource of a VPC into this one, over TCP.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-resources.html',
  fields: [
    {
      key: 'resourceConfiguration',
      label: 'Resource configuration',
      input: 'reference',
      kinds: ['resource-configuration'],
      optional: true,
      noneLabel: 'Not drawn',
    },
    {
      key: 'resourceConfigurationArn',
      label: 'Resource configuration ARN',
      input: 'text',
      optional: true,
      when: ({ resourceConfiguration }) => resourceConfiguration === null,
    },
    subnetsField('One in each zone.'),
    groupsField('They must let the clients in.'),
    ...latticeEndpointFields,
  ],
}
