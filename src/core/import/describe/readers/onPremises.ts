import { notImported } from '../../../model/notImported.ts'
import { asFields, asFlag, asId, asNumber, asRecords, asText, asWord, type Fields } from '../../fields.ts'
import { add, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { regionOf, titleOfRecord } from '../../whereabouts.ts'
import { propagatedBlocks } from './routeTables.ts'
import { attachmentOf, attachmentState, isGone, learnedBlocks, linksOf } from './transitReferences.ts'

const STATES = ['pending', 'available', 'deleting', 'deleted'] as const

/** `describe-vpn-gateways`. */
export function readPrivateGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.VpnGatewayId)
  const state = asWord(value.State, STATES)
  const vpc = asId(
    asRecords(value.VpcAttachments).find((one) => asWord(one.State, ['attached', 'attaching']) !== null)?.VpcId,
  )
  if (id === null || vpc === null || state === 'deleted' || state === 'deleting')
    return skip(importing, entry, id, 'a virtual private gateway that is deleted, or attached to no VPC')
  add(importing, entry, {
    kind: 'virtual-private-gateway',
    id,
    name: titleOfRecord(entry, id),
    vpc,
    asn: asNumber(value.AmazonSideAsn),
  })
}

/** `describe-customer-gateways`. */
export function readCustomerGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.CustomerGatewayId)
  const state = asWord(value.State, STATES)
  if (id === null || state === 'deleted' || state === 'deleting')
    return skip(importing, entry, id, 'the customer gateway is deleted')
  add(importing, entry, {
    kind: 'customer-gateway',
    id,
    name: titleOfRecord(entry, id),
    region: regionOf(importing, entry),
    ipAddress: asText(value.IpAddress) ?? '',
    asn: asNumber(value.BgpAsn) ?? asNumber(value.BgpAsnExtended) ?? 65000,
  })
}

/** `describe-vpn-connections`. What BGP announces is known as far as it was propagated into route tables. */
export function readVpnConnection(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.VpnConnectionId)
  const customerGateway = asId(value.CustomerGatewayId)
  const gateway = asId(value.TransitGatewayId) ?? asId(value.VpnGatewayId)
  const state = asWord(value.State, STATES)
  if (state === 'deleted' || state === 'deleting') return skip(importing, entry, id, `the VPN connection is ${state}`)
  if (id === null || customerGateway === null || gateway === null || state === null)
    return skip(importing, entry, id, 'the state or a gateway of the VPN connection is not there')
  const isStatic = asFlag(asFields(value.Options).StaticRoutesOnly) ?? false
  const tunnels = asRecords(value.VgwTelemetry)
  const tunnelsUp = tunnels.length === 0 ? null : tunnels.some(isUp)
  if (tunnelsUp === null)
    note(importing, 'unknown', `${id}: whether a tunnel of the VPN connection is up is not in the files`, entry.place)
  const stated = asRecords(value.Routes).flatMap((one) =>
    asWord(one.State, STATES) === 'deleted' ? [] : (asText(one.DestinationCidrBlock) ?? []),
  )
  const learned = isStatic || stated.length > 0 ? null : learnedFrom(importing, id, gateway)
  const allRoutes = learned === null || learned.length > 0 || !mayAnnounce(tunnels)
  if (!allRoutes)
    note(
      importing,
      'unknown',
      `${id}: which blocks the VPN connection has learned by BGP is not in the files`,
      entry.place,
    )
  add(importing, entry, {
    kind: 'vpn-connection',
    id,
    name: titleOfRecord(entry, id),
    region: regionOf(importing, entry),
    customerGateway,
    gateway,
    state,
    tunnelsUp,
    routing: isStatic ? 'static' : 'bgp',
    routes: learned === null ? stated : [...learned],
    allRoutes,
  })
}

const isUp = (tunnel: Fields): boolean => asWord(tunnel.Status, ['UP', 'DOWN']) === 'UP'
/** A tunnel that is up says how many routes it has accepted. Source: EC2 API, VgwTelemetry. */
const mayAnnounce = (tunnels: readonly Fields[]): boolean =>
  tunnels.length === 0 || tunnels.some((one) => isUp(one) && asNumber(one.AcceptedRouteCount) !== 0)

