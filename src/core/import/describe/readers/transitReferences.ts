import { ATTACHMENT_STATES } from '../../../model/kinds/common.ts'
import { asBlock, asFields, asId, asRecords, asWord, type Fields, peekText } from '../../fields.ts'
import { type Importing, note, once } from '../../importing.ts'
import type { Entry } from '../../records.ts'

/** States that the format does not tell apart. Source: EC2 API, TransitGatewayAttachmentState. */
const NEAR = {
  initiatingRequest: 'initiating',
  rollingBack: 'failed',
  rejecting: 'rejected',
  failing: 'failed',
} as const satisfies Readonly<Record<string, (typeof ATTACHMENT_STATES)[number]>>

/** The state of an attachment as the format has it; null where it is not said. */
export function attachmentState(value: unknown): (typeof ATTACHMENT_STATES)[number] | null {
  const near = asWord(value, ['initiatingRequest', 'rollingBack', 'rejecting', 'failing'])
  return near === null ? asWord(value, ATTACHMENT_STATES) : NEAR[near]
}

/** Those that stay listed for a while and carry nothing. */
export const isGone = (state: string | null): boolean =>
  state === 'deleted' || state === 'rejected' || state === 'failed'

/** What an attachment is of, `tgw-peering` being another word for `peering`. Source: EC2 API, TransitGatewayAttachment. */
export function resourceType(value: unknown): string | null {
  const known = asWord(value, TYPES)
  return known === 'tgw-peering' ? 'peering' : (known ?? peekText(value)?.toLowerCase().replace(/_/g, '-') ?? null)
}
const TYPES = [
  'vpc',
  'vpn',
  'vpn-concentrator',
  'direct-connect-gateway',
  'connect',
  'peering',
  'tgw-peering',
  'network-function',
  'client-vpn',
] as const

/** The generic records of an attachment: a peering has one on either side. */
export const attachmentRecords = (importing: Importing, attachment: string): readonly Entry[] =>
  importing.where('TransitGatewayAttachments', 'TransitGatewayAttachmentId', attachment)

/**
 * The id of the peering that an attachment is of. Within a Region, and between accounts, each gateway has an attachment of its own, under another
 * id: a design has one peering, under the id that the requester's side has. Source: hashicorp/terraform-provider-aws 23828, boto/boto3 3820.
 */
export const peeringId = (importing: Importing, attachment: string): string =>
  once(importing, 'sides-of-peerings', () => sidesOfPeerings(importing)).get(attachment) ?? attachment

function sidesOfPeerings(importing: Importing): ReadonlyMap<string, string> {
  /** Both gateways of a peering -> its ids, that of the first gateway before the other. */
  const sides = new Map<string, Set<string>>()
  const put = (id: string | null, state: unknown, one: string | null, other: string | null) => {
    if (id === null || one === null || other === null || isGone(attachmentState(state))) return
    const pair = [one, other].toSorted().join(' ')
    sides.set(pair, (sides.get(pair) ?? new Set()).add(id))
  }
  const asked = importing.records('TransitGatewayPeeringAttachments').map(({ value }) => ({
    id: asId(value.TransitGatewayAttachmentId),
    state: value.State,
    requester: asId(asFields(value.RequesterTgwInfo).TransitGatewayId),
    accepter: asId(asFields(value.AccepterTgwInfo).TransitGatewayId),
  }))
  const isRequesters = ({ id, requester }: (typeof asked)[number]) =>
    attachmentRecords(importing, id ?? '').some(({ value }) => asId(value.TransitGatewayId) === requester)
  for (const one of [...asked.filter(isRequesters), ...asked]) put(one.id, one.state, one.requester, one.accepter)
  for (const { value } of importing.raw('TransitGatewayAttachments')) {
    const peer = asId(value.ResourceId)
    if (resourceType(value.ResourceType) === 'peering' && peer?.startsWith('tgw-'))
      put(asId(value.TransitGatewayAttachmentId), value.State, asId(value.TransitGatewayId), peer)
  }
  return new Map([...sides.values()].flatMap((ids) => [...ids].map((id) => [id, [...ids][0]!] as const)))
}

