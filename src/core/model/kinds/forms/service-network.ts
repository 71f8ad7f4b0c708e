import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField } from './parts.ts'

/** What one reads and fills in of a service network. */
export const serviceNetworkForm: Form<ConstructOf<'service-network'>> = {
  summary: 'A set of services and resources of VPC Lattice. It is drawn and exported, not simulated.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-networks.html',
  fields: [accountField('service network')],
}
