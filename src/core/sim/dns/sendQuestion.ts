import { type Address, formatAddress, isIp4, sameAddress } from '../../net/address.ts'
import { isAmazonResolver } from '../../net/amazonResolver.ts'
import type { NameServer, OwnServerNet } from '../../topology/dnsNet.ts'
import type { Origin } from '../../topology/origin.ts'
import { type Eni, PROTOCOL, type Topology, type VpcNet } from '../../topology/topology.ts'
import { answerItself, deliverOutside, deliverToInterface } from '../forward/deliver.ts'
import { passGroups } from '../forward/filters/passFilters.ts'
import { type Arrival, forwardPacket } from '../forward/forwardPacket.ts'
import type { Packet } from '../forward/packet.ts'
import { recordHandOver } from '../forward/recordHandOver.ts'
import { walkReply } from '../forward/walkReply.ts'
import type { Recorder } from '../recorder.ts'
import { addBlocker, addTopologyGap, createWalk, nameOf, type Walk } from '../walk.ts'
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
  recorder?.atHop(sender.owner, nameOf(walk, sender.owner))
  const from = isIp4(server) ? sender.address : sender.address6
  const packet: Packet = {
    src: from ?? server,
    dst: server,
    protocol: PROTOCOL.udp,
    ports: { from: port, to: port },
    icmpType: 8,
    size: 0,
  }
  const gap = sender.gaps[isIp4(server) ? 'address' : 'address6']
  if (from === null && gap) {
    addTopologyGap(walk, gap)
    return { walk, responder: unknown }
  }
  if (from === null) {
    const code = 'NO_ADDRESS_OF_FAMILY'
    const decidedBy = sender.origin
    if (recorder) recordHandOver(walk, { outcome: 'dropped', to: sender.owner, how: 'nobody', packet, decidedBy, code })
    addBlocker(walk, code, decidedBy)
    return { walk, responder: unknown }
  }
  if (sameAddress(from, server)) {
    answerItself(walk, sender, packet)
    return { walk, responder: responderAt(topology, sender, unknown) }
  }
  passGroups(walk, sender, 'egress', packet)
  const arrival = forwardPacket(walk, sender.subnet, packet, sender)
  const end = arrival && deliver(walk, arrival, server)
  if (!end) return { walk, responder: unknown }
  walkReply(walk, end)
  return { walk, responder: end.kind === 'interface' ? responderAt(topology, end.eni, unknown) : unknown }
}

function deliver(walk: Walk, arrival: Arrival, server: Address): Arrival | null {
  if (arrival.kind === 'interface') return deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  deliverOutside(walk, arrival.packet, {
    address: server,
    eni: null,
    wanted: null,
    service: null,
    host: findHostAt(walk.topology, server)?.id ?? null,
    listens: null,
    owner: null,
  })
  return arrival
}

/** Whoever answers at an interface: the resolver behind an inbound endpoint, the server of an on-premises network, or somebody unknown. */
function responderAt(topology: Topology, eni: Eni, unknown: Extract<Resolver, { kind: 'unknown' }>): Resolver {
  const endpoint = topology.resolverEndpoints.get(eni.owner)
  if (endpoint?.direction === 'inbound') return { kind: 'vpc', vpc: endpoint.vpc, inbound: true }
  const network = eni.subnet.vpc
  const { server } = network.dns
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