/** How a design names an attachment of that gateway: VPN connections and virtual interfaces, of which there may be several, stand for their own. */
export function attachmentReferences(
  importing: Importing,
  gateway: string,
  { TransitGatewayAttachmentId, ResourceType, ResourceId }: Fields,
): readonly string[] {
  const attachment = asId(TransitGatewayAttachmentId)
  if (attachment === null) return []
  const [record] = attachmentRecords(importing, attachment)
  const found = record?.value
  const [here, there] = [peekText(ResourceId), peekText(found?.ResourceId)]
  // of a peering each side names the other
  if (record && here !== null && there !== null && here !== there && !here.startsWith('tgw-'))
    note(
      importing,
      'assumed',
      `${attachment}: other records say that it is of ${here}, and this one of ${there}`,
      record.place,
    )
  const type = resourceType(ResourceType) ?? resourceType(found?.ResourceType)
  const resource = asId(ResourceId) ?? asId(found?.ResourceId)
  if (type === 'vpn' && resource !== null) return [resource]
  if (type === 'direct-connect-gateway' && resource !== null) {
    const links = linksOf(importing).get(`${resource} ${gateway}`) ?? []
    if (links.length > 0) return links
  }
  return [peeringId(importing, attachment)]
}

/** `gateway of Direct Connect, transit gateway` -> the links that lead through both. */
export const linksOf = (importing: Importing): Map<string, string[]> =>
  once(importing, 'links-through-gateways', () => new Map<string, string[]>())

/** What all records in a list of attachments are called in a design. */
export const referencesIn = (importing: Importing, gateway: string, list: unknown): string[] =>
  asRecords(list).flatMap((one) => attachmentReferences(importing, gateway, one))

/** Blocks that an attachment has propagated into any table, as far as a search for routes was asked for them. */
export const learnedBlocks = (importing: Importing, attachment: string): readonly string[] =>
  once(importing, 'learned-blocks', () => {
    const found = new Map<string, Set<string>>()
    for (const { value } of importing.records('TransitGatewayStaticRoutes'))
      for (const route of asRecords(value.Routes)) {
        const block = asBlock(route.DestinationCidrBlock)
        if (block === null || !isPropagated(route)) continue
        for (const one of asRecords(route.TransitGatewayAttachments)) {
          const id = asId(one.TransitGatewayAttachmentId)
          if (id !== null) found.set(id, (found.get(id) ?? new Set<string>()).add(block))
        }
      }
    return new Map([...found].map(([id, blocks]) => [id, [...blocks]]))
  }).get(attachment) ?? []

export const isPropagated = (route: Fields): boolean => asWord(route.Type, ['static', 'propagated']) === 'propagated'

/** The attachment of a VPN connection or a Direct Connect gateway at a transit gateway. */
export const attachmentOf = (importing: Importing, resource: string, gateway: string): string | null =>
  asId(
    importing
      .where('TransitGatewayAttachments', 'ResourceId', resource)
      .find(({ value }) => asId(value.TransitGatewayId) === gateway)?.value.TransitGatewayAttachmentId,
  )

/** The table that a record says its attachment is associated with. */
export function associatedTable({ value }: Entry): string | null {
  const { State, TransitGatewayRouteTableId } = asFields(value.Association)
  return isOn(State, 'associated') ? asId(TransitGatewayRouteTableId) : null
}

/** States are left out by some tools; then the record counts. */
export function isOn(state: unknown, word: 'associated' | 'enabled'): boolean {
  const found = asWord(state, ON_STATES)
  return found === null || found === word
}
const ON_STATES = [
  'associating',
  'associated',
  'disassociating',
  'disassociated',
  'enabling',
  'enabled',
  'disabling',
  'disabled',
] as const
