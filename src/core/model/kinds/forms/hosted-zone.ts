import { recordName } from '../../../net/recordName.ts'
import type { Form } from '../definition.ts'
import { ALIASES } from '../hosted-zone.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, optionsOf } from './parts.ts'

type Own = ConstructOf<'hosted-zone'>
const isPrivate = (construct: Own) => construct.visibility === 'private'

/** What one reads and fills in of a hosted zone. */
export const hostedZoneForm: Form<Own> = {
  summary:
    'Records of a domain. A private zone answers in the VPCs it is associated with and hides the public one there; a public zone answers everywhere.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html',
  fields: [
    { key: 'domain', label: 'Domain', input: 'dns-name' },
    {
      key: 'visibility',
      label: 'Type',
      input: 'select',
      options: optionsOf(['private', 'public']),
    },
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'references',
      kinds: ['vpc'],
      when: isPrivate,
      noneLabel: 'None: it answers nowhere',
      help: 'They need DNS support and DNS hostnames.',
    },
    {
      key: 'records',
      label: 'Records',
      input: 'rows',
      rowLabel: 'Record',
      most: 10000,
      blank: { name: '@', type: 'A', values: [], alias: null },
      of: [
        {
          key: 'name',
          label: 'Name',
          input: 'text',
          help: 'In full or below the domain, @ for the domain itself; * alone or as the first label stands for any.',
          rule: (text) => (recordName(text, 'example.com') === null ? `“${text}” is not a record name` : null),
        },
        {
          key: 'type',
          label: 'Type',
          input: 'select',
          options: ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SRV'].map((value) => ({ value, label: value })),
        },
        { key: 'values', label: 'Values', input: 'texts', of: 'text' },
        {
          key: 'alias',
          label: 'Alias of',
          input: 'reference',
          kinds: ALIASES,
          optional: true,
          noneLabel: 'No alias: the values count',
        },
      ],
    },
    {
      key: 'allRecords',
      label: 'All of its records are known',
      input: 'boolean',
      help: 'Off after an import that lacked some: other names below the domain cannot be told.',
    },
    {
      key: 'allVpcs',
      label: 'All of its VPCs are known',
      input: 'boolean',
      when: isPrivate,
      help: 'Off after an import that lacked them: it may answer in other VPCs too.',
    },
    accountField('zone'),
  ],
}
