import { ATTACHMENT_STATES } from '../../../model/kinds/common.ts'
import { asFields, asId, asRecords, asText, asWord, type Fields, isFields } from '../../fields.ts'
import { add, type Importing, type InputOf, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'
import { prefixListReference } from './prefixLists.ts'
import { attachmentReference, attachmentsOf } from './transitGateways.ts'

type Route = NonNullable<InputOf<'transit-gateway-route-table'>['routes']>[number]

/** `describe-transit-gateway-route-tables` with associations, propagations and `search-transit-gateway-routes`. */
export function readTransitRouteTable(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayRouteTableId)
  const gateway = asId(value.TransitGatewayId)
  const state = asText(value.State)
  if (id === null || gateway === null) return skip(importing, entry, id, 'the table’s transit gateway is not there')
  if (state === 'deleted' || state === 'deleting') return skip(importing, entry, id, `the table is ${state}`)
  if (!importing.constructs.has(gateway))
    return skip(importing, entry, id, `its transit gateway ${gateway} is not in the design`)
  const routes = routesOf(importing, id)
  if (routes === null) return skip(importing, entry, id, 'a route of the table cannot be read')
  add(importing, entry, {
    kind: 'transit-gateway-route-table',
    id,
    name: titleOfRecord(entry, id),
    transitGateway: gateway,
    associations: associationsOf(importing, id),
    propagations: propagationsOf(importing, id),
    routes,
  })
}

/** States are left out by some tools; then the record counts. */
const isOn = (state: unknown, word: string): boolean => asText(state) === null || asText(state) === word

/** A peering of two gateways has one id and is associated with a table on either side: every description counts. */
function associationsOf(importing: Importing, table: string): string[] {
  const found = importing.raw('TransitGatewayAttachments').flatMap(({ value }) => {
    const association = asFields(value.Association)
    const state = asWord(value.State, ATTACHMENT_STATES)
    const id = asId(value.TransitGatewayAttachmentId)
    if (association.TransitGatewayRouteTableId !== table || !isOn(association.State, 'associated')) return []
    return id === null || state === 'deleted'
      ? []
      : attachmentReference(importing, id, value.ResourceType, value.ResourceId)
  })
  const own = importing.where('TransitGatewayAssociations', 'TransitGatewayRouteTableId', table).flatMap((one) =>
    attachmentsOf(
      importing,
      asRecords(one.value.Associations).filter(({ State }) => isOn(State, 'associated')),
    ),
  )
  return [...new Set([...found, ...own])]
}

function propagationsOf(importing: Importing, table: string): string[] {
  const found = importing
    .where('TransitGatewayPropagations', 'TransitGatewayRouteTableId', table)
    .flatMap(({ value }) =>
      attachmentsOf(
        importing,
        asRecords(value.TransitGatewayRouteTablePropagations).filter(({ State }) => isOn(State, 'enabled')),
      ),
    )
  return [...new Set(found)]
}

function routesOf(importing: Importing, table: string): Route[] | null {
  const routes = new Map<string, Route>()
  for (const { value } of importing.where('TransitGatewayStaticRoutes', 'TransitGatewayRouteTableId', table)) {
    if (!Array.isArray(value.Routes)) return null
    for (const item of value.Routes) {
      const route = isFields(item) ? readRoute(importing, item) : null
      if (route === null) return null
      // The rows of a prefix list stand for one route that names the list.
      if (route !== 'propagated') routes.set(JSON.stringify(route.destination), route)
    }
  }
  return [...routes.values()]
}

function readRoute(importing: Importing, route: Fields): Route | 'propagated' | null {
  if (asWord(route.Type, ['static', 'propagated']) === 'propagated') return 'propagated'
  const list = asId(route.PrefixListId)
  const cidr = asText(route.DestinationCidrBlock)
  if (list === null && cidr === null) return null
  const destination = list !== null ? { prefixList: prefixListReference(importing, list) } : { cidr: cidr! }
  const attachments = attachmentsOf(importing, route.TransitGatewayAttachments)
  if (asText(route.State) === 'blackhole' || attachments.length === 0) {
    const isBlackhole = asText(route.State) === 'blackhole'
    return isBlackhole ? { destination, target: 'blackhole' } : null
  }
  return { destination, target: attachments[0]! }
}
