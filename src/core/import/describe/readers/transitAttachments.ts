import { notImported } from '../../../model/notImported.ts'
import { asFields, asFlag, asId, asIds, asText, type Fields } from '../../fields.ts'
import { add, expectAlike, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { regionOf, titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'
import {
  attachmentRecords,
  attachmentState,
  isGone,
  learnedBlocks,
  linksOf,
  peeringId,
  resourceType,
} from './transitReferences.ts'

/** `describe-transit-gateway-vpc-attachments`, and what the generic call says beside it. */
export function readVpcAttachment(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.TransitGatewayAttachmentId)
  const generic: Fields = id === null ? {} : (attachmentRecords(importing, id)[0]?.value ?? {})
  const value = importing.ledger.layer([entry.value, generic])
  if (id !== null) expectAlike(importing, id, entry.value, generic, entry.place)
  const resource = asId(generic.ResourceId)
  const vpc = asId(value.VpcId) ?? resource
  if (id !== null && resource !== null && resource !== vpc)
    note(
      importing,
      'assumed',
      `${id}: another record says that it is of ${resource}, and not of ${vpc}, which counts`,
      entry.place,
    )
  const gateway = asId(value.TransitGatewayId)
  const state = attachmentState(value.State)
  if (id !== null && isGone(state)) return takeInterfaces(importing, entry, id, `the attachment is ${state}`)
  if (id === null || vpc === null || gateway === null || state === null)
    return skip(importing, entry, id, 'the state, the VPC or the gateway of the attachment is not there')
  if (!importing.constructs.has(gateway))
    return takeInterfaces(importing, entry, id, `its transit gateway ${gateway} is not in the design`)
  const own = interfacesOf(importing).take(id)
  const stated = asIds(value.SubnetIds)
  const subnets = stated.length > 0 ? stated : [...new Set(own.flatMap(({ subnet }) => subnet ?? []))]
  if (subnets.length === 0)
    note(importing, 'unknown', `${id}: the subnets of the attachment are not in the files`, entry.place)
  const options = asFields(value.Options)
  add(importing, entry, {
    kind: 'transit-gateway-attachment',
    id,
    name: titleOfRecord(entry, id),
    vpc,
    transitGateway: gateway,
    subnets: subnets.length > 0 ? subnets : [notImported(`subnets-of-${id}`)],
    state,
    applianceMode: asFlag(options.ApplianceModeSupport) ?? false,
    ipv6Support: asFlag(options.Ipv6Support) ?? false,
    dnsSupport: asFlag(options.DnsSupport) ?? true,
    securityGroupReferencing: asFlag(options.SecurityGroupReferencingSupport) ?? false,
  })
}

function takeInterfaces(importing: Importing, entry: Entry, id: string, why: string): undefined {
  interfacesOf(importing).take(id)
  skip(importing, entry, id, why)
}

/** `describe-transit-gateway-peering-attachments`. */
export function readTransitPeering(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayAttachmentId)
  const generic = id === null ? [] : attachmentRecords(importing, id)
  const [first, second] = sidesOf(generic)
  const own = asId(asFields(value.RequesterTgwInfo).TransitGatewayId) ?? first
  const peer = asId(asFields(value.AccepterTgwInfo).TransitGatewayId) ?? second
  drawPeering(importing, entry, id, own, peer, value.State ?? generic[0]?.value.State)
}

/** The two gateways of a peering: each side's record names its own and, as its resource, the other. */
function sidesOf(records: readonly Entry[]): readonly [string | null, string | null] {
  const named = records.flatMap(({ value }) => [asId(value.TransitGatewayId), asId(value.ResourceId)])
  const [first = null, second = null] = new Set(named.filter((id) => id?.startsWith('tgw-')))
  return [first, second]
}