/** What came by BGP, as far as tables show it: those of VPCs for a virtual private gateway, those of its own for a transit gateway. */
function learnedFrom(importing: Importing, vpn: string, gateway: string): readonly string[] {
  const attachment = attachmentOf(importing, vpn, gateway)
  return attachment === null ? propagatedBlocks(importing, gateway) : learnedBlocks(importing, attachment)
}

const LINK_STATES = ['available', 'down', 'deleting', 'deleted'] as const
/** Source: Direct Connect API, VirtualInterfaceState. */
const LINK_WORDS = [...LINK_STATES, 'confirming', 'verifying', 'pending', 'rejected', 'testing', 'unknown'] as const

/** `directconnect describe-virtual-interfaces`: private and transit ones, to the gateways that they or their Direct Connect gateway lead to. */
export function readVirtualInterface(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.VirtualInterfaceId)
  const type = asWord(value.VirtualInterfaceType, ['private', 'transit', 'public'])
  if (id === null || type === null) return skip(importing, entry, id, 'the type of the virtual interface is not there')
  if (type === 'public') return skip(importing, entry, id, 'a public virtual interface leads to no VPC')
  const through = asId(value.DirectConnectGatewayId)
  const associations =
    through === null ? [] : importing.where('DirectConnectGatewayAssociations', 'DirectConnectGatewayId', through)
  const own = asId(value.VirtualGatewayId)
  const associated = new Set(associations.map((one) => asId(asFields(one.value.AssociatedGateway).Id)))
  const gateways = [
    ...(own === null ? [] : [{ gateway: own, allowed: [] as string[] }]),
    ...attachedTo(importing, through).flatMap((gateway) =>
      associated.has(gateway) ? [] : { gateway, allowed: [] as string[] },
    ),
    ...associations.flatMap((one) => {
      const gateway = asId(asFields(one.value.AssociatedGateway).Id) ?? asId(one.value.VirtualGatewayId)
      const allowed = asRecords(one.value.AllowedPrefixesToDirectConnectGateway).flatMap(
        (prefix) => asText(prefix.Cidr) ?? [],
      )
      return gateway === null ? [] : [{ gateway, allowed }]
    }),
  ]
  if (gateways.length === 0)
    return skip(importing, entry, id, 'the files do not say which gateways the virtual interface leads to')
  const state = asWord(value.VirtualInterfaceState, LINK_WORDS)
  const name = asText(value.VirtualInterfaceName) ?? id
  for (const [index, { gateway, allowed }] of gateways.entries()) {
    const link = index === 0 ? id : `${id}-${index + 1}`
    const attachment = through === null ? null : attachmentOf(importing, through, gateway)
    const drawn = add(importing, entry, {
      kind: 'direct-connect',
      id: link,
      name,
      region: regionOf(importing, { ...entry, region: asText(value.Region) ?? entry.region }),
      gateway,
      // What lies behind it AWS does not say: a network that is not drawn.
      network: notImported(`network-behind-${id}`),
      state: LINK_STATES.find((one) => one === state) ?? 'pending',
      announced: attachment === null ? propagatedBlocks(importing, gateway) : [...learnedBlocks(importing, attachment)],
      mtu: asWord(value.Mtu, ['1500', '8500', '9001']) ?? 'unknown',
      allowedPrefixes: allowed,
    })
    if (!drawn || through === null) continue
    const links = linksOf(importing)
    const key = `${through} ${gateway}`
    links.set(key, [...(links.get(key) ?? []), link])
  }
}

/** Transit gateways that a Direct Connect gateway is attached to. */
const attachedTo = (importing: Importing, through: string | null): readonly string[] =>
  through === null
    ? []
    : importing
        .where('TransitGatewayAttachments', 'ResourceId', through)
        .flatMap(({ value }) => (isGone(attachmentState(value.State)) ? [] : (asId(value.TransitGatewayId) ?? [])))
