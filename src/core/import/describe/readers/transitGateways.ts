import { ATTACHMENT_STATES } from '../../../model/kinds/common.ts'
import { asFields, asFlag, asId, asIds, asNumber, asRecords, asText, asWord } from '../../fields.ts'
import { add, type Importing, once, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf, titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'

const STATES = ['pending', 'available', 'modifying', 'deleting', 'deleted'] as const
const isGone = (state: string | null): boolean => state === 'deleted' || state === 'rejected' || state === 'failed'

/**
 * `describe-transit-gateways`. One whose tables, associations, propagations or routes are not all in the files is left out: routes to it lead
 * nowhere then, and what would become of a packet cannot be told.
 */
export function readTransitGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayId)
  if (id === null) return skip(importing, entry, null, 'a transit gateway without an id')
  const state = asWord(value.State, STATES)
  if (state !== 'available' && state !== 'modifying')
    return skip(importing, entry, id, `the transit gateway is ${state ?? 'in a state that is not said'}`)
  const lacking = whatLacks(importing, entry, id)
  if (lacking !== null) return skip(importing, entry, id, `${lacking}: its routes are not known`)
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

function whatLacks(importing: Importing, entry: Entry, gateway: string): string | null {
  if (!importing.wasAsked('TransitGatewayAttachments', entry))
    return 'the attachments with their associations are not in the files'
  const tables = importing.where('TransitGatewayRouteTables', 'TransitGatewayId', gateway)
  const known = new Set(tables.map(({ value }) => value.TransitGatewayRouteTableId))
  for (const { value } of importing.where('TransitGatewayAttachments', 'TransitGatewayId', gateway)) {
    const table = asId(asFields(value.Association).TransitGatewayRouteTableId)
    if (table !== null && !known.has(table) && !isGone(asWord(value.State, ATTACHMENT_STATES)))
      return `the route table ${table} is not in the files`
  }
  for (const { value } of tables) {
    const table = asId(value.TransitGatewayRouteTableId)
    if (table === null || asWord(value.State, STATES) === 'deleted') continue
    const routes = importing.where('TransitGatewayStaticRoutes', 'TransitGatewayRouteTableId', table)
    if (routes.length === 0) return `the routes of ${table} are not in the files`
    if (routes.some((one) => asFlag(one.value.AdditionalRoutesAvailable) === true))
      return `only a part of the routes of ${table} is in the files`
    if (importing.where('TransitGatewayPropagations', 'TransitGatewayRouteTableId', table).length === 0)
      return `the propagations of ${table} are not in the files`
  }
  return null
}

/** `describe-transit-gateway-vpc-attachments`. */
export function readVpcAttachment(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayAttachmentId)
  const vpc = asId(value.VpcId)
  const gateway = asId(value.TransitGatewayId)
  const state = asWord(value.State, ATTACHMENT_STATES)
  if (id !== null && isGone(state)) return takeInterfaces(importing, entry, id, `the attachment is ${state}`)
  if (id === null || vpc === null || gateway === null || state === null)
    return skip(importing, entry, id, 'the state, the VPC or the gateway of the attachment is not there')
  if (!importing.constructs.has(gateway))
    return takeInterfaces(importing, entry, id, `its transit gateway ${gateway} is not in the design`)
  const own = interfacesOf(importing).of(id)
  for (const one of own) interfacesOf(importing).taken.add(one.id)
  const stated = asIds(value.SubnetIds)
  const subnets = stated.length > 0 ? stated : [...new Set(own.flatMap(({ subnet }) => subnet ?? []))]
  const options = asFields(value.Options)
  add(importing, entry, {
    kind: 'transit-gateway-attachment',
    id,
    name: titleOfRecord(entry, id),
    vpc,
    transitGateway: gateway,
    subnets,
    state,
    applianceMode: asFlag(options.ApplianceModeSupport) ?? false,
    ipv6Support: asFlag(options.Ipv6Support) ?? false,
    dnsSupport: asFlag(options.DnsSupport) ?? true,
    securityGroupReferencing: asFlag(options.SecurityGroupReferencingSupport) ?? false,
  })
}

function takeInterfaces(importing: Importing, entry: Entry, id: string, why: string): undefined {
  for (const one of interfacesOf(importing).of(id)) interfacesOf(importing).taken.add(one.id)
  skip(importing, entry, id, why)
}

/** `describe-transit-gateway-attachments`: VPC attachments that no call of their own describes, in the subnets of their interfaces. */
export function readAttachment(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.TransitGatewayAttachmentId)
  if (asText(entry.value.ResourceType) !== 'vpc' || id === null || importing.constructs.has(id)) return
  if (importing.find('TransitGatewayVpcAttachments', id) || isGone(asWord(entry.value.State, ATTACHMENT_STATES))) return
  if (interfacesOf(importing).of(id).length === 0)
    return skip(importing, entry, id, 'the subnets of the attachment are not in the files')
  readVpcAttachment({ ...entry, value: { ...entry.value, VpcId: entry.value.ResourceId } }, importing)
}

/** `describe-transit-gateway-peering-attachments`. */
export function readTransitPeering(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayAttachmentId)
  const own = asId(asFields(value.RequesterTgwInfo).TransitGatewayId)
  const peer = asId(asFields(value.AccepterTgwInfo).TransitGatewayId)
  const state = asWord(value.State, ATTACHMENT_STATES)
  if (id !== null && isGone(state)) return skip(importing, entry, id, `the peering of transit gateways is ${state}`)
  if (id === null || own === null || peer === null || state === null)
    return skip(importing, entry, id, 'the state or a gateway of the peering is not there')
  add(importing, entry, {
    kind: 'transit-gateway-peering',
    id,
    name: titleOfRecord(entry, id),
    transitGateway: own,
    peer,
    state,
  })
}

/** How a design names an attachment: VPN connections and virtual interfaces stand for their own. */
export function attachmentReference(
  importing: Importing,
  attachment: string,
  type: unknown,
  resource: unknown,
): string {
  const found = importing.where('TransitGatewayAttachments', 'TransitGatewayAttachmentId', attachment)[0]?.value
  const kind = asText(type) ?? asText(found?.ResourceType)
  const id = asId(resource) ?? asId(found?.ResourceId)
  if (kind === 'vpn' && id !== null) return id
  if (kind === 'direct-connect-gateway' && id !== null) return onlyLinkOf(importing, id) ?? attachment
  return attachment
}

/** The Direct Connect link that leads through a Direct Connect gateway. */
const onlyLinkOf = (importing: Importing, gateway: string): string | null =>
  once(importing, 'links-of-gateways', () => {
    const links = new Map<string, string>()
    for (const { value } of importing.records('virtualInterfaces')) {
      const at = asId(value.directConnectGatewayId)
      const link = asId(value.virtualInterfaceId)
      if (at !== null && link !== null && !links.has(at)) links.set(at, link)
    }
    return links
  }).get(gateway) ?? null

/** Attachments that a record list names. */
export const attachmentsOf = (importing: Importing, list: unknown): string[] =>
  asRecords(list).flatMap((one) => {
    const id = asId(one.TransitGatewayAttachmentId)
    return id === null ? [] : attachmentReference(importing, id, one.ResourceType, one.ResourceId)
  })
