import type { AccessRequest } from '../model/design.ts'
import { type Address, formatAddress, isIp4, sameAddress } from '../net/address.ts'
import { scopeOf } from '../net/scopeOf.ts'
import { type Eni, PROTOCOL, type Topology } from '../topology/topology.ts'
import { findMadeUpName } from './dns/findMadeUpName.ts'
import { recordLookup } from './dns/recordLookup.ts'
import { meetApi, meetPublicFront } from './meetApi.ts'
import { judgeCall } from './policy/judgeCall.ts'
import { factsOfArrival, factsOfOutsider } from './policy/pathFacts.ts'
import { type Destination, outsiderAt, type Resolution } from './resolveDestination.ts'
import type { Source } from './resolveSource.ts'
import { mayTranslate, translateSource } from './translateSource.ts'
import { answerOnHost } from './travel/answerOnHost.ts'
import type { Arrival } from './travel/arrival.ts'
import { checksTarget } from './travel/balance/checksTarget.ts'
import { deliverOutside, findNobody } from './travel/deliverOutside.ts'
import { passGroups } from './travel/filters/passFilters.ts'
import { findEni } from './travel/findEni.ts'
import { answerItself } from './travel/listen.ts'
import { deliverTo, forwardFrom } from './travel/next.ts'
import { isIcmp, type Packet } from './travel/packet.ts'
import { cannotTell, drop, goTo, nameOf, type Place, placeAt, sayHere, sayTranslated, stop } from './travel/place.ts'
import type { Recorder } from './travel/recorder.ts'
import { settle } from './travel/settle.ts'
import { enterFromInternet } from './travel/stations/enterFromInternet.ts'
import { publicFieldOf } from './travel/stations/publicAccess.ts'
import { addGap, addTopologyGap, assume, GAP_CODES } from './travel/tell.ts'
import { travel, travelThereAndBack } from './travel/travel.ts'
import { createWalk, type Pick, type Walk } from './travel/walk.ts'
import type { Blocker, Branch, Note } from './verdict.ts'

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

const NO_LEGS: Branch['legs'] = []
const NONE: readonly never[] = []

/** Walks one way of a request: the lookup, then there and back. `picks`: what to pick where a transit gateway may go on in several ways, once they have been tried. */
export function walkBranch(input: BranchInput, picks: readonly Pick[] = NONE): Branch {
  const { topology, source, resolution, recorder } = input
  const caller = input.caller && translateSource(topology, input.caller, input.destination?.address)
  const walk = createWalk(topology, recorder, caller, false, input.destination, resolution.name)
  const { told, carried } = walk
  carried.picks = picks
  if (resolution.lookup) {
    recorder?.startLeg('lookup')
    recordLookup(walk, resolution, input.destination !== null)
  }
  const destination = told.blocked ? null : input.destination
  const from = sourceAddress(source, caller, destination)
  if (!told.blocked) {
    if (destination === null) noteNoAddress(walk, input)
    else if (from === null) noteSourceAddress(walk, input, destination)
    else {
      const { astray } = carried
      const isClean = told.gaps.length === 0
      walkThereAndBack(walk, input, caller, destination, from)
      if (carried.met.length > 0) {
        const picked = settleWays(input, caller, destination, from, astray, isClean ? walk : null)
        if (picked?.every(isFirst) === false) {
          recorder?.rewind()
          return walkBranch(input, picked)
        }
        if (!picked)
          addGap(walk, 'NOT_MODELLED', null, { message: 'more ways through transit gateways than are tried' })
      }
    }
  }
  return {
    // what is blocked for certain fails, whatever else is not known
    kind: told.blocked ? 'fails' : told.gaps.length > 0 ? 'cannot-tell' : told.partly ? 'partly' : 'succeeds',
    from: from === null ? '' : formatAddress(from),
    to: destination ? destination.text : '',
    zone: destination?.eni?.subnet.zoneName ?? null,
    path: told.path,
    via: told.via,
    blockers: told.blockers.length > 1 ? orderBlockers(told.blockers) : told.blockers,
    assumptions:
      told.blocked && told.assumptions.length > 0 ? told.assumptions.filter(countsWhenBlocked) : told.assumptions,
    gaps: told.gaps,
    legs: recorder === null ? NO_LEGS : recorder.legs,
  }
}

/** What to pick where a transit gateway may go on in several ways; null = there are too many. `first`: the walk that has met them, where nothing that it says comes from before. */
function settleWays(
  input: BranchInput,
  caller: Eni | null,
  destination: Destination,
  from: Address,
  astray: boolean,
  first: Walk | null,
): readonly Pick[] | null {
  const start = createWalk(input.topology, null, caller, false, destination, input.resolution.name)
  start.carried.astray = astray
  return settle(start, (fork) => walkThereAndBack(fork, input, caller, destination, from), first)?.picks ?? null
}

/** What is picked where nothing is said to pick. */
const isFirst = ({ at, mixed, doubt }: Pick): boolean => at === 0 && !mixed && !doubt

