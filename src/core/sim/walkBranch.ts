import type { AccessRequest } from '../model/design.ts'
import { type Address, formatAddress, isIp4, sameAddress } from '../net/address.ts'
import { matchesPattern } from '../net/dnsName.ts'
import { type Eni, PROTOCOL, type Topology } from '../topology/topology.ts'
import { recordLookup, walkLookup } from './dns/walkLookup.ts'
import { answerOnHost } from './forward/answerOnHost.ts'
import { deliverOutside, deliverToInterface } from './forward/deliver.ts'
import { type Arrival, forwardPacket } from './forward/forwardPacket.ts'
import { enterFromInternet, recordHandOver } from './forward/handovers.ts'
import type { Packet } from './forward/packet.ts'
import { passGroups } from './forward/passFilters.ts'
import { walkReply } from './forward/walkReply.ts'
import type { Recorder } from './recorder.ts'
import type { Destination, Resolution } from './resolveDestination.ts'
import type { Source } from './resolveSource.ts'
import type { Branch } from './verdict.ts'
import { addBlocker, addNote, createWalk, nameOf, type Walk } from './walk.ts'

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
  const { topology, source, caller, resolution, destination, recorder } = input
  const walk = createWalk(topology, recorder)
  if (resolution.lookup) {
    recorder?.startLeg('lookup')
    walkLookup(walk, caller)
    recordLookup(walk, caller, resolution)
  }
  const from = caller ? callerAddress(caller, destination) : source.kind === 'internet' ? source.address : 0
  if (destination === null) noteNoAddress(walk, input)
  else if (from === null)
    addNote(walk.gaps, 'INVALID_VALUE', caller!.origin, {
      message: 'the client has no address: its subnet’s block cannot be read',
    })
  else if (!walk.blocked) walkThereAndBack(walk, input, destination, from)
  return {
    kind: walk.gaps.length > 0 ? 'cannot-tell' : walk.blocked ? 'fails' : walk.partly ? 'partly' : 'succeeds',
    from: from === null ? '' : formatAddress(from),
    to: destination ? formatAddress(destination.address) : '',
    zone: destination?.eni?.subnet.zoneName ?? null,
    path: walk.path,
    via: walk.via,
    blockers: walk.blockers,
    assumptions: walk.assumptions,
    gaps: walk.gaps,
    legs: recorder?.legs ?? [],
  }
}

const callerAddress = (caller: Eni, destination: Destination | null): Address | null =>
  destination !== null && !isIp4(destination.address) ? caller.address6 : caller.address

/** The lookup said no, or gave only addresses of a family that the caller has none of. */
function noteNoAddress(walk: Walk, { caller, request, resolution: { lookup, destinations } }: BranchInput): void {
  if (lookup?.outcome === 'unknown') addNote(walk.gaps, lookup.code ?? 'UNKNOWN_NAME', null, {})
  else if (lookup && destinations.length > 0) addBlocker(walk, 'DNS_NO_ADDRESS_OF_FAMILY', null)
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
    walkFromInternet(walk, packet)
    return
  }
  recorder?.atHop(caller.owner, nameOf(walk, caller.owner))
  if (sameAddress(from, destination.address)) {
    walk.path = 'same-subnet'
    if (recorder)
      recordHandOver(walk, {
        outcome: 'delivered',
        to: caller.owner,
        how: 'same-subnet',
        packet,
        decidedBy: caller.origin,
        code: null,
      })
    return
  }
  if (answerOnHost(walk, caller, packet)) return
  passGroups(walk, caller, 'egress', packet)
  const arrival = forwardPacket(walk, caller.subnet, packet, caller)
  if (!arrival) return
  finish(walk, arrival, destination, caller)
  checkCertificate(walk, arrival, resolution, request)
}

/** An endpoint answers with its service's certificate: it covers the service's names and the endpoint's own, not a name that somebody made up. */
function checkCertificate(walk: Walk, arrival: Arrival, { name, lookup }: Resolution, request: AccessRequest): void {
  if (
    walk.blocked ||
    arrival.kind !== 'interface' ||
    name === null ||
    lookup?.host === null ||
    lookup?.host === undefined
  )
    return
  const endpoint = arrival.eni.endpoint
  if (!endpoint || request.port !== 443 || endpoint.privateNames.some((pattern) => matchesPattern(pattern, name)))
    return
  const decidedBy = { construct: lookup.host.id, path: ['hostNames'] }
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

function finish(walk: Walk, arrival: Arrival, destination: Destination, caller: Eni | null): void {
  if (arrival.kind === 'outside') deliverOutside(walk, arrival.packet, destination)
  else deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  // a port that nobody listens on is answered too: the refusal has to find its way back like any reply
  walkReply(walk, arrival, caller)
}

function walkFromInternet(walk: Walk, packet: Packet): void {
  walk.recorder?.atHop(null, formatAddress(packet.src))
  const eni = typeof packet.dst === 'number' ? walk.topology.publicAt.get(packet.dst) : findEni6(walk, packet.dst)
  if (eni) {
    const arrival = enterFromInternet(walk, eni, packet, null)
    if (arrival?.kind !== 'interface') return
    deliverToInterface(walk, arrival.eni, arrival.packet, null)
    walkReply(walk, arrival, null)
    return
  }
  const inside =
    typeof packet.dst === 'number'
      ? [...walk.topology.vpcs.values()].map((vpc) => vpc.eniAt.get(packet.dst as number)).find((one) => one)
      : undefined
  // only clients have a field for a public address
  const decidedBy = inside
    ? {
        construct: inside.owner,
        path: inside.role === 'client' ? [...inside.origin.path, 'publicIp'] : inside.origin.path,
      }
    : null
  if (inside) {
    if (walk.recorder)
      recordHandOver(walk, {
        outcome: 'dropped',
        to: inside.owner,
        how: 'nobody',
        packet,
        decidedBy,
        code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      })
    addBlocker(walk, 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', decidedBy)
    return
  }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'unknown',
      to: null,
      how: 'nobody',
      packet,
      decidedBy,
      code: 'UNKNOWN_DESTINATION',
    })
  addNote(walk.gaps, 'UNKNOWN_DESTINATION', null, {
    message: `nothing in the design has the address ${formatAddress(packet.dst)}`,
  })
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
  return { src, dst, protocol, ports: { from: port, to: port }, icmpType: six ? 128 : 8 }
}
