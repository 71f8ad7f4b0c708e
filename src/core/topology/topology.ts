import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import type { Address, Ip6 } from '../net/address.ts'
import type { Block } from '../net/block.ts'
import type { DnsNet, HostedZoneNet, PrivateZone, ResolverEndpointNet } from './dnsNet.ts'
import type {
  AttachmentNet,
  LinkNet,
  PeeringNet,
  PrivateGatewayNet,
  RegionalNatNet,
  TransitGatewayNet,
} from './joins.ts'
import type { Origin } from './origin.ts'
import type { EndpointServiceNet, InspectionNet, LoadBalancerNet } from './providers.ts'

export type {
  AttachmentNet,
  LinkNet,
  PeeringNet,
  PrivateGatewayNet,
  RegionalNatNet,
  TransitGatewayNet,
  TransitTableNet,
} from './joins.ts'
export type {
  EndpointServiceNet,
  InspectionNet,
  ListenerNet,
  LoadBalancerNet,
  TargetGroupNet,
  TargetNet,
} from './providers.ts'

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
  | { readonly kind: 'egress-only-internet-gateway'; readonly id: ConstructId; readonly vpc: VpcNet | null }
  | { readonly kind: 'nat-gateway'; readonly id: ConstructId; readonly eni: Eni }
  | { readonly kind: 'regional-nat-gateway'; readonly id: ConstructId; readonly nat: RegionalNatNet }
  | { readonly kind: 'gateway-endpoint'; readonly id: ConstructId; readonly service: string }
  | { readonly kind: 'gateway-load-balancer-endpoint'; readonly id: ConstructId; readonly eni: Eni }
  | { readonly kind: 'network-interface'; readonly id: ConstructId; readonly eni: Eni }
  | { readonly kind: 'peering'; readonly id: ConstructId; readonly peering: PeeringNet }
  | { readonly kind: 'transit-gateway'; readonly id: ConstructId; readonly gateway: TransitGatewayNet }
  | { readonly kind: 'virtual-private-gateway'; readonly id: ConstructId; readonly gateway: PrivateGatewayNet }
  /** From an on-premises network over a VPN connection or Direct Connect. */
  | { readonly kind: 'link'; readonly id: ConstructId; readonly link: LinkNet }
  /** In a transit gateway's own table. */
  | { readonly kind: 'attachment'; readonly id: ConstructId; readonly attachment: AttachmentNet }
  /** The network's own way to the internet. */
  | { readonly kind: 'own-internet'; readonly id: ConstructId }
  | { readonly kind: 'blackhole' }
  /** A target that is not there, or a route that AWS would refuse: what happens cannot be told. */
  | { readonly kind: 'unknown'; readonly id: ConstructId; readonly code: TopologyGap['code']; readonly why: string }

/** Who put a propagated route there, in the order in which they win. Source: VPC guide, route priority; transit gateway guide, route evaluation order. */
export type Propagated = 'from-vpc' | 'from-direct-connect' | 'from-vpn-static' | 'from-vpn-bgp'

