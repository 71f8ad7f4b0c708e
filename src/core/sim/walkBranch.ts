import type { AccessRequest } from '../model/design.ts'
import { type Address, formatAddress, isIp4, sameAddress } from '../net/address.ts'
import { scopeOf } from '../net/special.ts'
import { type Eni, PROTOCOL, type Topology } from '../topology/topology.ts'
import { findMadeUpName } from './dns/findMadeUpName.ts'
import { recordLookup } from './dns/recordLookup.ts'
import { answerOnHost } from './forward/answerOnHost.ts'
import { answerItself, deliverOutside, deliverToInterface } from './forward/deliver.ts'
import { passGroups } from './forward/filters/passFilters.ts'
import { type Arrival, forwardPacket } from './forward/forwardPacket.ts'
import { enterFromInternet } from './forward/handovers/enterFromInternet.ts'
import type { Packet } from './forward/packet.ts'
import { recordHandOver } from './forward/recordHandOver.ts'
import { walkReply } from './forward/walkReply.ts'
import type { Recorder } from './recorder.ts'
import type { Destination, Resolution } from './resolveDestination.ts'
import type { Source } from './resolveSource.ts'
import type { Blocker, Branch, Note } from './verdict.ts'
import { addBlocker, addNote, addTopologyGap, createWalk, GAP_CODES, nameOf, type Walk } from './walk.ts'

export interface BranchInput {
  readonly topology: Topology
  readonly request: AccessRequest
  readonly source: Source
  /** The interface that asks; null = somebody on the internet. */
  readonly caller: Eni | null
  readonly resolution: Resolution
  /** null = the lookup gave no address to walk to. */
  readonly destination: Destination | null
  readonly recorder: Recorder | null
}

/** Walks one way of a request: the lookup, then there and back. */
export function walkBranch(input: BranchInput): Branch {
  const { topology, source, caller, resolution, recorder } = input
  const walk = createWalk(topology, recorder, caller)
  if (resolution.lookup) {
    recorder?.startLeg('lookup')
    recordLookup(walk, resolution, input.destination !== null)
  }
  const destination = walk.blocked ? null : input.destination
  const from = sourceAddress(source, caller, destination)
  if (!walk.blocked) {
    if (destination === null) noteNoAddress(walk, input)
    else if (from === null) noteSourceAddress(walk, input, destination)
    else walkThereAndBack(walk, input, destination, from)
  }
  return {
    // what is blocked for certain fails, whatever else is not known
    kind: walk.blocked ? 'fails' : walk.gaps.length > 0 ? 'cannot-tell' : walk.partly ? 'partly' : 'succeeds',
    from: from === null ? '' : formatAddress(from),
    to: destination ? formatAddress(destination.address) : '',
    zone: destination?.eni?.subnet.zoneName ?? null,
    path: walk.path,
    via: walk.via,
    blockers: walk.blockers.length > 1 ? orderBlockers(walk.blockers) : walk.blockers,
    assumptions: walk.blocked ? walk.assumptions.filter(countsWhenBlocked) : walk.assumptions,
    gaps: walk.gaps,
    legs: recorder?.legs ?? [],
  }
}

/** On the way, but what the caller meets comes first: a refusal that is lost on its way back is a time-out, and what stops a part is no matter where something stops all. */
function orderBlockers(blockers: readonly Blocker[]): readonly Blocker[] {
  const rank = ({ partly, symptom }: Blocker) =>
    partly ? 2 : symptom === 'connection-refused' || symptom === 'http-error' ? 1 : 0
  return [...blockers].sort((a, b) => rank(a) - rank(b))
}

/** Whether anybody would have answered is no matter where nothing gets there; what the name was taken to mean still is. */
const countsWhenBlocked = ({ code }: Note): boolean => code === 'ASSUMED_DNS_SERVER_RECURSES'

/** The address that the asker sends from: of the destination's family, or its only one. */
function sourceAddress(source: Source, caller: Eni | null, destination: Destination | null): Address | null {
  const own = caller
    ? { address4: caller.address, address6: caller.address6 }
    : source.kind === 'internet'
      ? source
      : { address4: null, address6: null }
  return destination === null
    ? (own.address4 ?? own.address6)
    : isIp4(destination.address)
      ? own.address4
      : own.address6
}

/** The caller's own address is meant and not known. */
function noteSourceAddress(walk: Walk, { caller }: BranchInput, destination: Destination): void {
  const gap = caller?.gaps[isIp4(destination.address) ? 'address' : 'address6']
  if (gap) addTopologyGap(walk, gap)
  else addNote(walk.gaps, 'INVALID_VALUE', caller?.origin ?? null, { message: 'who asks has no address' })
}

/** The lookup said no, or the address asked for is of a family that the caller has none of. */
function noteNoAddress(walk: Walk, { caller, request, resolution: { name, lookup, destinations } }: BranchInput): void {
  if (lookup?.outcome === 'unknown')
    addNote(walk.gaps, lookup.code ?? 'UNKNOWN_NAME', null, { name: name ?? request.to })
  else if (destinations[0]) {
    const origin = caller?.origin ?? null
    walk.recorder?.startLeg('request')
    walk.recorder?.atHop(caller?.owner ?? null, caller ? nameOf(walk, caller.owner) : 'the internet')
    const packet = createPacket(request, destinations[0].address, destinations[0].address)
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'dropped',
        to: caller?.owner ?? null,
        how: 'nobody',
        packet,
        decidedBy: origin,
        code: 'NO_ADDRESS_OF_FAMILY',
      })
    addBlocker(walk, 'NO_ADDRESS_OF_FAMILY', origin)
  }
}

