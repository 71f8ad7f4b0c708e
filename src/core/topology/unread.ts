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
  readonly gap: TopologyGap
}
