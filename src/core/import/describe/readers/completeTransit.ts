import { notImported } from '../../../model/notImported.ts'
import { asAccount, asId, asRecords, peekText } from '../../fields.ts'
import { add, type Importing, note } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { associatedTable, attachmentRecords, peeringId } from './transitReferences.ts'
import { drawTable } from './transitRouteTables.ts'

/**
 * What transit gateways are known to have and no record describes: tables that only associations, propagations or routes name, attachments that
 * only a VPC's route proves, and the table of attachments whose association nobody was asked for.
 */
export function completeTransit(importing: Importing): void {
  drawNamedTables(importing)
  drawProvenAttachments(importing)
  drawUnknownTables(importing)
}

/** Tables by the ids that other records give them. */
function drawNamedTables(importing: Importing): void {
  const drawIf = (entry: Entry, table: string | null, gateway: string | null) => {
    if (table === null || gateway === null || !importing.constructs.has(gateway)) return
    if (importing.constructs.has(table) || importing.find('TransitGatewayRouteTables', table)) return
    note(importing, 'unknown', `${table}: other records name the table, and no call describes it`, entry.place)
    drawTable(importing, entry, table, gateway, table)
  }
  for (const entry of importing.records('TransitGatewayAttachments'))
    drawIf(entry, associatedTable(entry), asId(entry.value.TransitGatewayId))
  // Lists of one table name its attachments, and these their gateway.
  for (const [key, items] of [
    ['TransitGatewayAssociations', 'Associations'],
    ['TransitGatewayPropagations', 'TransitGatewayRouteTablePropagations'],
  ] as const)
    for (const entry of importing.records(key))
      for (const one of asRecords(entry.value[items])) {
        const records = attachmentRecords(importing, asId(one.TransitGatewayAttachmentId) ?? '')
        const gateways = new Set(records.flatMap(({ value }) => asId(value.TransitGatewayId) ?? []))
        // a peering is of two gateways: whose table it is cannot be told
        const [gateway] = gateways
        if (gateways.size === 1) drawIf(entry, asId(entry.value.TransitGatewayRouteTableId), gateway ?? null)
      }
}

/** A route to a transit gateway is active only while its VPC is attached. Source: VPC guide, states of routes. */
function drawProvenAttachments(importing: Importing): void {
  const attached = new Set<string>()
  for (const one of importing.constructs.values())
    if (one.kind === 'transit-gateway-attachment') attached.add(`${one.vpc} ${one.transitGateway}`)
  for (const entry of importing.records('RouteTables')) {
    const vpc = asId(entry.value.VpcId)
    if (vpc === null || !importing.constructs.has(vpc) || wasTold(importing, entry)) continue
    for (const route of asRecords(entry.value.Routes)) {
      const gateway = asId(route.TransitGatewayId)
      if (gateway === null || peekText(route.State) !== 'active' || !importing.constructs.has(gateway)) continue
      if (attached.has(`${vpc} ${gateway}`) || wasTold(importing, importing.find('TransitGateways', gateway))) continue
      attached.add(`${vpc} ${gateway}`)
      const id = notImported(`attachment-of-${vpc}-to-${gateway}`)
      note(
        importing,
        'unknown',
        `${vpc}: it is attached to ${gateway}, as an active route shows; how is not in the files`,
        entry.place,
      )
      add(importing, entry, {
        kind: 'transit-gateway-attachment',
        id,
        name: `Attachment to ${gateway}, not in the files`,
        vpc,
        transitGateway: gateway,
        subnets: [notImported(`subnets-of-${id}`)],
        ipv6Support: true,
        securityGroupReferencing: false,
      })
    }
  }
}

/** Whether attachments were asked for where the record is from. */
const wasTold = (importing: Importing, entry: Entry | null): boolean =>
  entry !== null &&
  (importing.wasAsked('TransitGatewayAttachments', entry) || importing.wasAsked('TransitGatewayVpcAttachments', entry))

/** One table a gateway, of which nothing is known, for all attachments whose association is not. */
function drawUnknownTables(importing: Importing): void {
  const associated = new Set<string>()
  for (const one of importing.constructs.values())
    if (one.kind === 'transit-gateway-route-table')
      for (const id of one.associations) associated.add(`${one.transitGateway} ${id}`)
  for (const [gateway, ids] of attachedTo(importing)) {
    const unknown = ids.filter((id) => !associated.has(`${gateway} ${id}`) && !isKnownFree(importing, gateway, id))
    const entry = importing.find('TransitGateways', gateway) ?? importing.records('RouteTables')[0]
    if (unknown.length === 0 || !entry) continue
    note(
      importing,
      'unknown',
      `${gateway}: which route table ${unknown.length === 1 ? `${unknown[0]} asks` : `${unknown.length} attachments ask`} is not in the files`,
      entry.place,
    )
    add(importing, entry, {
      kind: 'transit-gateway-route-table',
      id: notImported(`route-table-of-${gateway}`),
      name: `Route table of ${gateway}, not in the files`,
      transitGateway: gateway,
      associations: unknown,
      allRoutes: false,
    })
  }
}

/** The constructs that are attached to each transit gateway of the design. */
function attachedTo(importing: Importing): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const put = (gateway: string, id: string) => {
    if (importing.constructs.get(gateway)?.kind !== 'transit-gateway') return
    const list = found.get(gateway)
    if (list) list.push(id)
    else found.set(gateway, [id])
  }
  for (const one of importing.constructs.values()) {
    if (one.kind === 'transit-gateway-attachment') put(one.transitGateway, one.id)
    if (one.kind === 'transit-gateway-peering')
      for (const gateway of [one.transitGateway, one.peer]) put(gateway, one.id)
    if (one.kind === 'vpn-connection' || one.kind === 'direct-connect') put(one.gateway, one.id)
  }
  return found
}

/** Whether the files say that no table is associated: the gateway's owner was told of the attachment and of no table, or all tables were asked. */
function isKnownFree(importing: Importing, gateway: string, id: string): boolean {
  if (importing.find('TransitGateways', gateway)?.planned) return true
  const own = importing
    .where('TransitGatewayAttachments', 'TransitGatewayId', gateway)
    .filter(
      ({ value }) =>
        peeringId(importing, asId(value.TransitGatewayAttachmentId) ?? '') === id || asId(value.ResourceId) === id,
    )
  const isOwners = ({ account, value }: Entry) => {
    const owner = asAccount(value.TransitGatewayOwnerId)
    return account === null || owner === null || owner === account
  }
  if (own.some((one) => isOwners(one))) return true
  const tables = importing.where('TransitGatewayRouteTables', 'TransitGatewayId', gateway)
  return (
    tables.length > 0 &&
    tables.every(
      ({ value }) =>
        importing.where(
          'TransitGatewayAssociations',
          'TransitGatewayRouteTableId',
          asId(value.TransitGatewayRouteTableId) ?? '',
        ).length > 0,
    )
  )
}
