import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { ATTACHMENTS } from '../transit-gateway-route-table.ts'

/** What one reads and fills in of a transit gateway route table. */
export const transitGatewayRouteTableForm: Form<ConstructOf<'transit-gateway-route-table'>> = {
  summary: 'Says for its associated attachments where their packets go: by propagated blocks and by static routes.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  fields: [
    {
      key: 'associations',
      label: 'Associations',
      input: 'references',
      kinds: ATTACHMENTS,
      help: 'Attachments whose packets ask this table. Each has one table.',
    },
    {
      key: 'propagations',
      label: 'Propagations',
      input: 'references',
      kinds: ATTACHMENTS,
      help: 'Attachments whose blocks are put into this table.',
    },
    {
      key: 'routes',
      label: 'Static routes',
      input: 'rows',
      rowLabel: 'Route',
      most: 10000,
      blank: { destination: { cidr: '0.0.0.0/0' }, target: 'blackhole' },
      help: 'A static route wins over a propagated one for the same block.',
      of: [
        { key: 'destination', label: 'Destination', input: 'destination' },
        { key: 'target', label: 'Target', input: 'route-target' },
      ],
    },
    {
      key: 'allRoutes',
      label: 'All of its routes are known',
      input: 'boolean',
      help: 'Off after an import that lacked some: an address that none of those here decides cannot be told.',
    },
  ],
}
