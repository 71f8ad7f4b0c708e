import type { Origin } from '../../topology/origin.ts'
import type { VpcNet } from '../../topology/topology.ts'
import { findUnreadAddress } from './findKeeper.ts'
import type { Packet } from './packet.ts'
import { lose, placeAt, stop } from './place.ts'
import type { Walk } from './walk.ts'

/** No interface of a network has the address, unless it is one that cannot be read. Always null. */
export function nobodyHas(walk: Walk, network: VpcNet, packet: Packet, decidedBy: Origin): null {
  const unread = findUnreadAddress(walk.topology, network, packet.dst)
  return unread
    ? lose(placeAt(walk, network.id, 'nobody', packet), unread)
    : stop(walk, packet, 'NO_POSSIBLE_DESTINATION', decidedBy)
}
