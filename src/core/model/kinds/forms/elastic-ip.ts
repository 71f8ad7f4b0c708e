import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an Elastic IP address. */
export const elasticIpForm: Form<ConstructOf<'elastic-ip'>> = {
  summary: 'A public IPv4 address that stays yours. It answers for the interface that it is associated with.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html',
  fields: [
    {
      key: 'publicIp',
      label: 'Public address',
      input: 'address4',
      optional: true,
      help: 'Empty: a sample address stands for it.',
    },
    {
      key: 'holder',
      label: 'Associated with',
      input: 'reference',
      kinds: ['client', 'nat-gateway', 'regional-nat-gateway', 'network-load-balancer'],
      optional: true,
      noneLabel: 'Not associated',
    },
    {
      key: 'interface',
      label: 'Interface',
      input: 'number',
      min: 0,
      max: 29,
      help: 'Which interface or node of the holder, counted from 0.',
    },
    {
      key: 'privateIp',
      label: 'Private address',
      input: 'address4',
      optional: true,
      help: 'Which address of the interface it is mapped to. Empty: the primary one.',
    },
  ],
}
