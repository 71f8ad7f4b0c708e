import type { Catalogue } from '../aws/catalogue.ts'
import type { ConstructId } from '../model/constructs/registry.ts'
import type { Design } from '../model/design.ts'
import type { Address, Ip6 } from '../net/address.ts'
import type { Block } from '../net/block.ts'
import type { Origin } from './origin.ts'

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
export interface GroupNet {
  /** null = the VPC's default group, not drawn. */
  readonly id: ConstructId | null
  readonly vpc: VpcNet
  readonly ingress: readonly FilterEntry[]
  readonly egress: readonly FilterEntry[]
  /** Interfaces that carry the group. */
  readonly members: ReadonlySet<Eni>
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

/** Where a route leads. */
export type RouteTarget =
  | { readonly kind: 'local' }
  | { readonly kind: 'internet-gateway'; readonly id: ConstructId; readonly vpc: VpcNet | null }
  | { readonly kind: 'nat-gateway'; readonly id: ConstructId; readonly eni: Eni }
  | { readonly kind: 'gateway-endpoint'; readonly id: ConstructId; readonly service: string }
  | { readonly kind: 'blackhole' }
  /** A target that is not there, or a route that AWS would refuse: what happens cannot be told. */
  | { readonly kind: 'unknown'; readonly id: ConstructId; readonly code: TopologyGap['code']; readonly why: string }

export interface Route {
  readonly block: Block
  readonly target: RouteTarget
  /** The route in its table, or the endpoint that put it there; null for local routes. */
  readonly origin: Origin | null
  readonly source: 'local' | 'static' | 'prefix-list' | 'endpoint'
  /** As the console shows it: `10.0.0.0/16`, `pl-… (52.216.0.0/15)`. */
  readonly label: string
  /** Another static route for the same block that leads elsewhere. AWS takes no two; which one is meant cannot be told. */
  readonly rival: Route | null
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
export interface TableNet {
  /** null = the VPC's main table, not drawn: local routes only. */
  readonly id: ConstructId | null
  readonly vpc: VpcNet
  readonly main: boolean
  /** In the order in which they win: longest prefix first, then static, prefix list, endpoint. */
  readonly routes4: readonly Route[]
  readonly routes6: readonly Route[]
  /** The best IPv4 route by prefix length and base, longest first, for tables that are too long to be read through; else null. */
  readonly index4: readonly { readonly length: number; readonly at: ReadonlyMap<number, Route> }[] | null
  readonly unread: readonly UnreadRoute[]
}

export interface SubnetNet {
  readonly id: ConstructId
  readonly vpc: VpcNet
  readonly zone: ConstructId
  readonly zoneName: string
  readonly zoneId: string | null
  readonly block: Block | null
  readonly block6: Block | null
  readonly table: TableNet
  readonly acl: AclNet
}

/** A network interface: of a client, an endpoint or a NAT gateway. */
export interface Eni {
  readonly owner: ConstructId
  readonly role: 'client' | 'endpoint' | 'nat'
  /** The interface's entry in the design. */
  readonly origin: Origin
  readonly subnet: SubnetNet
  readonly address: number | null
  readonly address6: Ip6 | null
  /** Whether the address was chosen by us because the design leaves it to AWS. */
  readonly sample: boolean
  readonly publicAddress: number | null
  /** Empty for NAT gateways, which have none. */
  readonly groups: readonly GroupNet[]
  readonly ephemeral: { readonly from: number; readonly to: number }
  /** For clients; null = not stated. */
  readonly listens: ReadonlySet<string> | null
  readonly endpoint: EndpointNet | null
  /** Addresses that the design means and that could not be read or found. */
  readonly gaps: EniGaps
}
export type EniGaps = Readonly<Partial<Record<'address' | 'address6' | 'publicAddress', TopologyGap>>>

export interface EndpointNet {
  readonly id: ConstructId
  readonly vpc: VpcNet
  readonly service: string
  readonly enis: readonly Eni[]
  /** Ports its service answers on; null = not in the catalogue. */
  readonly ports: readonly number[] | null
  /** `vpce-…` names: the Region-wide one and one per zone name, with their interfaces. `*.` in front for S3. */
  readonly regionalName: string
  readonly zonalNames: ReadonlyMap<string, Eni>
  /** Whether the VPC's resolver answers the service's default names with these interfaces, and if not, why. */
  readonly privateDns:
    | 'on'
    | 'private-dns-off'
    | 'vpc-attributes-off'
    | 'no-private-names'
    | 'inbound-only'
    | 'conflict'
  readonly privateNames: readonly string[]
  /** An interface of it that is drawn and could not be lowered: its names have an answer more than is known. */
  readonly gap: TopologyGap | null
  /** The service is one of another Region: such endpoints are not simulated. */
  readonly foreign: boolean
}

export interface VpcNet {
  readonly id: ConstructId
  readonly regionCode: string
  readonly accountId: ConstructId
  readonly blocks: readonly Block[]
  readonly dnsSupport: boolean
  readonly dnsHostnames: boolean
  /** null = the Amazon resolver. */
  readonly dnsServers: readonly Address[] | null
  /** Amazon's resolver is named after servers of one's own. */
  readonly asksAmazonLast: boolean
  /** A server of the list that cannot be read. */
  readonly dnsGap: TopologyGap | null
  /** The primary IPv4 block, whose base plus two is the resolver; null where it cannot be read. */
  readonly primary: Block | null
  readonly eniAt: ReadonlyMap<number, Eni>
  /** Keyed by the RFC 5952 text. */
  readonly eniAt6: ReadonlyMap<string, Eni>
  readonly enis: readonly Eni[]
  readonly gateways: readonly ConstructId[]
  readonly endpoints: readonly EndpointNet[]
  /** The hidden hosted zones of interface endpoints with private DNS, by zone name. */
  readonly privateZones: ReadonlyMap<string, PrivateZone>
  readonly tables: readonly TableNet[]
  readonly groups: readonly GroupNet[]
  readonly acls: readonly AclNet[]
}

/** A managed private hosted zone: a record at its apex, a wildcard record, or both, all leading to one endpoint. */
export interface PrivateZone {
  readonly endpoint: EndpointNet
  readonly apex: boolean
  readonly wildcard: boolean
}

/** What in the design could not be lowered: it takes no part, and verdicts that would need it are `cannot-tell`. */
export interface TopologyGap {
  readonly code: 'dangling-reference' | 'invalid-value' | 'not-modelled'
  readonly at: Origin
  readonly message: string
}

/** A design compiled for simulation: integers and indexes, each entry with its origin. Built once per revision. */
export interface Topology {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly vpcs: ReadonlyMap<ConstructId, VpcNet>
  readonly subnets: ReadonlyMap<ConstructId, SubnetNet>
  readonly tables: ReadonlyMap<ConstructId, TableNet>
  readonly groups: ReadonlyMap<ConstructId, GroupNet>
  readonly acls: ReadonlyMap<ConstructId, AclNet>
  readonly endpoints: ReadonlyMap<ConstructId, EndpointNet>
  /** By owner: clients, endpoints, NAT gateways. */
  readonly enisOf: ReadonlyMap<ConstructId, readonly Eni[]>
  /** Public IPv4 address -> the interface that holds it. */
  readonly publicAt: ReadonlyMap<number, Eni>
  /** `vpce-…` name -> endpoint, and the one interface for zonal names. */
  readonly endpointNames: ReadonlyMap<
    string,
    { readonly endpoint: EndpointNet; readonly eni: Eni | null; readonly wildcard: boolean }
  >
  /** Blocks of a prefix list as seen from a Region: a construct, AWS's own by name, or null where nobody knows it. */
  readonly prefixListBlocks: (list: string, region: string) => readonly Block[] | null
  /** Construct name -> ids, for requests that name things as people do. */
  readonly idsNamed: ReadonlyMap<string, readonly ConstructId[]>
  readonly gaps: readonly TopologyGap[]
}
