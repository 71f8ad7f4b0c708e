import { asFields, asFlag, asId, asRecords, asText, asWord, type Fields } from '../../fields.ts'
import { add, type Importing, type InputOf, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'
import { prefixListReference } from './prefixLists.ts'
import {
  associatedTable,
  attachmentReferences,
  attachmentState,
  isGone,
  isOn,
  isPropagated,
  referencesIn,
} from './transitReferences.ts'

type Route = NonNullable<InputOf<'transit-gateway-route-table'>['routes']>[number]

const STATES = ['pending', 'available', 'deleting', 'deleted'] as const

/** `describe-transit-gateway-route-tables` with associations, propagations and `search-transit-gateway-routes`. */
export function readTransitRouteTable(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayRouteTableId)
  const gateway = asId(value.TransitGatewayId)
  const state = asWord(value.State, STATES)
  if (id === null || gateway === null) return skip(importing, entry, id, 'the table’s transit gateway is not there')
  if (state === 'deleted' || state === 'deleting') return skip(importing, entry, id, `the table is ${state}`)
  if (!importing.constructs.has(gateway))
    return skip(importing, entry, id, `its transit gateway ${gateway} is not in the design`)
  drawTable(importing, entry, id, gateway, titleOfRecord(entry, id))
}

/** A table with what is known of it, whoever says so. What is missing is said, and the table holds more than is drawn then. */
export function drawTable(importing: Importing, entry: Entry, id: string, gateway: string, name: string): void {
  const rows = rowsOf(importing, gateway, id)
  const propagations = propagationsOf(importing, gateway, id)
  const lacking = propagations === null && !rows.hasPropagated ? [...rows.lacking, 'propagations'] : rows.lacking
  if (lacking.length > 0)
    note(importing, 'unknown', `${id}: ${lacking.join(' and ')} of the table are not all in the files`, entry.place)
  add(importing, entry, {
    kind: 'transit-gateway-route-table',
    id,
    name,
    transitGateway: gateway,
    associations: associationsOf(importing, gateway, id),
    propagations: [...(propagations ?? rows.propagated)],
    routes: [...rows.routes],
    allRoutes: lacking.length === 0,
  })
}

/** A peering of two gateways has one id and is associated with a table on either side: every description counts. */
function associationsOf(importing: Importing, gateway: string, table: string): string[] {
  const found = importing
    .raw('TransitGatewayAttachments')
    .flatMap((one) =>
      associatedTable(one) !== table || isGone(attachmentState(one.value.State))
        ? []
        : attachmentReferences(importing, gateway, one.value),
    )
  const own = importing.where('TransitGatewayAssociations', 'TransitGatewayRouteTableId', table).flatMap((one) =>
    referencesIn(
      importing,
      gateway,
      asRecords(one.value.Associations).filter(({ State }) => isOn(State, 'associated')),
    ),
  )
  return [...new Set([...found, ...own])]
}

/** null where nobody was asked. */
function propagationsOf(importing: Importing, gateway: string, table: string): readonly string[] | null {
  const lists = importing.where('TransitGatewayPropagations', 'TransitGatewayRouteTableId', table)
  const found = lists.flatMap(({ value }) =>
    referencesIn(
      importing,
      gateway,
      asRecords(value.TransitGatewayRouteTablePropagations).filter(({ State }) => isOn(State, 'enabled')),
    ),
  )
  return lists.length === 0 ? null : [...new Set(found)]
}

interface Rows {
  readonly routes: readonly Route[]
  /** Attachments that the rows say have been propagated. */
  readonly propagated: readonly string[]
  /** The search was not for static routes alone. */
  readonly hasPropagated: boolean
  readonly lacking: readonly string[]
}

function rowsOf(importing: Importing, gateway: string, table: string): Rows {
  const lists = importing.where('TransitGatewayStaticRoutes', 'TransitGatewayRouteTableId', table)
  const routes = new Map<string, Route>()
  const propagated = new Set<string>()
  let isWhole = lists.length > 0
  let hasPropagated = false
  for (const { value } of lists) {
    if (!Array.isArray(value.Routes) || asFlag(value.AdditionalRoutesAvailable) === true) isWhole = false
    for (const item of Array.isArray(value.Routes) ? value.Routes : []) {
      const row = asFields(item)
      const state = asWord(row.State, ROUTE_STATES)
      if (isPropagated(row)) {
        hasPropagated = true
        for (const one of referencesIn(importing, gateway, row.TransitGatewayAttachments)) propagated.add(one)
        continue
      }
      const route = readRoute(importing, gateway, row, state)
      // The rows of a prefix list stand for one route that names the list.
      if (route) routes.set(JSON.stringify(route.destination), route)
      else isWhole = false
    }
  }
  return {
    routes: [...routes.values()],
    propagated: [...propagated],
    hasPropagated,
    lacking: isWhole ? [] : ['routes'],
  }
}

/** Source: EC2 API, TransitGatewayRoute. */
const ROUTE_STATES = ['pending', 'active', 'blackhole', 'deleting', 'deleted'] as const
type RouteState = (typeof ROUTE_STATES)[number]

function readRoute(importing: Importing, gateway: string, route: Fields, state: RouteState | null): Route | null {
  const list = asId(route.PrefixListId)
  const cidr = list === null ? asText(route.DestinationCidrBlock) : null
  if (list === null && cidr === null) return null
  const destination = list !== null ? { prefixList: prefixListReference(importing, list) } : { cidr: cidr! }
  if (state === 'blackhole') return { destination, target: 'blackhole' }
  const [target] = referencesIn(importing, gateway, route.TransitGatewayAttachments)
  return target === undefined ? null : { destination, target }
}
