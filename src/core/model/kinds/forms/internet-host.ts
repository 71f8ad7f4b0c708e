import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { awsIdField } from './awsIdField.ts'

/** What one reads and fills in of an internet host. */
export const internetHostForm: Form<ConstructOf<'internet-host'>> = {
  summary: 'A machine outside AWS with public addresses and names, to send requests to or from.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html',
  fields: [
    { key: 'addresses', label: 'Public addresses', input: 'texts', of: 'address' },
    {
      key: 'hostNames',
      label: 'Host names',
      input: 'texts',
      of: 'dns-name',
      help: 'Public DNS answers them with its addresses.',
    },
    { key: 'listens', label: 'Listens on', input: 'ports', help: 'Not stated: every port is taken to answer.' },
    {
      key: 'runtime',
      label: 'What it is',
      input: 'select',
      options: [
        { value: 'host', label: 'A host' },
        { value: 'lambda', label: 'A Lambda function outside of any VPC' },
      ],
    },
    {
      key: 'role',
      label: 'IAM role',
      input: 'reference',
      kinds: ['iam-role'],
      optional: true,
      noneLabel: 'None, or not said',
      help: 'By which it calls AWS, as a function outside of any VPC does.',
    },
    {
      ...awsIdField,
      label: 'AWS’s own name',
      help: 'A function’s name: its sessions are called so.',
    },
  ],
}
