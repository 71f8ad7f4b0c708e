import { asAccount, asFields, asFlag, asId, asNumber, asRecords, asText, asWord, peekText } from '../../fields.ts'
import { add, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, accountNumberOf, accountOf, regionOf, titleOfRecord } from '../../whereabouts.ts'
import { attachmentState, isGone } from './transitReferences.ts'

const STATES = ['pending', 'available', 'modifying', 'deleting', 'deleted'] as const

/** `describe-transit-gateways`. What its tables are not known to hold is said at the tables. */
export function readTransitGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayId)
  if (id === null) return skip(importing, entry, null, 'a transit gateway without an id')
  const state = asWord(value.State, STATES)
  if (state !== 'available' && state !== 'modifying')
    return skip(importing, entry, id, `the transit gateway is ${state ?? 'in a state that is not said'}`)
  const options = asFields(value.Options)
  add(importing, entry, {
    kind: 'transit-gateway',
    id,
    name: titleOfRecord(entry, asText(value.Description) ?? id),
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    asn: asNumber(options.AmazonSideAsn),
    securityGroupReferencing: asFlag(options.SecurityGroupReferencingSupport) ?? false,
    dnsSupport: asFlag(options.DnsSupport) ?? true,
  })
}

/** Lists whose records name the transit gateway that they belong to. */
const NAMING = [
  'TransitGatewayRouteTables',
  'TransitGatewayAttachments',
  'TransitGatewayVpcAttachments',
  'VpnConnections',
] as const

/** Gateways that no call of their own describes, where other records name them. They run before the readers of those. */
export function drawNamedGateways(importing: Importing): void {
  for (const key of NAMING)
    for (const entry of importing.records(key))
      if (!isGone(attachmentState(entry.value.State)))
        drawNamed(importing, entry, asId(entry.value.TransitGatewayId), asAccount(entry.value.TransitGatewayOwnerId))
  for (const entry of importing.records('RouteTables').filter(({ planned }) => !planned))
    for (const route of asRecords(entry.value.Routes))
      if (peekText(route.State) === 'active') drawNamed(importing, entry, asId(route.TransitGatewayId), null)
}

function drawNamed(importing: Importing, entry: Entry, id: string | null, owner: string | null): void {
  if (id === null || importing.constructs.has(id) || importing.find('TransitGateways', id)) return
  const drawn = add(importing, entry, {
    kind: 'transit-gateway',
    id,
    name: id,
    region: regionOf(importing, entry),
    account: accountByNumber(importing, owner ?? accountNumberOf(entry)),
    asn: null,
  })
  if (drawn)
    note(importing, 'unknown', `${id}: other records name the transit gateway, and no call describes it`, entry.place)
}