function walkThereAndBack(
  walk: Walk,
  { request, caller, recorder, resolution }: BranchInput,
  destination: Destination,
  from: Address,
): void {
  const packet = createPacket(request, from, destination.address)
  recorder?.startLeg('request')
  if (caller === null) {
    walkFromInternet(walk, packet, destination)
    return
  }
  recorder?.atHop(caller.owner, nameOf(walk, caller.owner))
  if (sameAddress(from, destination.address)) {
    answerItself(walk, caller, packet)
    return
  }
  if (answerOnHost(walk, caller, packet)) return
  passGroups(walk, caller, 'egress', packet)
  const arrival = forwardPacket(walk, caller.subnet, packet, caller)
  if (!arrival) return
  finish(walk, arrival, destination)
  checkCertificate(walk, arrival, resolution, request)
}

/** An endpoint answers with its service's certificate: it covers the service's names and the endpoint's own, not a name that somebody made up. */
function checkCertificate(walk: Walk, arrival: Arrival, { name, lookup }: Resolution, request: AccessRequest): void {
  if (walk.blocked || arrival.kind !== 'interface' || request.port !== 443 || name === null || lookup === null) return
  const endpoint = arrival.eni.endpoint
  const decidedBy = endpoint && findMadeUpName(walk.topology, endpoint, name, lookup)
  if (!decidedBy) return
  if (walk.recorder) {
    walk.recorder.startLeg('request')
    walk.recorder.atHop(endpoint.id, nameOf(walk, endpoint.id))
    recordHandOver(walk, {
      outcome: 'refused',
      to: endpoint.id,
      how: 'interface-endpoint',
      packet: arrival.packet,
      decidedBy,
      code: 'TLS_NAME_MISMATCH',
    })
  }
  addBlocker(walk, 'TLS_NAME_MISMATCH', decidedBy)
}

function finish(walk: Walk, arrival: Arrival, destination: Destination): void {
  if (arrival.kind === 'outside') deliverOutside(walk, arrival.packet, destination)
  else if (destination.wanted && arrival.eni !== destination.wanted) {
    meetAnother(walk, arrival.eni, arrival.packet)
    return
  }
  const end = arrival.kind === 'outside' ? arrival : deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  // a port that nobody listens on is answered too: the refusal has to find its way back like any reply
  if (end) walkReply(walk, end)
}

/** What was asked for is in another network; here somebody else has its address. */
function meetAnother(walk: Walk, eni: Eni, packet: Packet): void {
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'dropped',
      to: eni.owner,
      how: 'nobody',
      packet,
      decidedBy: eni.origin,
      code: 'ADDRESS_OF_ANOTHER',
    })
  addBlocker(walk, 'ADDRESS_OF_ANOTHER', eni.origin)
}

function walkFromInternet(walk: Walk, packet: Packet, { wanted }: Destination): void {
  walk.recorder?.atHop(null, formatAddress(packet.src))
  const eni = typeof packet.dst === 'number' ? walk.topology.publicAt.get(packet.dst) : findEni6(walk, packet.dst)
  if (eni) {
    const arrival = enterFromInternet(walk, eni, packet, null)
    if (arrival?.kind !== 'interface') return
    const end = deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
    if (end) walkReply(walk, end)
    return
  }
  const inside = wanted ?? findInside(walk, packet.dst)
  if (inside || scopeOf(packet.dst) !== 'public') refuseFromInternet(walk, packet, inside)
  else {
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'unknown',
        to: null,
        how: 'nobody',
        packet,
        decidedBy: null,
        code: 'UNKNOWN_DESTINATION',
      })
    addNote(walk.gaps, 'UNKNOWN_DESTINATION', null, {
      message: `nothing in the design has the address ${formatAddress(packet.dst)}`,
    })
  }
}

/** Private addresses are not routed on the internet. A public address that is meant and cannot be read leaves it open. */
function refuseFromInternet(walk: Walk, packet: Packet, inside: Eni | undefined): void {
  const gap = inside?.gaps.publicAddress
  // only clients have a field for a public address
  const decidedBy = inside
    ? {
        construct: inside.owner,
        path: inside.role === 'client' ? [...inside.origin.path, 'publicIp'] : inside.origin.path,
      }
    : null
  const code = gap ? GAP_CODES[gap.code] : 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: gap ? 'unknown' : 'dropped',
      to: inside?.owner ?? null,
      how: 'nobody',
      packet,
      decidedBy,
      code,
    })
  if (gap) addTopologyGap(walk, gap)
  else addBlocker(walk, 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', decidedBy)
}

function findInside(walk: Walk, address: Address): Eni | undefined {
  if (typeof address !== 'number') return undefined
  for (const vpc of walk.topology.vpcs.values()) {
    const eni = vpc.eniAt.get(address)
    if (eni) return eni
  }
  return undefined
}

function findEni6(walk: Walk, address: Address): Eni | undefined {
  const text = formatAddress(address)
  for (const vpc of walk.topology.vpcs.values()) {
    const eni = vpc.eniAt6.get(text)
    if (eni) return eni
  }
  return undefined
}

function createPacket(request: AccessRequest, src: Address, dst: Address): Packet {
  const six = !isIp4(dst)
  const protocol = request.protocol === 'icmp' ? (six ? PROTOCOL.icmpv6 : PROTOCOL.icmp) : PROTOCOL[request.protocol]
  const port = request.port ?? 0
  return { src, dst, protocol, ports: { from: port, to: port }, icmpType: six ? 128 : 8, size: request.packetSize ?? 0 }
}
