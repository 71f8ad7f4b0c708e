import type { Block } from '../net/block.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'
import type { UnlistedBlocks } from './unread.ts'

/** Who put a propagated route there, in the order in which they win. Source: VPC guide, route priority; transit gateway guide, route evaluation order. */
export type Propagated = 'from-vpc' | 'from-direct-connect' | 'from-vpn-static' | 'from-vpn-bgp'

/** An entry of a table, wherever its routes may lead. */
export interface RouteOf<Target> {
  readonly block: Block
  readonly target: Target
  /** The route in its table, or the endpoint that put it there; null for local routes. */
  readonly origin: Origin | null
  readonly source: 'local' | 'static' | 'prefix-list' | 'endpoint' | Propagated
  /** As the console shows it: `10.0.0.0/16`, `pl-… (52.216.0.0/15)`. */
  readonly label: string
  /** Another static route for the same block that leads elsewhere. AWS takes no two; which one is meant cannot be told. */
  readonly rival: RouteOf<Target> | null
}

/** A route of which something cannot be read: it might win against any other but the local ones. */
export interface UnreadRouteOf<Target> {
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
  /** It is for such a list; `route` is taken for addresses of its service. */
  readonly list?: UnlistedBlocks & { readonly route: RouteOf<Target> | null }
  readonly gap: TopologyGap
}

/** What a route is looked up in: a table of a VPC, of a gateway, or of a transit gateway. */
export interface RouteListOf<Target> {
  /** In the order in which they win: longest prefix first, then static, prefix list, endpoint. */
  readonly routes4: readonly RouteOf<Target>[]
  readonly routes6: readonly RouteOf<Target>[]
  /** The best IPv4 route by prefix length and base, longest first, for tables that are too long to be read through; else null. */
  readonly index4: readonly { readonly length: number; readonly at: ReadonlyMap<number, RouteOf<Target>> }[] | null
  readonly unread: readonly UnreadRouteOf<Target>[]
}
