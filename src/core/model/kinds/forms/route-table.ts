import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

type Own = ConstructOf<'route-table'>
const leadsToInterface = (construct: Own) => construct.routes.some((route) => route.interface !== undefined)

/** What one reads and fills in of a route table. */
export const routeTableForm: Form<Own> = {
  summary:
    'Says for its subnets where packets go. The most specific route wins; the blocks of the VPC are always local.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  fields: [
    {
      key: 'routes',
      label: 'Routes',
      input: 'rows',
      rowLabel: 'Route',
      most: 1000,
      blank: { destination: { cidr: '0.0.0.0/0' }, target: 'blackhole' },
      help: 'Local routes and routes of gateway endpoints appear by themselves and are not written here.',
      of: [
        { key: 'destination', label: 'Destination', input: 'destination' },
        { key: 'target', label: 'Target', input: 'route-target' },
        {
          key: 'interface',
          label: 'Interface',
          input: 'number',
          min: 0,
          max: 14,
          optional: true,
          when: leadsToInterface,
          help: 'Of a client or a Network Firewall as target: which of its interfaces or endpoints, counted from 0.',
        },
      ],
    },
    {
      key: 'propagatingGateways',
      label: 'Propagation',
      input: 'references',
      kinds: ['virtual-private-gateway'],
      noneLabel: 'None',
      help: 'Virtual private gateways whose routes appear in the table by themselves.',
    },
    {
      key: 'edgeOf',
      label: 'Edge association',
      input: 'reference',
      kinds: ['internet-gateway', 'virtual-private-gateway'],
      optional: true,
      noneLabel: 'None: a table of subnets',
      help: 'The gateway whose incoming traffic the table steers, mostly to an appliance.',
    },
  ],
}
