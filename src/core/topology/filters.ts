import type { ConstructId } from '../model/kinds/registry.ts'
import type { Ip6 } from '../net/address.ts'
import type { Block } from '../net/block.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'
import type { UnreadEntry } from './unread.ts'

/** Protocol numbers as IANA gives them; -1 is AWS's "all". */
export const PROTOCOL = { all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const

/** One entry of a security group or network ACL, lowered. `peer` null = members of `group`. Ports hold type and code for ICMP. */
export interface FilterEntry {
  readonly origin: Origin
  readonly allow: boolean
  readonly protocol: number
  readonly from: number
  readonly to: number
  /** IPv4 and IPv6 blocks; more than one where the entry names a prefix list. */
  readonly blocks: readonly Block[]
  /** Set where the peer is a security group: its members' private addresses match. */
  readonly group: GroupNet | null
  /** Rule number of an ACL's entry. */
  readonly number: number | null
}

export interface GroupNet {
  /** null = the VPC's default group, not drawn. */
  readonly id: ConstructId | null
  readonly vpc: { readonly id: ConstructId; readonly regionCode: string }
  readonly ingress: readonly FilterEntry[]
  readonly egress: readonly FilterEntry[]
  /** Interfaces that carry the group. */
  readonly members: ReadonlySet<GroupMember>
  /** Entries that could not be read: a refusal of what they may speak of cannot be trusted. */
  readonly unread: readonly UnreadEntry[]
  /** The first of their gaps. */
  readonly gap: TopologyGap | null
}

export interface AclNet {
  /** null = the VPC's default ACL, not drawn: allows everything. */
  readonly id: ConstructId | null
  /** In rule-number order. */
  readonly ingress: readonly FilterEntry[]
  readonly egress: readonly FilterEntry[]
  readonly unread: readonly UnreadEntry[]
  readonly gap: TopologyGap | null
}

/** What a filter has to know of an interface. */
export interface GroupMember {
  readonly address: number | null
  readonly address6: Ip6 | null
}

/** VPC Block Public Access where it stands in the way. Source: VPC guide, Block Public Access. */
export interface PublicAccess {
  /** `egress`: only connections that a NAT gateway, an egress-only internet gateway or (by an exclusion) an interface itself opens. */
  readonly lets: 'nothing' | 'nat-only' | 'egress'
  readonly origin: Origin
}
