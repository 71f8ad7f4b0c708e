import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { addressTypeField, groupsField, optionsOf, subnetsField } from './parts.ts'

/** What one reads and fills in of a resource gateway. */
export const resourceGatewayForm: Form<ConstructOf<'resource-gateway'>> = {
  summary: 'Where requests for resources of this VPC come in. The resources see its addresses as the source.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-gateway.html',
  fields: [
    subnetsField('One in each zone. An endpoint reaches it in the zones that both have.'),
    groupsField('Their outbound rules must lead to the resources; the resources must let them in.'),
    { ...addressTypeField, help: 'The subnets and the resources must have addresses of this type.' },
    {
      key: 'dnsResolution',
      label: 'Resolution of domain names',
      input: 'select',
      options: optionsOf(['public', 'in-vpc'], { public: 'Public DNS', 'in-vpc': 'As the VPC resolves them' }),
      help: 'Names of private zones need the VPC’s own resolver.',
    },
  ],
}
