import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

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
  ],
}
