import { ATTACHMENT_STATES } from './connectivitySchemas.ts'
import type { Definition } from './definition.ts'
import { stateField } from './parts.ts'

/** A peering of two transit gateways. */
export const transitGatewayPeering: Definition<'transit-gateway-peering'> = {
  kind: 'transit-gateway-peering',
  title: 'Transit gateway peering',
  noun: 'a transit gateway peering',
  group: 'connections',
  summary: 'Joins two transit gateways, of one Region or two. Routes over it are written by hand on both sides.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  parent: { path: 'transitGateway', kinds: ['transit-gateway'] },
  container: false,
  references: [
    { path: 'transitGateway', kinds: ['transit-gateway'], onDelete: 'delete-holder' },
    { path: 'peer', kinds: ['transit-gateway'], onDelete: 'delete-holder' },
  ],
  fields: [
    {
      key: 'peer',
      label: 'Peer',
      input: 'reference',
      kinds: ['transit-gateway'],
      help: 'The gateway at the other end.',
    },
    stateField(ATTACHMENT_STATES, 'Only an available one carries traffic.'),
  ],
  create: (id, name, parent) => ({
    kind: 'transit-gateway-peering',
    id,
    name,
    transitGateway: parent,
    peer: 'transit-gateway-2',
    state: 'available',
  }),
}
