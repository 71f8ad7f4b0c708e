import * as z from 'zod/mini'
import { ATTACHMENT_STATES, base, choice, flag, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, unusual } from './detailParts.ts'
import { line, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('transit-gateway-attachment'),
  vpc: reference,
  transitGateway: reference,
  subnets: list(reference, 20),
  state: choice(ATTACHMENT_STATES, 'available'),
  /** Keeps both directions of a connection in one zone. */
  applianceMode: flag(false),
  ipv6Support: flag(false),
  dnsSupport: flag(true),
  securityGroupReferencing: flag(true),
})

/** A VPC's attachment to a transit gateway, with one subnet in each zone that it serves. */
export const transitGatewayAttachment: Sheet<typeof schema> = {
  schema,
  kind: 'transit-gateway-attachment',
  title: 'Transit gateway attachment',
  noun: 'a transit gateway attachment',
  group: 'connections',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 4 },
  colour: 'group-vpc',
  imported: 'TransitGatewayVpcAttachments',
  reached: null,
  detail: ({ state, subnets }) => unusual(state) ?? count(subnets.length, 'subnet'),
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, transitGateway, subnets }) {
    yield* line(id, transitGateway, 'attachment', 'attached to')
    yield* lines(id, subnets, 'network-interface', 'interface')
  },
  references: [ofVpc, { path: 'transitGateway', kinds: ['transit-gateway'], onDelete: 'delete-holder' }, ofSubnets],
  blank: (parent) => ({ vpc: parent, transitGateway: 'transit-gateway-1' }),
}
