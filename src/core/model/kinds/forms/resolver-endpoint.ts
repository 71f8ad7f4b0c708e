import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { groupsField, optionsOf, privateIpField, subnetField } from './parts.ts'

/** What one reads and fills in of a Resolver endpoint. */
export const resolverEndpointForm: Form<ConstructOf<'resolver-endpoint'>> = {
  summary:
    'Inbound: addresses in the VPC at which networks outside ask for names. Outbound: where forwarded queries leave the VPC.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver.html',
  fields: [
    { key: 'direction', label: 'Direction', input: 'select', options: optionsOf(['inbound', 'outbound']) },
    {
      key: 'addresses',
      label: 'Addresses',
      input: 'rows',
      rowLabel: 'Address',
      most: 6,
      blank: { privateIp: null },
      help: 'At least two; better in two zones.',
      of: [subnetField, privateIpField],
    },
    groupsField('An inbound one must let in UDP and TCP 53, an outbound one must let them out.'),
  ],
}
