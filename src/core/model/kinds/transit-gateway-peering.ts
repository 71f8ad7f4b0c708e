import * as z from 'zod/mini'
import { ATTACHMENT_STATES, base, choice, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import { line } from './lines.ts'

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
  parent: { path: 'transitGateway', kinds: ['transit-gateway'] },
  container: false,
  stands: { area: 'inside', rank: 1 },
  colour: 'group-vpc',
  imported: 'TransitGatewayPeeringAttachments',
  reached: null,
  detail: ({ state }) => unusual(state) ?? 'Peering',
  lines: ({ id, peer }) => line(id, peer, 'peering', 'peers with'),
  references: [
    { path: 'transitGateway', kinds: ['transit-gateway'], onDelete: 'delete-holder' },
    { path: 'peer', kinds: ['transit-gateway'], onDelete: 'delete-holder' },
  ],
  blank: (parent) => ({ transitGateway: parent, peer: 'transit-gateway-2' }),
}
