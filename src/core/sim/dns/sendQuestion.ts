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
import { settle } from '../travel/settle.ts'
import { addGap, addTopologyGap } from '../travel/tell.ts'
import { travelThereAndBack } from '../travel/travel.ts'
import { createWalk, type Pick, type Walk } from '../travel/walk.ts'
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

/** How a question to a DNS server fared: `walk` says what stood in the way; `responder` who would answer it there; `picks` what was picked on the way. `triesAgain`: a question that takes another way is lost, and has to be asked again. */
export interface Sent {
  readonly walk: Walk
  readonly responder: Resolver
  readonly picks: readonly Pick[]
  readonly triesAgain: boolean
}

const NONE: readonly never[] = []

/** Sends a question from an interface to a DNS server and its answer back, like any packet. `picks`: what to pick on its way, once the ways have been tried. Amazon's own resolver cannot be filtered. Source: VPC guide, DNS; Route 53 guide, outbound endpoints. */
export function sendQuestion(
  topology: Topology,
  recorder: Recorder | null,
  sender: Eni,
  nameServer: NameServer,
  picks: readonly Pick[] = NONE,
): Sent {
  const { address: server, port, origin } = nameServer
  const walk = createWalk(topology, recorder, sender, true)
  walk.carried.picks = picks
  const asked = { picks, triesAgain: false }
  const { vpc } = sender.subnet
  const unknown = { kind: 'unknown', address: server, owner: findHostAt(topology, server)?.id ?? null, origin } as const
  if (vpc.site === 'vpc' && isAmazonResolver(server, vpc.primary ?? undefined))
    return { walk, responder: { kind: 'vpc', vpc, inbound: false }, ...asked }
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
    return { walk, responder: unknown, ...asked }
  }
  if (sameAddress(from, server)) {
    // Source: Route 53 guide: an outbound endpoint only sends
    if (sender.role === 'client') answerItself(walk, sender, packet)
    else drop(placeAt(walk, sender.owner, 'local', packet), 'TARGET_PORT_RESTRICTION', sender.origin)
    return { walk, responder: responderAt(topology, sender, unknown), ...asked }
  }
  ask(walk, sender, packet)
  if (walk.carried.met.length > 0) {
    const settled = settle(createWalk(topology, null, sender, true), (fork) => ask(fork, sender, packet))
    if (settled?.works) {
      const sent = sendQuestion(topology, null, sender, nameServer, settled.works)
      return { ...sent, triesAgain: settled.fate !== 'succeeds' }
    }
    if (settled) return sendQuestion(topology, null, sender, nameServer, settled.picks)
    addGap(walk, 'NOT_MODELLED', null, { message: 'more ways through transit gateways than are tried' })
  }
  const end = walk.told.end
  return { walk, responder: end?.kind === 'interface' ? responderAt(topology, end.eni, unknown) : unknown, ...asked }
}

function ask(walk: Walk, sender: Eni, packet: Packet): void {
  passGroups(walk, sender, 'egress', packet)
  travelThereAndBack(
    walk,
    detour(forwardFrom(sender, packet), (arrival) => handIn(walk, arrival, packet.dst)),
  )
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
