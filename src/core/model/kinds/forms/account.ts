import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { optionsOf } from './parts.ts'
import { levelRows } from './policyRows.ts'

/** What one reads and fills in of an account. */
export const accountForm: Form<ConstructOf<'account'>> = {
  summary:
    'Owns VPCs, buckets and tables. Which physical zone the name us-east-1a stands for can differ from account to account.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html',
  fields: [
    {
      key: 'accountId',
      label: 'Account ID',
      input: 'account-id',
      help: 'The twelve digits that AWS knows the account by.',
    },
    {
      key: 'zones',
      label: 'Zone IDs',
      input: 'zone-map',
      help: 'Which zone ID each zone name stands for in this account. Regions left out use an example map.',
    },
    {
      key: 'serviceZones',
      label: 'Zones of services',
      input: 'rows',
      rowLabel: 'Service',
      most: 1000,
      blank: { service: 'com.amazonaws.us-east-1.sqs', zones: ['us-east-1a'] },
      help: 'In which zones AWS offers a service to this account. Services left out are taken to be in every zone.',
      of: [
        { key: 'service', label: 'Service', input: 'interface-service' },
        { key: 'zones', label: 'Zones', input: 'texts', of: 'zone-name' },
      ],
    },
    {
      key: 'outboundPort25',
      label: 'Mail to public addresses (TCP port 25)',
      input: 'select',
      options: optionsOf(['restricted', 'allowed', 'unknown'], {
        restricted: 'Restricted, as AWS has it by default',
        allowed: 'Allowed: AWS has lifted the restriction',
      }),
      help: 'AWS lifts it on request. Private addresses are always free.',
    },
    {
      key: 'organisation',
      label: 'Organisation',
      input: 'text',
      optional: true,
      help: 'Its id, such as o-a1b2c3d4e5. Empty: the account is in none.',
    },
    {
      key: 'organisationPath',
      label: 'Path in the organisation',
      input: 'text',
      optional: true,
      most: 600,
      when: ({ organisation }) => organisation !== null,
      help: 'Such as o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/. Empty: nobody said.',
      rule: (text) =>
        /^o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}\/(?:ou-[0-9a-z-]{6,70}\/)*$/.test(text)
          ? null
          : `“${text}” is no path in an organisation: o-…/r-…/ou-…/, with a slash at the end`,
    },
    {
      key: 'isManagement',
      label: 'Management account',
      input: 'boolean',
      when: ({ organisation }) => organisation !== null,
      help: 'No policy of the organisation reaches it.',
    },
    levelRows(
      'scps',
      'Service control policies',
      'From the root to the account: what its principals may do at most.',
      'scp',
    ),
    levelRows(
      'rcps',
      'Resource control policies',
      'From the root to the account: what may be done with its resources at most.',
      'rcp',
    ),
  ],
}
