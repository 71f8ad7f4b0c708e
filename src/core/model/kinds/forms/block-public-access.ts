import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, optionsOf } from './parts.ts'

/** What one reads and fills in of a VPC Block Public Access setting. */
export const blockPublicAccessForm: Form<ConstructOf<'block-public-access'>> = {
  summary:
    'Keeps all VPCs of an account in a Region off the internet, whatever their routes say. Exclusions are spared.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  fields: [
    {
      key: 'mode',
      label: 'Mode',
      input: 'select',
      options: optionsOf(['off', 'block-bidirectional', 'block-ingress'], {
        'block-bidirectional': 'Block both directions',
        'block-ingress': 'Block what comes in',
      }),
      help: 'Blocking what comes in still allows NAT gateways and egress-only internet gateways.',
    },
    {
      key: 'exclusions',
      label: 'Exclusions',
      input: 'rows',
      rowLabel: 'Exclusion',
      most: 50,
      blank: { allow: 'bidirectional' },
      of: [
        { key: 'of', label: 'VPC or subnet', input: 'reference', kinds: ['vpc', 'subnet'] },
        {
          key: 'allow',
          label: 'Allows',
          input: 'select',
          options: optionsOf(['bidirectional', 'egress'], { bidirectional: 'Both directions', egress: 'Outbound' }),
        },
      ],
    },
    accountField('VPCs'),
  ],
}
