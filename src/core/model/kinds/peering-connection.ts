import * as z from 'zod/mini'
import { base, choice, flag, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import { line } from './lines.ts'

export const PEERING_STATES = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'rejected',
  'expired',
  'failed',
  'deleting',
  'deleted',
] as const

const schema = z.strictObject({
  ...base('peering-connection'),
  requester: reference,
  accepter: reference,
  state: choice(PEERING_STATES, 'active'),
  /** Whether public host names of the other side's instances resolve to private addresses when asked from the requester, and from the accepter. */
  requesterDnsResolution: flag(false),
  accepterDnsResolution: flag(false),
})

/** A peering connection between two VPCs. One that is not in the design leaves what lies behind it unknown. */
export const peeringConnection: Sheet<typeof schema> = {
  schema,
  kind: 'peering-connection',
  title: 'Peering connection',
  noun: 'a peering connection',
  group: 'connections',
  parent: { path: 'requester', kinds: ['vpc'] },
  container: false,
  stands: { area: 'side', rank: 5 },
  colour: 'group-vpc',
  imported: 'VpcPeeringConnections',
  reached: null,
  detail: ({ state }) => unusual(state) ?? 'Peering connection',
  lines: ({ id, accepter }) => line(id, accepter, 'peering', 'peers with'),
  references: [
    { path: 'requester', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'accepter', kinds: ['vpc'], onDelete: 'delete-holder' },
  ],
  blank: (parent) => ({ requester: parent, accepter: 'vpc-2' }),
}