export interface Route {
  readonly block: Block
  readonly target: RouteTarget
  /** The route in its table, or the endpoint that put it there; null for local routes. */
  readonly origin: Origin | null
  readonly source: 'local' | 'static' | 'prefix-list' | 'endpoint' | Propagated
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
/** What a route is looked up in: a table of a VPC, of a gateway, or of a transit gateway. */
export interface RouteList {
  /** In the order in which they win: longest prefix first, then static, prefix list, endpoint. */
  readonly routes4: readonly Route[]
  readonly routes6: readonly Route[]
  /** The best IPv4 route by prefix length and base, longest first, for tables that are too long to be read through; else null. */
  readonly index4: readonly { readonly length: number; readonly at: ReadonlyMap<number, Route> }[] | null
  readonly unread: readonly UnreadRoute[]
}
export interface TableNet extends RouteList {
  /** null = the VPC's main table, not drawn: local routes only. */
  readonly id: ConstructId | null
  readonly vpc: VpcNet
  readonly main: boolean
}

export interface SubnetNet {
  readonly id: ConstructId
  readonly vpc: VpcNet
  /** No subnet of a VPC but the place of something that lies in none: nothing filters its edge. */
  readonly virtual: boolean
  /** What VPC Block Public Access leaves of its traffic through internet gateways; null = all of it. */
  readonly publicAccess: PublicAccess | null
  readonly zone: ConstructId
  readonly zoneName: string
  readonly zoneId: string | null
  readonly block: Block | null
  readonly block6: Block | null
  readonly table: TableNet
  readonly acl: AclNet
}

/** VPC Block Public Access where it stands in the way. Source: VPC guide, Block Public Access. */
export interface PublicAccess {
  /** `egress`: only connections that a NAT gateway, an egress-only internet gateway or (by an exclusion) an interface itself opens. */
  readonly lets: 'nothing' | 'nat-only' | 'egress'
  readonly origin: Origin
}

/** A network interface: of a client or an on-premises host, an endpoint, a gateway, a load balancer's node, a transit gateway's attachment, or a resolver endpoint. */
export interface Eni {
  readonly owner: ConstructId
  readonly role:
    | 'client'
    | 'endpoint'
    | 'nat'
    | 'load-balancer'
    | 'gateway-load-balancer-endpoint'
    | 'transit-gateway'
    | 'resolver'
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
  /** Of a Lambda function. */
  readonly isFunction: boolean
  /** For clients; null = not stated. */
  readonly listens: ReadonlySet<string> | null
  readonly endpoint: EndpointNet | null
  /** The load balancer whose node it is. */
  readonly balancer: LoadBalancerNet | null
  /** The endpoint of a Gateway Load Balancer that it is. */
  readonly inspection: InspectionNet | null
  /** AWS's id of it, where the design says it. */
  readonly interfaceId: string | null
  /** Off = it may send and take packets that are not its own. */
  readonly sourceDestCheck: boolean
  /** What the system behind it does with them. */
  readonly forwarding: 'unknown' | 'none' | 'routes' | 'translates'
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
    | 'not-available'
    | 'not-verified'
  readonly privateNames: readonly string[]
  /** Families of the addresses in its records: of its own names, of its private ones, and of those private ones that are dual-stack. Source: AWS PrivateLink guide, DNS record IP type. */
  readonly families: Readonly<Record<'own' | 'private' | 'dualStack', readonly (4 | 6)[]>>
  /** An interface of it that is drawn and could not be lowered: its names have an answer more than is known. */
  readonly gap: TopologyGap | null
  /** The service is one of another Region and the endpoint was not made for that Region: what happens is not known. */
  readonly foreign: boolean
  /** Only `available` carries traffic. */
  readonly state: EndpointState
  /** The drawn service it leads to; null = a service of AWS, or one that is not drawn. */
  readonly provider: EndpointServiceNet | null
}
export type EndpointState = ConstructOf<'interface-endpoint'>['state']

/** A VPC, or an on-premises network, which the walker treats as a VPC of one subnet that nothing filters. */
export interface VpcNet {
  readonly id: ConstructId
  readonly site: 'vpc' | 'on-premises'
  readonly regionCode: string
  readonly accountId: ConstructId
  readonly blocks: readonly Block[]
  /** null = unknown, as after an import. */
  readonly dnsSupport: boolean | null
  readonly dnsHostnames: boolean | null
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
  /** Tables of edge associations, by gateway. */
  readonly edges: ReadonlyMap<ConstructId, TableNet>
  readonly peerings: readonly PeeringNet[]
  readonly attachments: readonly AttachmentNet[]
  /** Of an on-premises network: its one subnet. */
  readonly only: SubnetNet | null
  readonly endpoints: readonly EndpointNet[]
  /** The hidden hosted zones of interface endpoints with private DNS, by zone name. */
  readonly privateZones: ReadonlyMap<string, PrivateZone>
  readonly dns: DnsNet
  readonly tables: readonly TableNet[]
  readonly groups: readonly GroupNet[]
  readonly acls: readonly AclNet[]
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
  /** Interfaces by AWS's id, where the design says it. */
  readonly interfaceIds: ReadonlyMap<string, Eni>
  readonly onPremises: ReadonlyMap<ConstructId, VpcNet>
  readonly peerings: ReadonlyMap<ConstructId, PeeringNet>
  readonly transitGateways: ReadonlyMap<ConstructId, TransitGatewayNet>
  readonly balancers: ReadonlyMap<ConstructId, LoadBalancerNet>
  readonly endpointServices: ReadonlyMap<ConstructId, EndpointServiceNet>
  /** Drawn public hosted zones, by domain. */
  readonly publicZones: ReadonlyMap<string, HostedZoneNet>
  readonly resolverEndpoints: ReadonlyMap<ConstructId, ResolverEndpointNet>
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