/** On the way, but what the caller meets comes first: a refusal that is lost on its way back is a time-out, and what stops a part is no matter where something stops all. */
function orderBlockers(blockers: readonly Blocker[]): readonly Blocker[] {
  // most are in order as they are
  for (let i = 1; i < blockers.length; i++)
    if (rankOf(blockers[i]!) < rankOf(blockers[i - 1]!)) return blockers.toSorted((a, b) => rankOf(a) - rankOf(b))
  return blockers
}
const rankOf = ({ partly, symptom }: Blocker): number => (partly ? 2 : REACHES.has(symptom) ? 1 : 0)

/** Of these the caller knows only where the way there and back is open. */
const REACHES: ReadonlySet<string> = new Set([
  'connection-refused',
  'http-error',
  'connection-hangs',
  'connection-reset',
  'access-denied',
])

/** Whether anybody would have answered is no matter where nothing gets there; what the name was taken to mean still is. */
const countsWhenBlocked = ({ code }: Note): boolean =>
  code === 'ASSUMED_DNS_SERVER_RECURSES' || code === 'ASSUMED_PRIVATE_NAME'

/** The address that the asker sends from: of the destination's family, or its only one. */
function sourceAddress(source: Source, caller: Eni | null, destination: Destination | null): Address | null {
  const four = caller ? caller.address : source.kind === 'internet' ? source.address4 : null
  const six = caller ? caller.address6 : source.kind === 'internet' ? source.address6 : null
  if (destination === null) return four ?? six
  return isIp4(destination.address) ? four : six
}

/** The caller's own address is meant and not known. */
function noteSourceAddress(walk: Walk, { caller }: BranchInput, destination: Destination): void {
  const gap = caller?.gaps[isIp4(destination.address) ? 'address' : 'address6']
  if (gap) addTopologyGap(walk, gap)
  else addGap(walk, 'INVALID_VALUE', caller?.origin ?? null, { message: 'who asks has no address' })
}

/** The lookup said no, or the address asked for is of a family that the caller has none of. */
function noteNoAddress(walk: Walk, { caller, request, resolution: { name, lookup, destinations } }: BranchInput): void {
  if (lookup?.outcome === 'unknown') addGap(walk, lookup.code ?? 'UNKNOWN_NAME', null, { name: name ?? request.to })
  else if (destinations[0]) {
    walk.told.recorder?.startLeg('request')
    const packet = createPacket(request, destinations[0].address, destinations[0].address)
    const place: Place = caller
      ? placeAt(walk, caller.owner, 'nobody', packet)
      : { walk, id: null, how: 'nobody', packet, label: () => 'the internet' }
    drop(place, 'NO_ADDRESS_OF_FAMILY', caller?.origin ?? null)
  }
}

function walkThereAndBack(
  walk: Walk,
  { request, caller: asked, resolution, source }: BranchInput,
  caller: Eni | null,
  destination: Destination,
  from: Address,
): void {
  const packet = createPacket(request, from, destination.address)
  walk.told.recorder?.startLeg('request')
  if (caller === null) {
    const host =
      source.kind === 'internet' && source.host !== null ? walk.topology.design.constructs[source.host] : null
    if (host?.kind === 'internet-host' && host.runtime === 'lambda') refusePing(walk, host.id, packet)
    walkFromInternet(walk, packet, destination)
    meetPublicFront(walk, packet, resolution)
    if (request.api && source.kind === 'internet')
      judgeCall(walk, source.host, request.api, factsOfOutsider(packet, destination, source.isAnyone))
    return
  }
  goTo(walk, caller.owner)
  if (sameAddress(from, destination.address)) {
    answerItself(walk, caller, packet)
    return
  }
  if (caller.isFunction) refusePing(walk, caller.owner, packet)
  if (answerOnHost(walk, caller, packet)) return
  if (caller.balancer && checksTarget(walk.topology, caller, packet.dst, destination.wanted) === false) {
    drop(placeAt(walk, caller.owner, 'load-balancer', packet), 'ELBV2_NO_TARGETS_IN_AZ', caller.origin)
    return
  }
  if (asked && asked.translation !== 'none' && mayTranslate(asked, packet.dst)) noteTranslation(walk, asked, packet)
  passGroups(walk, caller, 'egress', packet)
  const arrival = travel(walk, forwardFrom(caller, packet))
  if (!arrival) return
  finish(walk, arrival, destination)
  checkCertificate(walk, arrival, resolution, request)
  if (resolution.lookup !== null) meetApi(walk, arrival, resolution, request.api !== undefined)
  if (request.api)
    judgeCall(walk, caller.owner, request.api, factsOfArrival(walk.topology, caller, arrival, destination))
}

/** Source: Lambda FAQs: only TCP and UDP sockets are supported. */
function refusePing(walk: Walk, construct: string, packet: Packet): void {
  if (isIcmp(packet.protocol))
    drop(placeAt(walk, construct, 'nobody', packet), 'LAMBDA_SENDS_TCP_AND_UDP_ONLY', { construct, path: ['runtime'] })
}

