import type { Form } from '../definition.ts'
import { GATEWAYS } from '../direct-connect.ts'
import type { ConstructOf } from '../registry.ts'
import { stateField } from './parts.ts'

/** What one reads and fills in of a Direct Connect link. */
export const directConnectForm: Form<ConstructOf<'direct-connect'>> = {
  summary: 'A private line from a network outside AWS to a virtual private or transit gateway; blocks go by BGP.',
  learnMore: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html',
  fields: [
    { key: 'gateway', label: 'Gateway', input: 'reference', kinds: GATEWAYS },
    { key: 'network', label: 'On-premises network', input: 'reference', kinds: ['on-premises-network'] },
    stateField(['pending', 'available', 'down', 'deleting', 'deleted'], 'Only an available one carries traffic.'),
    {
      key: 'announced',
      label: 'Announced to AWS',
      input: 'texts',
      of: 'cidr',
      help: 'Blocks of the network. Empty: all of its own.',
    },
    {
      key: 'mtu',
      label: 'Largest packets',
      input: 'select',
      options: [
        { value: 'unknown', label: 'Unknown' },
        { value: '1500', label: '1,500 bytes' },
        { value: '8500', label: '8,500 bytes' },
        { value: '9001', label: '9,001 bytes' },
      ],
      help: 'The MTU of the virtual interface. AWS’s default is 1,500.',
    },
    {
      key: 'allowedPrefixes',
      label: 'Announced by AWS',
      input: 'texts',
      of: 'cidr',
      help: 'Empty: the blocks of the VPCs behind the gateway.',
    },
  ],
}
