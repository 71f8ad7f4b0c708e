import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of a regional NAT gateway. */
export const regionalNatGatewayForm: Form<ConstructOf<'regional-nat-gateway'>> = {
  summary: 'A NAT gateway that serves all zones of a VPC. It lies in no subnet and has a route table of its own.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
  fields: [
    {
      key: 'routeTable',
      label: 'Route table',
      input: 'reference',
      kinds: ['route-table'],
      optional: true,
      noneLabel: 'AWS’s own: the VPC, and the rest to its internet gateway',
    },
    {
      key: 'zones',
      label: 'Zones',
      input: 'texts',
      of: 'zone-name',
      help: 'Zones that it serves. Empty: every zone that has an interface, as AWS does by itself.',
    },
    {
      key: 'publicIps',
      label: 'Elastic IP addresses',
      input: 'texts',
      of: 'address4',
      help: 'Empty: sample addresses stand for them.',
    },
  ],
}
