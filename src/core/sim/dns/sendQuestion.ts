import { type Address, formatAddress, isIp4, sameAddress } from '../../net/address.ts'
import { isAmazonResolver } from '../../net/isAmazonResolver.ts'
import { dnsOf, type NameServer, type OwnServerNet } from '../../topology/dnsNet.ts'
import type { Origin } from '../../topology/origin.ts'
import { type Eni, PROTOCOL, type Topology, type VpcNet } from '../../topology/topology.ts'
import type { Arrival } from '../travel/arrival.ts'
import { deliverOutside } from '../travel/deliverOutside.ts'
import { passGroups } from '../travel/filters/passFilters.ts'
import { answerItself } from '../travel/listen.ts'
import { deliverTo, detour, forwardFrom, type Next } from '../travel/next.ts'
import type { Packet } from '../travel/packet.ts'
import { drop, goTo, placeAt } from '../travel/place.ts'
import type { Recorder } from '../travel/recorder.ts'
import { addTopologyGap } from '../travel/tell.ts'
import { travelThereAndBack } from '../travel/travel.ts'
import { createWalk, type Walk } from '../travel/walk.ts'
import { findHostAt } from './resolvePublicName.ts'

/** Who can be asked for a name. */
export type Resolver =
  | { readonly kind: 'public' }
  /** Amazon's resolver of a VPC; `inbound` = asked through one of its inbound endpoints. */
  | { readonly kind: 'vpc'; readonly vpc: VpcNet; readonly inbound: boolean }
  | { readonly kind: 'own-server'; readonly network: VpcNet; readonly server: OwnServerNet }
  /** A server of which the design says no more than its address. */
  | {
      readonly kind: 'unknown'
      readonly address: Address
      /** The drawn construct that has the address. */
      readonly owner: string | null
      /** Where the design names the server. */
      readonly origin: Origin
    }

/** How a question to a DNS server fared: `walk` says what stood in the way; `responder` who would answer it there. */
export interface Sent {
  readonly walk: Walk
  readonly responder: Resolver
}

/** Sends a question from an interface to a DNS server and its answer back, like any packet. Amazon's own resolver cannot be filtered. Source: VPC guide, DNS; Route 53 guide, outbound endpoints. */
export function sendQuestion(
  topology: Topology,
  recorder: Recorder | null,
  sender: Eni,
  { address: server, port, origin }: NameServer,
): Sent {
  const walk = createWalk(topology, recorder, sender, true)
  const { vpc } = sender.subnet
  const unknown = { kind: 'unknown', address: server, owner: findHostAt(topology, server)?.id ?? null, origin } as const
  if (vpc.site === 'vpc' && isAmazonResolver(server, vpc.primary ?? undefined))
    return { walk, responder: { kind: 'vpc', vpc, inbound: false } }
  goTo(walk, sender.owner)
  const from = isIp4(server) ? sender.address : sender.address6
  const packet: Packet = {
    src: from ?? server,
    dst: server,
    protocol: PROTOCOL.udp,
    ports: { from: port, to: port },
    from: null,
    icmpType: 8,
    size: 0,
  }
  const gap = sender.gaps[isIp4(server) ? 'address' : 'address6']
  if (from === null) {
    if (gap) addTopologyGap(walk, gap)
    else drop(placeAt(walk, sender.owner, 'nobody', packet), 'NO_ADDRESS_OF_FAMILY', sender.origin)
    return { walk, responder: unknown }
  }
  if (sameAddress(from, server)) {
    // Source: Route 53 guide: an outbound endpoint only sends
    if (sender.role === 'client') answerItself(walk, sender, packet)
    else drop(placeAt(walk, sender.owner, 'local', packet), 'TARGET_PORT_RESTRICTION', sender.origin)
    return { walk, responder: responderAt(topology, sender, unknown) }
  }
  passGroups(walk, sender, 'egress', packet)
  travelThereAndBack(
    walk,
    detour(forwardFrom(sender, packet), (arrival) => handIn(walk, arrival, server)),
  )
  const end = walk.told.end
  return { walk, responder: end?.kind === 'interface' ? responderAt(topology, end.eni, unknown) : unknown }
}

/** The network is done with the question: whoever has it takes it in. */
function handIn(walk: Walk, arrival: Arrival | null, server: Address): Next {
  if (arrival?.kind === 'interface') return deliverTo(arrival.eni, arrival.packet, arrival.from)
  if (arrival) {
    const host = findHostAt(walk.topology, server)?.id ?? null
    const outsider = { host, listens: null, service: null, owner: null }
    if (!deliverOutside(walk, arrival.packet, outsider, arrival.route?.origin ?? null)) return null
  }
  return arrival
}

/** Whoever answers at an interface: the resolver behind an inbound endpoint, the server of an on-premises network, or somebody unknown. */
function responderAt(topology: Topology, eni: Eni, unknown: Extract<Resolver, { kind: 'unknown' }>): Resolver {
  const endpoint = topology.resolverEndpoints.get(eni.owner)
  if (endpoint?.direction === 'inbound') return { kind: 'vpc', vpc: endpoint.vpc, inbound: true }
  const network = eni.subnet.vpc
  const { server } = dnsOf(topology, network)
  if (server && (server.eni === eni || sameAddress(server.address, unknown.address)))
    return { kind: 'own-server', network, server }
  return topology.design.constructs[eni.owner] ? { ...unknown, owner: eni.owner } : unknown
}

/** The key by which two questions to one resolver are known as the same. */
export const keyOf = (resolver: Resolver): string => {
  switch (resolver.kind) {
    case 'public':
      return 'public'
    case 'vpc':
      return `vpc ${resolver.vpc.id} ${resolver.inbound}`
    case 'own-server':
      return `own ${resolver.network.id}`
    case 'unknown':
      return `at ${formatAddress(resolver.address)}`
  }
}
