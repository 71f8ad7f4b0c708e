import type { Block } from '../net/block.ts'
import type { TopologyGap } from './topologyGap.ts'

/** An entry of which something cannot be read, most often whom it speaks of: it may match anything of its protocol and ports. */
export interface UnreadEntry {
  readonly direction: 'ingress' | 'egress'
  readonly allow: boolean
  readonly protocol: number
  readonly from: number
  readonly to: number
  /** Rule number of an ACL's entry; 0 where the whole ACL is missing. */
  readonly number: number
  readonly gap: TopologyGap
}

/** A route of which something cannot be read: it might win against any other but the local ones. */
export interface UnreadRoute {
  /** null = either family. */
  readonly family: 4 | 6 | null
  /** Where it leads, as drawn; a winner that leads there too is not in doubt. */
  readonly target: string | null
  /** The table itself is not known: it may hold anything, local routes included. */
  readonly whole: boolean
  /** It is what a network announces of itself: no doubt about an address that another network is known to hold. */
  readonly announced?: true
  /** All of it is known but whether it is there. */
  readonly block?: Block
  /** The block that it lies in, or is; missing = it may be for any. */
  readonly within?: Block
  readonly gap: TopologyGap
}

/** A block of a network or a link that cannot be read: it may hold any address of its family; null = either family. */
export interface UnreadBlock {
  readonly family: 4 | 6 | null
  /** The block that it lies in; missing = it may be anywhere. */
  readonly within?: Block
  readonly gap: TopologyGap
}
