import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of a prefix list. */
export const prefixListForm: Form<ConstructOf<'prefix-list'>> = {
  summary:
    'A named list of address blocks for routes and security-group rules. Drawn under the name of an AWS list, it replaces that list’s entries.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html',
  fields: [
    {
      key: 'listName',
      label: 'List name',
      input: 'text',
      help: 'Your own name, or that of an AWS list such as com.amazonaws.us-east-1.s3.',
    },
    {
      key: 'entries',
      label: 'Entries',
      input: 'rows',
      rowLabel: 'Entry',
      most: 1000,
      blank: { cidr: '10.0.0.0/8', description: '' },
      of: [
        { key: 'cidr', label: 'Block', input: 'cidr' },
        { key: 'description', label: 'Description', input: 'text', optional: true },
      ],
    },
  ],
}
