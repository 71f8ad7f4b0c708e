import type { ConstructId } from '../model/kinds/registry.ts'
import type { Block } from '../net/block.ts'
import type { PortRange } from '../net/ports.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'

/** Members of `within` (null = everything) that are not members of `without`. */
export interface Chosen<T> {
  readonly within: readonly T[] | null
  readonly without: readonly T[]
}
export type AddressSet = Chosen<Block>
export type PortSet = Chosen<PortRange>

/** Whom and which ports a rule of a firewall speaks of. */
export interface RuleEnds {
  readonly source: AddressSet
  readonly sourcePorts: PortSet
  readonly destination: AddressSet
  readonly destinationPorts: PortSet
}

/** A rule of Network Firewall's stateless engine, which sees every packet by itself. */
export interface StatelessRule extends RuleEnds {
  readonly origin: Origin
  readonly action: StatelessAction
  /** IANA numbers; null = all. */
  readonly protocols: readonly number[] | null
  /** Something of it cannot be read or is not simulated: it may match any packet that the rest of it speaks of. */
  readonly doubt: TopologyGap | null
}
export type StatelessAction = 'pass' | 'drop' | 'forward'

/** What a rule wants of the name in TLS or in the Host header. */
export interface NameTest {
  readonly of: 'sni' | 'host'
  /** In lower case. */
  readonly text: string
  readonly atStart: boolean
  readonly atEnd: boolean
  /** The name is read with a dot before it: `.example.com` at its end is that name and all below. */
  readonly dotted: boolean
  readonly negated: boolean
}

/** A rule of the stateful engine, which is Suricata. Source: Network Firewall guide, stateful rule groups; Suricata's rules format. */
export interface StatefulRule extends RuleEnds {
  readonly origin: Origin
  readonly action: 'pass' | 'drop' | 'reject' | 'alert'
  /** `ip`, a transport protocol, or one of applications, which is known once data have been sent. */
  readonly protocol: string
  readonly bothWays: boolean
  /** null = either. */
  readonly established: boolean | null
  readonly toServer: boolean | null
  readonly names: readonly NameTest[]
  /** Protocols of applications, and IP protocol numbers, that it asks for (or, negated, not to be) in its options. */
  readonly applications: readonly { readonly name: string; readonly negated: boolean }[]
  readonly ipProtocols: readonly { readonly number: number; readonly negated: boolean }[]
  readonly doubt: TopologyGap | null
}

/** The policy of a Network Firewall, as its endpoints apply it. */
export interface FirewallNet {
  readonly id: ConstructId
  /** In the order in which they are tried. */
  readonly stateless: readonly StatelessRule[]
  readonly statelessDefault: StatelessAction
  readonly stateful: readonly StatefulRule[]
  /** What becomes of packets that no stateful rule matches; `none` = they pass. */
  readonly statefulDefault:
    | 'none'
    | 'drop-all'
    | 'drop-established'
    | 'drop-established-app-layer'
    | 'drop-established-app-layer-to-server'
  readonly streamException: 'drop' | 'continue' | 'reject'
  /** Nothing in the design says what it lets through. */
  readonly silent: boolean
  /** Groups of AWS's own, whose rules nobody is told. */
  readonly managed: readonly Origin[]
}
