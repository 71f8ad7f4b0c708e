import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'

/** Names one part of a plan: the construct's id, followed by `/` and a word where AWS keeps something of it separately. */
export type PartKey = string

/** A CIDR block as drawn, or one that AWS picks: the IPv6 block of a VPC, or the /64 of that number in it. */
export type BlockValue =
  | { readonly text: string; readonly family: 4 | 6 }
  | { readonly from: PartKey; readonly number: number | null; readonly family: 6 }

export type Direction = 'ingress' | 'egress'
export type GroupRule = ConstructOf<'security-group'>['ingress'][number]
export type AclEntry = ConstructOf<'network-acl'>['ingress'][number]

/** Protocol by IANA number (-1 is every one); `range` is ports, or ICMP type and code; null where the protocol has neither. */
export interface PlannedTraffic {
  readonly protocol: number
  readonly range: { readonly from: number; readonly to: number } | null
}
/** The far end of a security-group rule. */
export type PlannedPeer =
  | { readonly block: BlockValue }
  | { readonly group: PartKey; readonly block?: never }
  | { readonly list: PartKey; readonly block?: never; readonly group?: never }

export interface PlannedInterface {
  readonly index: number
  readonly subnet: PartKey
  readonly groups: readonly PartKey[]
  readonly privateIp: string | null
  /** Further IPv4 addresses: chosen beside a chosen first one, or only how many. */
  readonly further: readonly string[] | number
  readonly ipv6: boolean
  /** Whether AWS is to give it a public address at launch. */
  readonly publicIp: boolean
  readonly sourceDestCheck: boolean
}

/** What a part is: the kind of construct it belongs to, and what is planned about it. */
export interface Of<K extends ConstructKind, Details extends object = object> {
  readonly kind: K
  readonly details: Details
}
