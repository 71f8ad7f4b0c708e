import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { latticeNameFields } from './latticeFields.ts'
import { accountField } from './parts.ts'

/** What one reads and fills in of a service network. */
export const serviceNetworkForm: Form<ConstructOf<'service-network'>> = {
  summary:
    'A set of resources of VPC Lattice. Clients reach them from VPCs that are associated with it, or through its endpoints. Services of VPC Lattice are not simulated.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-networks.html',
  fields: [
    {
      key: 'resources',
      label: 'Resources',
      input: 'rows',
      rowLabel: 'Resource',
      most: 500,
      blank: { privateDns: true, dnsName: null },
      help: 'With private DNS off, no VPC gets names for the resource, whatever the VPC says.',
      of: [
        {
          key: 'configuration',
          label: 'Resource configuration',
          input: 'reference',
          kinds: ['resource-configuration'],
        },
        {
          key: 'privateDns',
          label: 'Private DNS',
          input: 'boolean',
        },
        {
          key: 'dnsName',
          label: 'Its name in public DNS',
          input: 'text',
          optional: true,
          help: 'As AWS gave it. Empty: made from the ids.',
        },
      ],
    },
    {
      key: 'vpcs',
      label: 'Associated VPCs',
      input: 'rows',
      rowLabel: 'VPC association',
      most: 500,
      blank: {
        securityGroups: [],
        privateDns: true,
        privateDnsPreference: 'verified-domains-only',
        specifiedDomains: [],
      },
      help: 'A VPC is associated with one service network at most; endpoints lead to further ones.',
      of: [
        { key: 'vpc', label: 'VPC', input: 'reference', kinds: ['vpc'] },
        {
          key: 'securityGroups',
          label: 'Security groups',
          input: 'references',
          kinds: ['security-group'],
          noneLabel: 'None: every client of the VPC may use it',
        },
        ...latticeNameFields,
      ],
    },
    accountField('service network'),
  ],
}
