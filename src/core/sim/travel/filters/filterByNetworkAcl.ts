import type { Address } from '../../../net/address.ts'
import { coversPorts, type PortRange, withoutPorts } from '../../../net/ports.ts'
import type { AclNet, FilterEntry, TopologyGap } from '../../../topology/topology.ts'
import { isIcmp, type Packet } from '../packet.ts'
import { isInBlocks, matchesProtocol, mayMatch } from './matchesEntry.ts'

/** `entry` null on `denied` is the closing deny that every ACL ends with. `partly`: only the ports `passed` get through, the others are `dropped`, the first of them by `entry`. */
export type AclMatch =
  | { readonly outcome: 'permitted'; readonly entry: FilterEntry }
  | { readonly outcome: 'denied'; readonly entry: FilterEntry | null }
  | {
      readonly outcome: 'partly'
      readonly entry: FilterEntry | null
      readonly dropped: readonly PortRange[]
      readonly passed: readonly PortRange[]
    }

const CLOSING_DENY: AclMatch = { outcome: 'denied', entry: null }

/** Entries in rule-number order, the first that matches decides. A range of ports is decided piece by piece. Source: VPC guide, network ACLs. */
export function filterByNetworkAcl(
  acl: AclNet,
  direction: 'ingress' | 'egress',
  packet: Packet,
  peer: Address,
): AclMatch {
  const entries = acl[direction]
  const { from, to } = packet.ports
  const portless = isIcmp(packet.protocol)
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    if (!matchesProtocol(entry, packet) || !isInBlocks(entry, peer)) continue
    if (portless || (entry.from <= from && entry.to >= to))
      return { outcome: entry.allow ? 'permitted' : 'denied', entry }
    if (entry.from <= to && entry.to >= from) return filterPieces(entries, i, packet, peer)
  }
  return CLOSING_DENY
}

function filterPieces(entries: readonly FilterEntry[], start: number, packet: Packet, peer: Address): AclMatch {
  let left: PortRange[] = [packet.ports]
  let permitted: FilterEntry | null = null
  const passed: PortRange[] = []
  let denied: { readonly entry: FilterEntry | null } | null = null
  for (let i = start; i < entries.length && left.length > 0; i++) {
    const entry = entries[i]!
    if (!matchesProtocol(entry, packet) || !isInBlocks(entry, peer)) continue
    const rest: PortRange[] = []
    for (const piece of left) {
      const ports = { from: Math.max(piece.from, entry.from), to: Math.min(piece.to, entry.to) }
      if (ports.from > ports.to) {
        rest.push(piece)
        continue
      }
      if (entry.allow) {
        permitted ??= entry
        passed.push(ports)
      } else denied ??= { entry }
      if (piece.from < ports.from) rest.push({ from: piece.from, to: ports.from - 1 })
      if (piece.to > ports.to) rest.push({ from: ports.to + 1, to: piece.to })
    }
    left = rest
  }
  if (left.length > 0) denied ??= { entry: null }
  if (denied === null) return { outcome: 'permitted', entry: permitted! }
  return permitted === null
    ? { outcome: 'denied', entry: denied.entry }
    : { outcome: 'partly', entry: denied.entry, dropped: withoutPorts(packet.ports, passed), passed }
}

/** An entry that cannot be read and might have decided otherwise: it stands before the one that decided, and says the opposite. */
export function findAclDoubt(
  acl: AclNet,
  direction: 'ingress' | 'egress',
  packet: Packet,
  { outcome, entry }: AclMatch,
): TopologyGap | null {
  // where several entries share the ports among them, any of those may be the last word
  const isLastWord = entry && (isIcmp(packet.protocol) || coversPorts(entry, packet.ports))
  const before = isLastWord ? (entry.number ?? 0) : Number.POSITIVE_INFINITY
  const doubtful = acl.unread.find(
    (one) =>
      one.direction === direction &&
      one.number <= before &&
      (outcome === 'partly' || one.allow !== (outcome === 'permitted')) &&
      mayMatch(one, packet),
  )
  return doubtful?.gap ?? null
}
