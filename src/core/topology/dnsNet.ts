import type { ConstructId } from '../model/kinds/registry.ts'
import type { Address } from '../net/address.ts'
import { matchesPattern } from '../net/dnsName.ts'
import type { ForwardNet, HostedZoneNet, NameServer } from './hostedZones.ts'
import type { EndpointNet, Eni, VpcNet } from './networks.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'

export type * from './hostedZones.ts'

/** A managed private hosted zone: a record at its apex, a wildcard record, or both, all leading to one endpoint. */
export interface PrivateZone {
  readonly endpoint: EndpointNet
  readonly apex: boolean
  readonly wildcard: boolean
  /** Whether it is taken to be there, though no list says so: then it hides nothing below its name. */
  readonly assumed: boolean
}

/** A custom rule of VPC Resolver as it counts in the VPCs that it is associated with. */
export interface ResolverRuleNet {
  readonly id: ConstructId
  /** `''` for every name. */
  readonly domain: string
  readonly type: 'forward' | 'system'
  readonly targets: readonly NameServer[]
  /** The outbound endpoint that sends the questions; null where `gap` says why. */
  readonly endpoint: ResolverEndpointNet | null
  readonly gap: TopologyGap | null
}

export interface ResolverEndpointNet {
  readonly id: ConstructId
  readonly vpc: VpcNet
  readonly direction: 'inbound' | 'outbound'
  readonly enis: readonly Eni[]
  /** An interface of it that could not be lowered. */
  readonly gap: TopologyGap | null
}

/** The DNS server of an on-premises network. */
export interface OwnServerNet {
  readonly address: Address
  readonly origin: Origin
  /** Its interface; null where its address belongs to another network. */
  readonly eni: Eni | null
  readonly hosts: ReadonlyMap<string, { readonly id: ConstructId; readonly addresses: readonly Address[] }>
  readonly forwards: ReadonlyMap<string, ForwardNet>
}

/** A rule of DNS Firewall as it counts in a VPC. */
export interface NameFilterNet {
  readonly origin: Origin
  /** Of its rule group among those of the VPC, and its own in the group: the lowest is asked first. */
  readonly groupPriority: number
  readonly priority: number
  readonly blocks: boolean
  /** `*` for every name, else as `matchesPattern` reads them. */
  readonly patterns: readonly string[]
  /** A list that AWS keeps, of which nobody says what is in it. */
  readonly managedList: string | null
  /** Of a rule that blocks: the name that is answered in place of the one asked for. */
  readonly leadsTo: string | null
  /** Whether names that the first one leads to go unseen. */
  readonly trusts: boolean
  readonly gap: TopologyGap | null
}

/** Whether a rule's own list holds a name. */
export const holdsName = ({ patterns }: NameFilterNet, name: string): boolean =>
  patterns.some((pattern) => pattern === '*' || matchesPattern(pattern, name))

/** What the resolver of a VPC, or of an on-premises network, knows beyond public DNS and the zones of endpoints. */
export interface DnsNet {
  /** Drawn private hosted zones that are associated, by domain. */
  readonly zones: ReadonlyMap<string, HostedZoneNet>
  /** Custom rules, by domain. */
  readonly rules: ReadonlyMap<string, ResolverRuleNet>
  /** The hidden hosted zones of interface endpoints with private DNS, by zone name. */
  readonly privateZones: ReadonlyMap<string, PrivateZone>
  /** Managed zones that answer only what comes through an inbound resolver endpoint (S3). */
  readonly inboundZones: ReadonlyMap<string, PrivateZone>
  /** Domains of which two zones are drawn, and of which two rules: AWS takes one only, and which one cannot be told. */
  readonly zoneConflicts: ReadonlyMap<string, Origin>
  readonly ruleConflicts: ReadonlyMap<string, Origin>
  /** Rules and zones whose domain cannot be read: they may answer any name. */
  readonly unread: readonly TopologyGap[]
  /** Rules of DNS Firewall, in the order in which they are asked. */
  readonly filters: readonly NameFilterNet[]
  /** Families of the answers for S3's Regional names where a gateway endpoint of the VPC says so; null = as S3 itself answers. */
  readonly s3Families: readonly (4 | 6)[] | null
  /** Subnets that get AAAA records made up for names without any. */
  readonly dns64: ReadonlySet<ConstructId>
  /** Of an on-premises network. */
  readonly server: OwnServerNet | null
}

/** A network whose resolver knows nothing beyond public DNS. */
export const NO_DNS: DnsNet = {
  zones: new Map(),
  rules: new Map(),
  privateZones: new Map(),
  inboundZones: new Map(),
  zoneConflicts: new Map(),
  ruleConflicts: new Map(),
  unread: [],
  filters: [],
  s3Families: null,
  dns64: new Set(),
  server: null,
}

/** What the resolver of a network knows. */
export const dnsOf = (topology: { readonly dns: ReadonlyMap<VpcNet, DnsNet> }, net: VpcNet): DnsNet =>
  topology.dns.get(net) ?? NO_DNS
