import { findService } from '../../aws/findService.ts'
import type { Address } from '../../net/address.ts'
import { isIp4 } from '../../net/address.ts'
import type { Block } from '../../net/block.ts'
import { isSamplePublic } from '../../topology/lower/lowerInterfaces.ts'
import type { Eni, Topology, VpcNet } from '../../topology/topology.ts'
import type { Destination } from '../resolveDestination.ts'
import type { Arrival } from '../travel/arrival.ts'
import type { Packet } from '../travel/packet.ts'

/** What a service of AWS sees of the way that a call took. */
export interface PathFacts {
  /** The endpoint that it comes through; null = it comes over the internet. */
  readonly endpoint: {
    readonly id: string
    readonly vpc: VpcNet
    readonly service: string
    readonly gateway: boolean
  } | null
  /** The address that arrives at the endpoint, or on the internet. */
  readonly source: Address
  /** The address stands for one of this block that AWS chooses; `any` = for any at all; null = it is that one. */
  readonly standsFor: Block | 'any' | null
  /** The Region that the service's name is of; '' where the name does not tell. */
  readonly region: string
  readonly port: number
  /** As it arrives there. */
  readonly packet: Packet
}

/** Services without a Region are had in this one. Source: IAM guide, aws:RequestedRegion. */
const HOME = 'us-east-1'

/** What the service sees of a packet that has arrived; null where nobody of AWS's takes it. */
export function factsOfArrival(
  topology: Topology,
  caller: Eni | null,
  arrival: Arrival,
  destination: Destination,
): PathFacts | null {
  const { packet } = arrival
  const shared = { source: packet.src, standsFor: standsFor(topology, caller, packet), port: packet.ports.from, packet }
  if (arrival.kind === 'interface') {
    const { endpoint } = arrival.eni
    if (!endpoint || endpoint.provider !== null) return null
    const found = findService(topology.catalogue, endpoint.service)
    if (!found) return null
    const { id, vpc, service } = endpoint
    const region = found.region || (found.entry.regions?.[0] ?? HOME)
    return { ...shared, endpoint: { id, vpc, service, gateway: false }, region }
  }
  const { service } = destination
  if (service === null) return null
  if (arrival.gateway !== 'gateway-endpoint') return { ...shared, endpoint: null, region: service.region }
  const { vpc } = arrival.sender.subnet
  const endpoint = { id: arrival.gatewayId, vpc, service: service.service, gateway: true }
  return { ...shared, endpoint, region: service.region }
}

/** The same of somebody on the internet. `isAnyone`: nobody said by which address. */
export const factsOfOutsider = (packet: Packet, { service }: Destination, isAnyone: boolean): PathFacts | null =>
  service && {
    endpoint: null,
    source: packet.src,
    standsFor: isAnyone ? 'any' : null,
    region: service.region,
    port: packet.ports.from,
    packet,
  }

/** What an address stands for that the design leaves to AWS. */
function standsFor({ design }: Topology, caller: Eni | null, { src }: Packet): PathFacts['standsFor'] {
  if (isIp4(src)) {
    if (isSamplePublic(src)) return 'any'
    return caller?.sample && caller.address === src ? (caller.subnet.block ?? 'any') : null
  }
  const owner = caller && design.constructs[caller.owner]
  const row = owner?.kind === 'client' ? owner.interfaces[Number(caller!.origin.path[1])] : undefined
  return row?.ipv6 === 'auto' ? 'any' : null
}
