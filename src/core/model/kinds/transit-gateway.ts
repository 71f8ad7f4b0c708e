import * as z from 'zod/mini'
import { base, flag, optional, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('transit-gateway'),
  region: reference,
  account: reference,
  asn: optional(z.int().check(z.minimum(1), z.maximum(4294967294))),
  securityGroupReferencing: flag(false),
  dnsSupport: flag(true),
})

/** A transit gateway: a router of a Region between VPCs, VPN connections and other transit gateways. */
export const transitGateway: Sheet<typeof schema> = {
  schema,
  kind: 'transit-gateway',
  title: 'Transit gateway',
  noun: 'a transit gateway',
  group: 'connections',
  parent: inRegion,
  container: true,
  stands: { area: 'foot', rank: 0, least: { width: 260, height: 120 } },
  colour: 'group-vpc',
  imported: 'TransitGateways',
  reached: null,
  dropped: 'beside',
  detail: ({ asn }) => (asn === null ? '' : `ASN ${asn}`),
  references: [ofRegion, ofAccount],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
