import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an on-premises host. */
export const onPremisesHostForm: Form<ConstructOf<'on-premises-host'>> = {
  summary: 'A machine in a network outside AWS, to send requests to or from.',
  learnMore: 'https://docs.aws.amazon.com/whitepapers/latest/hybrid-connectivity/hybrid-connectivity.html',
  fields: [
    { key: 'privateIp', label: 'Address', input: 'address' },
    {
      key: 'hostNames',
      label: 'Host names',
      input: 'texts',
      of: 'dns-name',
      help: 'The network’s DNS server answers them with the address.',
    },
    { key: 'listens', label: 'Listens on', input: 'ports', help: 'Not stated: every port is taken to answer.' },
  ],
}
