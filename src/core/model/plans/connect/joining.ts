import { listOfKind, regionOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { Edit } from '../../edit.ts'
import { createConstruct } from '../../kinds/createConstruct.ts'
import { definitions } from '../../kinds/definitions.ts'
import type { Construct, ConstructKind, ConstructOf } from '../../kinds/registry.ts'
import { newId } from '../../newId.ts'
import { arePeers } from '../../reach.ts'
import { enterTable } from '../enterTable.ts'
import { firstInEachZone, zonesText } from '../fillIn/filling.ts'
import { overlapOf } from '../fillIn/overlapOf.ts'
import { blocksBehind } from './blocksBehind.ts'
import { changing, type Link, type Rule, rule, rules } from './linking.ts'

const ATTACHMENTS = [
  'transit-gateway-attachment',
  'transit-gateway-peering',
  'vpn-connection',
  'direct-connect',
] as const satisfies readonly ConstructKind[]
const ENDS = ['virtual-private-gateway', 'transit-gateway'] as const satisfies readonly ConstructKind[]

/** Lines between networks: peering, transit gateways, VPN and Direct Connect. */
export const joining: readonly Rule[] = [
  rule(
    'vpc',
    'vpc',
    (requester, accepter, design) => {
      if (arePeers(design, requester.id, accepter.id)) return `${requester.name} and ${accepter.name} are peers already`
      const overlap = overlapOf(requester, accepter)
      if (overlap !== null)
        return `${requester.name} and ${accepter.name} both have ${overlap}: AWS peers no VPCs whose blocks overlap`
      return adding(
        design,
        'peering-connection',
        requester.id,
        { accepter: accepter.id },
        `Peers ${requester.name} with ${accepter.name}; both sides still need routes`,
      )
    },
    true,
  ),
  rule('vpc', 'transit-gateway', (vpc, gateway, design) => {
    if (regionOf(design, vpc.id)?.id !== gateway.region)
      return `${gateway.name} is in another Region: a VPC is attached to a gateway of its own`
    const attachments = listOfKind(design, 'transit-gateway-attachment')
    if (attachments.some((one) => one.vpc === vpc.id && one.transitGateway === gateway.id))
      return `${vpc.name} is attached to ${gateway.name} already`
    const subnets = firstInEachZone(design, vpc.id)
    return adding(
      design,
      'transit-gateway-attachment',
      vpc.id,
      { transitGateway: gateway.id, subnets },
      `Attaches ${vpc.name} to ${gateway.name} in ${zonesText(subnets.length)}`,
      (id) => enterTable(design, gateway.id, id, true),
    )
  }),
  rule('transit-gateway', 'transit-gateway', (one, other, design) => {
    const standing = listOfKind(design, 'transit-gateway-peering').some(
      ({ transitGateway, peer }) =>
        (transitGateway === one.id && peer === other.id) || (transitGateway === other.id && peer === one.id),
    )
    if (standing) return `${one.name} and ${other.name} are peers already`
    return adding(
      design,
      'transit-gateway-peering',
      one.id,
      { peer: other.id },
      `Peers ${one.name} with ${other.name}; both sides still need static routes`,
      (id) => [...enterTable(design, one.id, id, false), ...enterTable(design, other.id, id, false)],
    )
  }),
  rule('transit-gateway-attachment', 'transit-gateway', (attachment, gateway) =>
    attachment.transitGateway === gateway.id
      ? `${attachment.name} leads to ${gateway.name} already`
      : changing(attachment, { transitGateway: gateway.id }, `${attachment.name} leads to ${gateway.name}`),
  ),
  ...rules(ATTACHMENTS, ['transit-gateway-route-table'], associate, true),
  ...rules(['transit-gateway-route-table'], ATTACHMENTS, routeOver, true),
  ...rules(['customer-gateway'], ENDS, (device, gateway, design) => {
    if (regionOf(design, gateway.id)?.id !== device.region)
      return `${gateway.name} is in another Region than ${device.name}`
    const standing = listOfKind(design, 'vpn-connection').some(
      (one) => one.customerGateway === device.id && one.gateway === gateway.id,
    )
    if (standing) return `${device.name} is connected with ${gateway.name} already`
    return adding(
      design,
      'vpn-connection',
      device.region,
      { customerGateway: device.id, gateway: gateway.id, routing: device.network === null ? 'static' : 'bgp' },
      `Connects ${device.name} with ${gateway.name} over a VPN`,
      (id) => (gateway.kind === 'transit-gateway' ? enterTable(design, gateway.id, id, true) : []),
    )
  }),
  ...rules(['on-premises-network'], ENDS, (network, gateway, design) => {
    const region = regionOf(design, gateway.id)
    if (!region) return `${gateway.name} lies in no Region`
    const standing = listOfKind(design, 'direct-connect').some(
      (one) => one.network === network.id && one.gateway === gateway.id,
    )
    if (standing) return `${network.name} is connected with ${gateway.name} already`
    return adding(
      design,
      'direct-connect',
      region.id,
      { network: network.id, gateway: gateway.id },
      `Connects ${network.name} with ${gateway.name} over Direct Connect`,
      (id) => (gateway.kind === 'transit-gateway' ? enterTable(design, gateway.id, id, true) : []),
    )
  }),
  rule('customer-gateway', 'on-premises-network', (device, network) =>
    device.network === network.id
      ? `${device.name} stands in ${network.name} already`
      : changing(device, { network: network.id }, `${device.name} stands in ${network.name}`),
  ),
  rule('vpn-connection', 'customer-gateway', (vpn, device) =>
    vpn.customerGateway === device.id
      ? `${vpn.name} leads to ${device.name} already`
      : changing(vpn, { customerGateway: device.id }, `${vpn.name} leads to ${device.name}`),
  ),
  ...rules(['vpn-connection', 'direct-connect'], ENDS, (line, gateway) =>
    line.gateway === gateway.id
      ? `${line.name} leads to ${gateway.name} already`
      : changing(line, { gateway: gateway.id }, `${line.name} leads to ${gateway.name}`),
  ),
  rule('direct-connect', 'on-premises-network', (line, network) =>
    line.network === network.id
      ? `${line.name} leads to ${network.name} already`
      : changing(line, { network: network.id }, `${line.name} leads to ${network.name}`),
  ),
  rule('subnet', 'account', (subnet, account) =>
    subnet.sharedWith.includes(account.id)
      ? `${subnet.name} is shared with ${account.name} already`
      : changing(
          subnet,
          { sharedWith: [...subnet.sharedWith, account.id] },
          `${subnet.name} is shared with ${account.name}`,
        ),
  ),
]

function adding<K extends ConstructKind>(
  design: Design,
  kind: K,
  parent: string,
  fields: Partial<ConstructOf<K>>,
  sentence: string,
  also: (id: string) => readonly Edit[] = () => [],
): Link {
  const id = newId(design, kind)
  const name = `${definitions[kind].title} ${id.slice(kind.length + 1)}`
  const construct = { ...createConstruct(kind, id, name, parent), ...fields } as Construct
  return { edits: [{ kind: 'add', construct }, ...also(id)], id, sentence }
}

/** Associates first, and once that is done propagates. An attachment is associated with one table of a gateway. */
function associate(
  attachment: ConstructOf<(typeof ATTACHMENTS)[number]>,
  table: ConstructOf<'transit-gateway-route-table'>,
  design: Design,
): Link {
  if (!isOf(attachment, table.transitGateway))
    return `${attachment.name} is no attachment of the gateway of ${table.name}`
  const isIn = table.associations.includes(attachment.id)
  const announces =
    attachment.kind === 'vpn-connection' ? attachment.routing === 'bgp' : attachment.kind !== 'transit-gateway-peering'
  const propagates = announces && !table.propagations.includes(attachment.id)
  if (isIn && !propagates) return `${attachment.name} uses ${table.name} already`
  if (isIn)
    return changing(
      table,
      { propagations: [...table.propagations, attachment.id] },
      `${attachment.name} puts its blocks into ${table.name}`,
    )
  const before = listOfKind(design, 'transit-gateway-route-table').find(
    (one) => one.transitGateway === table.transitGateway && one.associations.includes(attachment.id),
  )
  const leaving: readonly Edit[] = before
    ? [
        {
          kind: 'change',
          of: 'transit-gateway-route-table',
          id: before.id,
          fields: { associations: before.associations.filter((id) => id !== attachment.id) },
        },
      ]
    : []
  const entering: Edit = {
    kind: 'change',
    of: 'transit-gateway-route-table',
    id: table.id,
    fields: { associations: [...table.associations, attachment.id] },
  }
  return {
    edits: [...leaving, entering],
    id: table.id,
    sentence: `${attachment.name} uses ${table.name}${before ? ` instead of ${before.name}` : ''}`,
  }
}

function routeOver(
  table: ConstructOf<'transit-gateway-route-table'>,
  attachment: ConstructOf<(typeof ATTACHMENTS)[number]>,
  design: Design,
): Link {
  if (!isOf(attachment, table.transitGateway))
    return `${attachment.name} is no attachment of the gateway of ${table.name}`
  const cidr = blocksBehind(design, attachment, table.transitGateway)[0] ?? '0.0.0.0/0'
  const standing = table.routes.findIndex((one) => 'cidr' in one.destination && one.destination.cidr === cidr)
  if (table.routes[standing]?.target === attachment.id)
    return `${table.name} sends ${cidr} to ${attachment.name} already`
  const route = { destination: { cidr }, target: attachment.id }
  const routes = standing < 0 ? [...table.routes, route] : table.routes.with(standing, route)
  return changing(
    table,
    { routes },
    `${table.name} ${standing < 0 ? 'sends' : 'now sends'} ${cidr} to ${attachment.name}`,
  )
}

const isOf = (attachment: ConstructOf<(typeof ATTACHMENTS)[number]>, gateway: string): boolean =>
  attachment.kind === 'transit-gateway-attachment'
    ? attachment.transitGateway === gateway
    : attachment.kind === 'transit-gateway-peering'
      ? attachment.transitGateway === gateway || attachment.peer === gateway
      : attachment.gateway === gateway
