import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { GATEWAYS } from '../vpn-connection.ts'
import { optionsOf, stateField } from './parts.ts'

/** What one reads and fills in of a Site-to-Site VPN connection. */
export const vpnConnectionForm: Form<ConstructOf<'vpn-connection'>> = {
  summary: 'Two tunnels over the internet between a customer gateway and a virtual private or transit gateway.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
  fields: [
    { key: 'customerGateway', label: 'Customer gateway', input: 'reference', kinds: ['customer-gateway'] },
    { key: 'gateway', label: 'Gateway', input: 'reference', kinds: GATEWAYS },
    stateField(['pending', 'available', 'deleting', 'deleted'], 'Only an available one carries traffic.'),
    {
      key: 'tunnelsUp',
      label: 'A tunnel is up',
      input: 'boolean',
      noneLabel: 'Unknown',
      help: 'On: at least one of the two.',
    },
    {
      key: 'routing',
      label: 'Routing',
      input: 'select',
      options: optionsOf(['static', 'bgp'], { bgp: 'Dynamic (BGP)' }),
    },
    {
      key: 'routes',
      label: 'Blocks behind it',
      input: 'texts',
      of: 'cidr',
      help: 'The static routes, or what BGP announces. Empty with BGP: the blocks of its on-premises network. At a transit gateway static routes stand in its tables.',
    },
    {
      key: 'allRoutes',
      label: 'All of them are known',
      input: 'boolean',
      when: ({ routing }) => routing === 'bgp',
      help: 'Off after an import that lacked some: it may announce further private blocks.',
    },
  ],
}
