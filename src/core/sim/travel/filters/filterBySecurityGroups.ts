import { isNotImported } from '../../../model/notImported.ts'
import type { Address } from '../../../net/address.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Eni, FilterEntry, GroupNet, TopologyGap, UnreadEntry } from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import { type Asked, inList } from '../../inList.ts'
import type { Packet } from '../packet.ts'
import type { Walk } from '../walk.ts'
import { findGroupPeer } from './findGroupPeer.ts'
import { isInBlocks, matchesTraffic, mayMatch } from './matchesEntry.ts'

/** The rule that admits the packet, of any of the interface's groups; null when none does. Rules have no order and only allow. Source: VPC guide, security groups. */
export function filterBySecurityGroups(
  walk: Walk,
  eni: Eni,
  direction: 'ingress' | 'egress',
  packet: Packet,
  peer: Address,
): FilterEntry | null {
  const { groups } = eni
  for (let g = 0; g < groups.length; g++) {
    const entries = groups[g]![direction]
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!
      if (!matchesTraffic(entry, packet)) continue
      if (isInBlocks(entry, peer)) return entry
      // whose address it is is asked only where that matters
      const far = entry.group && findGroupPeer(walk, eni, peer, direction)
      if (far && entry.group.members.has(far)) return entry
    }
  }
  return null
}

/** The gap of a group at the far end of which nobody knows which one it is, where a rule names a group: it may be that one. */
export function findOpenMember(
  walk: Walk,
  eni: Eni,
  direction: 'ingress' | 'egress',
  packet: Packet,
): TopologyGap | null {
  const peer = peerOf(direction, packet)
  const isNaming = eni.groups.some((group) =>
    group[direction].some((entry) => entry.group !== null && matchesTraffic(entry, packet)),
  )
  const far = isNaming ? findGroupPeer(walk, eni, peer, direction) : undefined
  return far?.groups.find(({ id, gap }) => gap !== null && id !== null && isNotImported(id))?.gap ?? null
}

/** What refused the packet when no rule admits it: the first group's list, whether the groups have any rule at all that way, and the gap where one of them might admit it after all. */
export function explainGroupRefusal(
  asked: Asked | null,
  groups: readonly GroupNet[],
  direction: 'ingress' | 'egress',
  packet: Packet,
): { code: Code; decidedBy: Origin | null; gap: TopologyGap | null } {
  const first = groups[0]
  const none = groups.every(
    (group) => group[direction].length === 0 && !group.unread.some((entry) => entry.direction === direction),
  )
  return {
    code: none ? 'SG_HAS_NO_RULES' : 'ENI_SG_RULES_MISMATCH',
    decidedBy: first
      ? first.id === null
        ? { construct: first.vpc.id, path: ['defaultSecurityGroup'] }
        : { construct: first.id, path: [direction] }
      : null,
    gap: findUnread(asked, groups, direction, packet)?.gap ?? null,
  }
}

/** The rule that names a list which is taken to hold the far end; null where none does. */
export function findListedRule(
  { asked }: Walk,
  groups: readonly GroupNet[],
  direction: 'ingress' | 'egress',
  packet: Packet,
): UnreadEntry | null {
  if (!asked?.service) return null
  const peer = peerOf(direction, packet)
  for (const { unread } of groups)
    for (const entry of unread)
      if (entry.list && entry.direction === direction && mayMatch(entry, packet))
        if (inList(entry.list, peer, asked) === 'yes') return entry
  return null
}

function findUnread(
  asked: Asked | null,
  groups: readonly GroupNet[],
  direction: 'ingress' | 'egress',
  packet: Packet,
): UnreadEntry | null {
  const peer = peerOf(direction, packet)
  for (const { unread } of groups)
    for (const entry of unread)
      if (entry.direction === direction && mayMatch(entry, packet))
        if (!entry.list || inList(entry.list, peer, asked) !== 'no') return entry
  return null
}

const peerOf = (direction: 'ingress' | 'egress', packet: Packet): Address =>
  direction === 'ingress' ? packet.src : packet.dst
