import type { PublicHost } from '../../aws/findPublicHost.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress, isIp4 } from '../../net/address.ts'
import { reservedFor } from '../../net/reservedFor.ts'
import type { Origin } from '../../topology/origin.ts'
import { PROTOCOL } from '../../topology/topology.ts'
import { serviceTitle } from '../serviceTitle.ts'
import { findEni } from './findEni.ts'
import { findKeeper, findUnreadAddress, isNamed } from './findKeeper.ts'
import { isIcmp, type Packet, protocolName } from './packet.ts'
import { drop, lose, nameOf, type Place, placeAt, say } from './place.ts'
import { assume } from './tell.ts'
import type { Walk } from './walk.ts'

/** Who answers at an address outside. */
export interface Outsider {
  /** A drawn host on the internet. */
  readonly host: ConstructId | null
  /** Ports it listens on (`tcp/443`); null = not stated. */
  readonly listens: ReadonlySet<string> | null
  /** An AWS service by its public name. */
  readonly service: PublicHost | null
  /** The drawn construct that stands for the service. */
  readonly owner: ConstructId | null
}

/**
 * A request has left the VPC: to a drawn host, an AWS service by its public name, or an address that nobody has drawn. `sentBy` is the entry that sent
 * it out. Answers whether anybody is there to send an answer.
 */
export function deliverOutside(
  walk: Walk,
  packet: Packet,
  { host, listens, service, owner }: Outsider,
  sentBy: Origin | null,
): boolean {
  if (host !== null) reachHost({ walk, id: host, how: 'internet-host', packet }, host, listens)
  else if (service !== null) {
    const label = () => (owner === null ? serviceTitle(service) : nameOf(walk, owner))
    reachService({ walk, id: owner, how: 'service', packet, label }, service)
  } else if (findNobody(walk, packet, sentBy)) return false
  else {
    const address = formatAddress(packet.dst)
    const standsIn = reservedFor(packet.dst) !== null
    say({ walk, id: null, how: 'internet-host', packet, label: () => address }, 'delivered', null)
    assume(walk, standsIn ? 'ASSUMED_STANDS_FOR_HOST' : 'ASSUMED_HOST_ANSWERS', null, { address })
  }
  return true
}

/** Whether it is certain, or open for a reason that is said, that nobody out there has the address; the reason is said either way. */
export function findNobody(walk: Walk, packet: Packet, sentBy: Origin | null): boolean {
  const { topology } = walk
  const { dst } = packet
  const keeper = findKeeper(topology, dst)
  const address = () => formatAddress(dst)
  const nowhere = { walk, id: null, how: 'nobody', packet, label: address } as const
  if (keeper?.kind === 'elastic-ip') {
    const { id, holder } = keeper.elastic
    const place = placeAt(walk, id, 'nobody', packet)
    if (keeper.gap) lose(place, keeper.gap)
    // a NAT gateway has several addresses, of which the topology holds one
    else if (holder !== null && topology.enisOf.get(holder)?.[0]?.role === 'nat')
      drop(placeAt(walk, holder, 'nat-gateway', packet), 'NGW_ANSWERS_NOTHING', { construct: holder, path: [] })
    else drop(place, 'ADDRESS_NOT_ASSOCIATED', { construct: id, path: ['holder'] })
    return true
  }
  if (keeper?.kind === 'vpc') {
    const { vpc } = keeper
    const unread = findUnreadAddress(topology, vpc, dst)
    const eni = findEni(vpc, dst)
    const place = placeAt(walk, vpc.id, 'nobody', packet)
    // IPv4 blocks of VPCs are never announced, whatever addresses they hold
    if (eni) drop(placeAt(walk, eni.owner, 'nobody', packet), 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', eni.origin)
    else if (unread) lose(place, unread)
    else drop(place, 'NO_POSSIBLE_DESTINATION', { construct: vpc.id, path: [isIp4(dst) ? 'cidrs' : 'ipv6Cidrs'] })
    return true
  }
  const kept = keeper === null ? reservedFor(dst) : null
  // an address of documentation that somebody of the design asks for stands for whom the request means
  if (kept === null || isNamed(topology, dst) || (kept === 'documentation' && sentBy !== null)) return false
  drop(nowhere, 'DESTINATION_ADDRESS_RESERVED', sentBy)
  return true
}

function reachHost(place: Place, host: ConstructId, listens: Outsider['listens']): void {
  const { walk, packet } = place
  const protocol = protocolName(packet.protocol)
  const { from: port } = packet.ports
  const origin: Origin = { construct: host, path: ['listens'] }
  const isPing = isIcmp(packet.protocol)
  if (!isPing && listens?.has(`${protocol}/${port}`) === false) {
    drop(place, 'PORT_CLOSED', origin, 'refused')
    return
  }
  if (!isPing && listens === null) assume(walk, 'ASSUMED_LISTENING', origin, { port: `${protocol} ${port}` })
  say(place, 'delivered', null)
}

function reachService(place: Place, service: PublicHost): void {
  const { walk, id, packet } = place
  const origin: Origin | null = id === null ? null : { construct: id, path: [] }
  const isPing = isIcmp(packet.protocol)
  if (isPing) assume(walk, 'ASSUMED_HOST_ANSWERS', origin, { address: formatAddress(packet.dst) })
  if (isPing || (packet.protocol === PROTOCOL.tcp && service.ports.includes(packet.ports.from)))
    say(place, 'delivered', null)
  else drop(place, 'TARGET_PORT_RESTRICTION', origin)
}
