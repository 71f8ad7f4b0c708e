import * as z from 'zod/mini'
import { ATTACHMENT_STATES, base, choice, flag, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, unusual } from './detailParts.ts'
import { line, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofSubnets, ofVpc, stateField, subnetsField } from './parts.ts'

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
  summary: 'Connects a VPC to a transit gateway, with an interface in one subnet of each zone that it serves.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 4 },
  colour: 'group-vpc',
  imported: 'TransitGatewayVpcAttachments',
  detail: ({ state, subnets }) => unusual(state) ?? count(subnets.length, 'subnet'),
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, transitGateway, subnets }) {
    yield* line(id, transitGateway, 'attachment', 'attached to')
    yield* lines(id, subnets, 'network-interface', 'interface')
  },
  references: [ofVpc, { path: 'transitGateway', kinds: ['transit-gateway'], onDelete: 'delete-holder' }, ofSubnets],
  fields: [
    { key: 'transitGateway', label: 'Transit gateway', input: 'reference', kinds: ['transit-gateway'] },
    subnetsField('One in each zone. Traffic from a zone without one does not reach the gateway.'),
    stateField(ATTACHMENT_STATES, 'Only an available one carries traffic.'),
    {
      key: 'applianceMode',
      label: 'Appliance mode',
      input: 'boolean',
      help: 'On: both directions of a connection use the same zone, as stateful appliances need.',
    },
    { key: 'ipv6Support', label: 'IPv6 support', input: 'boolean' },
    { key: 'dnsSupport', label: 'DNS support', input: 'boolean' },
    {
      key: 'securityGroupReferencing',
      label: 'Security group referencing',
      input: 'boolean',
      help: 'Counts only where the gateway has it too.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'transit-gateway-attachment',
    id,
    name,
    vpc: parent,
    transitGateway: 'transit-gateway-1',
    subnets: [],
    state: 'available',
    applianceMode: false,
    ipv6Support: false,
    dnsSupport: true,
    securityGroupReferencing: true,
  }),
}