function drawPeering(
  importing: Importing,
  entry: Entry,
  id: string | null,
  transitGateway: string | null,
  peer: string | null,
  said: unknown,
): undefined {
  const state = attachmentState(said)
  if (id !== null && isGone(state)) return skip(importing, entry, id, `the peering of transit gateways is ${state}`)
  if (id === null || transitGateway === null || peer === null || state === null)
    return skip(importing, entry, id, 'the state or a gateway of the peering is not there')
  const known = peeringId(importing, id)
  if (known !== id) return skip(importing, entry, id, `it is the other gateway’s side of the peering ${known}`)
  add(importing, entry, {
    kind: 'transit-gateway-peering',
    id,
    name: titleOfRecord(entry, id),
    transitGateway,
    peer,
    state,
  })
}

/** The calls that say more of an attachment, by what it is of. */
const SPECIFIC: Readonly<Record<string, string>> = {
  vpc: 'TransitGatewayVpcAttachments',
  peering: 'TransitGatewayPeeringAttachments',
}

/** `describe-transit-gateway-attachments`: those of every kind that no call of their own describes, as far as this one says it. */
export function readAttachment(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.TransitGatewayAttachmentId)
  const type = resourceType(value.ResourceType)
  if (id === null || type === null) return skip(importing, entry, id, 'an attachment without an id or a type')
  const specific = SPECIFIC[type]
  // Said already, be it that it is gone; a peering has a record on either side.
  if (importing.constructs.has(id) || (specific !== undefined && importing.find(specific, id))) return
  const state = attachmentState(value.State)
  if (isGone(state)) return takeInterfaces(importing, entry, id, `the attachment is ${state}`)
  if (type === 'vpc') return readVpcAttachment(entry, importing)
  if (type === 'peering') {
    const [own, peer] = sidesOf(attachmentRecords(importing, id))
    return drawPeering(importing, entry, id, own, peer, value.State)
  }
  const gateway = asId(value.TransitGatewayId)
  const resource = asId(value.ResourceId)
  if (gateway === null || resource === null || state === null)
    return skip(importing, entry, id, 'the state, the gateway or the resource of the attachment is not there')
  const isUp = state === 'available' || state === 'modifying'
  if (type === 'vpn') return drawVpn(importing, entry, { id, resource, gateway, isUp })
  if (type === 'direct-connect-gateway') return drawDirectConnect(importing, entry, { id, resource, gateway, isUp })
  note(
    importing,
    'unknown',
    `${id}: an attachment of the type ${type}, ${resource}, which is not drawn: what lies behind it is not known`,
    entry.place,
  )
}

interface LinkRecord {
  readonly id: string
  readonly resource: string
  readonly gateway: string
  readonly isUp: boolean
}

/** A VPN connection of which only its attachment is known. */
function drawVpn(importing: Importing, entry: Entry, { id, resource, gateway, isUp }: LinkRecord): undefined {
  if (importing.constructs.has(resource) || importing.find('VpnConnections', resource)) return
  note(importing, 'unknown', `${resource}: the files have the attachment of the VPN connection only`, entry.place)
  const learned = learnedBlocks(importing, id)
  add(importing, entry, {
    kind: 'vpn-connection',
    id: resource,
    name: titleOfRecord(entry, resource),
    region: regionOf(importing, entry),
    customerGateway: notImported(`customer-gateway-of-${resource}`),
    gateway,
    state: isUp ? 'available' : 'pending',
    tunnelsUp: null,
    routing: 'bgp',
    routes: [...learned],
    allRoutes: learned.length > 0,
  })
}

/** A Direct Connect gateway of which only its attachment is known. */
function drawDirectConnect(importing: Importing, entry: Entry, { id, resource, gateway, isUp }: LinkRecord): undefined {
  const key = `${resource} ${gateway}`
  if (linksOf(importing).has(key)) return
  note(
    importing,
    'unknown',
    `${resource}: no virtual interface of the Direct Connect gateway is in the files`,
    entry.place,
  )
  const drawn = add(importing, entry, {
    kind: 'direct-connect',
    id,
    name: asText(titleOfRecord(entry, resource)) ?? resource,
    region: regionOf(importing, entry),
    gateway,
    network: notImported(`network-behind-${resource}`),
    state: isUp ? 'available' : 'pending',
    announced: [...learnedBlocks(importing, id)],
    allowedPrefixes: [],
  })
  if (drawn) linksOf(importing).set(key, [id])
}