/** What the machine's system makes of the address of its container, or is taken to. */
function noteTranslation(walk: Walk, { owner, address, translation }: Eni, packet: Packet): void {
  const setting = { construct: owner, path: ['sourceTranslation'] }
  if (translation === 'unknown') assume(walk, 'ASSUMED_NO_TRANSLATION', setting, { guest: nameOf(walk, owner) })
  else if (address !== null)
    sayTranslated(placeAt(walk, owner, 'appliance', packet), setting, 'source', address, packet.src)
}

/** An endpoint answers with its service's certificate: it covers the service's names and the endpoint's own, not a name that somebody made up. */
function checkCertificate(walk: Walk, arrival: Arrival, { name, lookup }: Resolution, { port }: AccessRequest): void {
  if (walk.told.blocked || arrival.kind !== 'interface' || port !== 443 || name === null || lookup === null) return
  const { endpoint } = arrival.eni
  const decidedBy = endpoint && findMadeUpName(walk.topology, endpoint, name, lookup)
  if (!decidedBy) return
  walk.told.recorder?.startLeg('request')
  drop(placeAt(walk, endpoint.id, 'interface-endpoint', arrival.packet), 'TLS_NAME_MISMATCH', decidedBy, 'refused')
}

/** The network is done with the packet: whoever has it takes it in and answers, unless somebody else was meant. */
function finish(walk: Walk, arrival: Arrival, destination: Destination): void {
  const { packet } = arrival
  if (arrival.kind === 'outside') {
    // behind NAT64 it is another address, which somebody else may have
    const outsider = isTranslated(packet, destination) ? outsiderAt(walk.topology, packet.dst) : destination
    if (deliverOutside(walk, packet, outsider, arrival.route?.origin ?? null)) travelThereAndBack(walk, arrival)
    return
  }
  const { eni, from } = arrival
  // what was asked for is in another network; here somebody else has its address
  if (destination.wanted && eni !== destination.wanted)
    drop(placeAt(walk, eni.owner, 'nobody', packet), 'ADDRESS_OF_ANOTHER', eni.origin)
  else travelThereAndBack(walk, deliverTo(eni, packet, from))
}

const isTranslated = ({ dst }: Packet, { address, host, service }: Destination): boolean =>
  host === null && service === null && !sameAddress(dst, address)

function walkFromInternet(walk: Walk, packet: Packet, destination: Destination): void {
  const { topology } = walk
  goTo(walk, null, () => formatAddress(packet.src))
  const eni = typeof packet.dst === 'number' ? topology.publicAt.get(packet.dst) : findInside(topology, packet.dst)
  if (eni) {
    const arrival = travel(walk, enterFromInternet(walk, eni, packet, null))
    if (arrival?.kind === 'interface') travelThereAndBack(walk, deliverTo(arrival.eni, arrival.packet, arrival.from))
    return
  }
  const { wanted, host, service } = destination
  const inside = wanted ?? (typeof packet.dst === 'number' ? findInside(topology, packet.dst) : undefined)
  if (inside || scopeOf(packet.dst) !== 'public') refuseFromInternet(walk, packet, inside)
  // what lies between two ends outside of AWS is the internet, which carries it
  else if (host !== null || service !== null) deliverOutside(walk, packet, destination, null)
  else if (!findNobody(walk, packet, null)) {
    const message = `nothing in the design has the address ${formatAddress(packet.dst)}`
    cannotTell({ walk, id: null, how: 'nobody', packet }, null, message, 'UNKNOWN_DESTINATION')
  }
}

/** Private addresses are not routed on the internet. A public address that is meant and cannot be read leaves it open. */
function refuseFromInternet(walk: Walk, packet: Packet, inside: Eni | undefined): void {
  const gap = inside?.gaps.publicAddress
  const decidedBy = inside ? publicFieldOf(inside) : null
  if (!gap) {
    stop(walk, packet, 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', decidedBy)
    return
  }
  const place = { walk, id: inside?.owner ?? null, how: 'nobody', packet } as const
  sayHere(place, 'unknown', decidedBy, { code: GAP_CODES[gap.code] })
  addTopologyGap(walk, gap)
}

/** An interface of any VPC with that private address. */
function findInside({ vpcs }: Topology, address: Address): Eni | undefined {
  for (const vpc of vpcs.values()) {
    const eni = findEni(vpc, address)
    if (eni) return eni
  }
  return undefined
}

function createPacket(request: AccessRequest, src: Address, dst: Address): Packet {
  const six = !isIp4(dst)
  const protocol = request.protocol === 'icmp' ? (six ? PROTOCOL.icmpv6 : PROTOCOL.icmp) : PROTOCOL[request.protocol]
  const port = request.port ?? 0
  return {
    src,
    dst,
    protocol,
    ports: { from: port, to: port },
    from: null,
    icmpType: six ? 128 : 8,
    size: request.packetSize ?? 0,
  }
}
