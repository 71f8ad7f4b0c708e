import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { optionsOf } from './parts.ts'

/** What one reads and fills in of a NAT gateway. */
export const natGatewayForm: Form<ConstructOf<'nat-gateway'>> = {
  summary:
    'Lets private subnets reach the internet under its own public address. It lies in a public subnet and takes no traffic from outside.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  fields: [
    {
      key: 'connectivity',
      label: 'Connectivity',
      input: 'select',
      options: optionsOf(['public', 'private']),
      help: 'A private one leads to other private networks only and has no Elastic IP address.',
    },
    {
      key: 'privateIp',
      label: 'Private address',
      input: 'address4',
      optional: true,
      help: 'Empty: AWS chooses one of the subnet.',
    },
    {
      key: 'publicIp',
      label: 'Elastic IP address',
      input: 'address4',
      optional: true,
      when: (construct) => construct.connectivity === 'public',
      help: 'Empty: a sample address stands for it.',
    },
  ],
}
