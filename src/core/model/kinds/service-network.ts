import type { Definition } from './definition.ts'
import { accountField, inRegion, ofAccount, ofRegion } from './parts.ts'

/** A service network of VPC Lattice. */
export const serviceNetwork: Definition<'service-network'> = {
  kind: 'service-network',
  title: 'Service network',
  noun: 'a service network',
  group: 'endpoints',
  summary: 'A set of services and resources of VPC Lattice. It is drawn and exported, not simulated.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-networks.html',
  parent: inRegion,
  container: false,
  references: [ofRegion, ofAccount],
  fields: [accountField('service network')],
  create: (id, name, parent) => ({ kind: 'service-network', id, name, region: parent, account: 'account-1' }),
}
