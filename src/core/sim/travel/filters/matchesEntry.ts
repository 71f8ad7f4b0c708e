import type { Address } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type { FilterEntry, UnreadEntry } from '../../../topology/topology.ts'
import { isIcmp, type Packet } from '../packet.ts'

/** Whether the entry speaks of this packet's protocol (and ICMP type). Ports are the caller's business. */
export function matchesProtocol(entry: FilterEntry | UnreadEntry, packet: Packet): boolean {
  if (entry.protocol === -1) return true
  if (entry.protocol !== packet.protocol) return false
  return (
    !isIcmp(packet.protocol) ||
    ((entry.from === -1 || entry.from === packet.icmpType) && (entry.to === -1 || entry.to === 0))
  )
}

/** The same with the ports. */
export const matchesTraffic = (entry: FilterEntry, packet: Packet): boolean =>
  matchesProtocol(entry, packet) &&
  (isIcmp(packet.protocol) || (entry.from <= packet.ports.from && entry.to >= packet.ports.to))

/** Whether an entry whose peer cannot be read may speak of some of the packet's ports. */
export const mayMatch = (entry: UnreadEntry, packet: Packet): boolean =>
  matchesProtocol(entry, packet) &&
  (isIcmp(packet.protocol) || (entry.from <= packet.ports.to && entry.to >= packet.ports.from))

/** Whether one of the entry's blocks holds the address. */
export function isInBlocks({ blocks }: FilterEntry, address: Address): boolean {
  for (let i = 0; i < blocks.length; i++) if (contains(blocks[i]!, address)) return true
  return false
}
