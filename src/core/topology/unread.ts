import type { Block } from '../net/block.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'

/** What is known of a list of AWS's of which the entries are not: it holds addresses of its own service, and of no other. Source: VPC guide, AWS-managed prefix lists. */
export interface UnlistedBlocks {
  /** Full name of the service: `com.amazonaws.eu-west-1.s3express`. */
  readonly service: string
  readonly family: 4 | 6
  /** They lie in these; null = they are public ones. */
  readonly within: readonly Block[] | null
}

/** An entry of which something cannot be read, most often whom it speaks of: it may match anything of its protocol and ports. */
export interface UnreadEntry {
  readonly direction: 'ingress' | 'egress'
  readonly allow: boolean
  readonly protocol: number
  readonly from: number
  readonly to: number
  /** Rule number of an ACL's entry; 0 where the whole ACL is missing. */
  readonly number: number
  /** It names such a list. */
  readonly list?: UnlistedBlocks
  readonly origin?: Origin
  readonly gap: TopologyGap
}

/** A block of a network or a link that cannot be read: it may hold any address of its family; null = either family. */
export interface UnreadBlock {
  readonly family: 4 | 6 | null
  /** The block that it lies in; missing = it may be anywhere. */
  readonly within?: Block
  readonly gap: TopologyGap
}
