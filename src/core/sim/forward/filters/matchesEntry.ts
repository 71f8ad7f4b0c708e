import type { Address } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type { Eni, FilterEntry, UnreadEntry } from '../../../topology/topology.ts'
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

/** Whether an entry whose peer cannot be read may speak of some of the packet's ports. */
export const mayMatch = (entry: UnreadEntry, packet: Packet): boolean =>
  matchesProtocol(entry, packet) &&
  (isIcmp(packet.protocol) || (entry.from <= packet.ports.to && entry.to >= packet.ports.from))

/** Whether the entry's peer holds `peer`: in one of its blocks, or a private address of a member of its group. Whose address it is is asked only where that matters. */
export function matchesPeer(entry: FilterEntry, peer: Address, findPeer: (() => Eni | undefined) | null): boolean {
  const blocks = entry.blocks
  for (let i = 0; i < blocks.length; i++) if (contains(blocks[i]!, peer)) return true
  if (entry.group === null || findPeer === null) return false
  const eni = findPeer()
  return eni !== undefined && entry.group.members.has(eni)
}
