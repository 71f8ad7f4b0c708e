import * as z from 'zod/mini'
import { ATTACHMENT_STATES, base, choice, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import { line } from './lines.ts'
import { stateField } from './parts.ts'

const schema = z.strictObject({
  ...base('transit-gateway-peering'),
  transitGateway: reference,
  peer: reference,
  state: choice(ATTACHMENT_STATES, 'available'),
})

/** A peering of two transit gateways; routes over it are static. */
export const transitGatewayPeering: Sheet<typeof schema> = {
  schema,
  kind: 'transit-gateway-peering',
  title: 'Transit gateway peering',
  noun: 'a transit gateway peering',
  group: 'connections',
  summary: 'Joins two transit gateways, of one Region or two. Routes over it are written by hand on both sides.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  parent: { path: 'transitGateway', kinds: ['transit-gateway'] },
  container: false,
  stands: { area: 'inside', rank: 1 },
  colour: 'group-vpc',
  imported: 'TransitGatewayPeeringAttachments',
  detail: ({ state }) => unusual(state) ?? 'Peering',
  lines: ({ id, peer }) => line(id, peer, 'peering', 'peers with'),
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
