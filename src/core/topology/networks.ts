import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import type { Address, Ip6 } from '../net/address.ts'
import type { Block } from '../net/block.ts'
import type { PortRange } from '../net/ports.ts'
import type { EndpointFacts } from './endpointFacts.ts'
import type { AclNet, GroupNet, PublicAccess } from './filters.ts'
import type { FirewallNet } from './firewalls.ts'
import type { Origin } from './origin.ts'
import type { Refusal } from './refuse/refusal.ts'
import type { Propagated, RouteListOf, RouteOf, UnreadRouteOf } from './routeLists.ts'
import type { EndpointState, EniRole } from './states.ts'
import type { EniGaps, TopologyGap } from './topologyGap.ts'
import type { UnreadBlock } from './unread.ts'

/** Where a route leads. */
export type RouteTarget =
  | { readonly kind: 'local' }
  | { readonly kind: 'internet-gateway'; readonly id: ConstructId; readonly vpc: VpcNet | null }
  | { readonly kind: 'egress-only-internet-gateway'; readonly id: ConstructId; readonly vpc: VpcNet | null }
  | { readonly kind: 'nat-gateway'; readonly id: ConstructId; readonly eni: Eni }
  | { readonly kind: 'regional-nat-gateway'; readonly id: ConstructId; readonly nat: RegionalNatNet }
  | {
      readonly kind: 'gateway-endpoint'
      readonly id: ConstructId
      readonly service: string
      readonly refusal: Refusal | null
    }
  /** Endpoints of a Network Firewall are such endpoints too: `id` is the firewall then. */
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
  /** A target that is not there, or a route that AWS would refuse: what happens cannot be told. `stands`: AWS has the route, so that it hides others. */
  | {
      readonly kind: 'unknown'
      readonly id: ConstructId
      readonly code: TopologyGap['code']
      readonly why: string
      readonly stands?: true
    }

export type Route = RouteOf<RouteTarget>
export type UnreadRoute = UnreadRouteOf<RouteTarget>
/** What a route is looked up in: a table of a VPC, of a gateway, or of a transit gateway. */
export interface RouteList extends RouteListOf<RouteTarget> {}

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

/** A network interface: of a client or an on-premises host, an endpoint, a gateway, a load balancer's node, a transit gateway's attachment, or a resolver endpoint. */
export interface Eni {
  readonly owner: ConstructId
  readonly role: EniRole
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
  /** The endpoint of a Gateway Load Balancer, or of a Network Firewall, that it is. */
  readonly inspection: InspectionNet | null
  /** Of an endpoint of VPC Lattice: the resource configuration that it leads to. */
  readonly leadsTo: ConstructId | null
  /** AWS's id of it, where the design says it. */
  readonly interfaceId: string | null
  /** Off = it may send and take packets that are not its own. */
  readonly sourceDestCheck: boolean
  /** What the system behind it does with them. */
  readonly forwarding: 'unknown' | 'none' | 'routes' | 'translates'
  /** Whether the system behind it answers by this interface when it was asked by it; of a client's first one it is always so. */
  readonly policyRouting: ConstructOf<'client'>['policyRouting']
  /** Of a secondary address: what the system puts in its place in what it sends out of the VPC. */
  readonly translation: ConstructOf<'client'>['sourceTranslation']
  /** Addresses that the design means and that could not be read or found. */
  readonly gaps: EniGaps
}

export interface EndpointNet extends EndpointFacts {
  readonly vpc: VpcNet
  readonly enis: readonly Eni[]
  /** The `vpce-…` names for one zone each, by zone name, with their interfaces. */
  readonly zonalNames: ReadonlyMap<string, Eni>
  /** The drawn service it leads to; null = a service of AWS, or one that is not drawn. */
  readonly provider: EndpointServiceNet | null
}

/** A VPC, or an on-premises network, which the walker treats as a VPC of one subnet that nothing filters. */
export interface VpcNet {
  readonly id: ConstructId
  readonly site: 'vpc' | 'on-premises'
  readonly regionCode: string
  readonly accountId: ConstructId
  readonly blocks: readonly Block[]
  readonly unread: readonly UnreadBlock[]
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
  readonly tables: readonly TableNet[]
  readonly groups: readonly GroupNet[]
  readonly acls: readonly AclNet[]
}

/** A NAT gateway of a whole VPC. */
export interface RegionalNatNet {
  readonly id: ConstructId
  readonly vpc: VpcNet
  /** A node for each zone that it covers, by zone name; they share its table. */
  readonly nodes: ReadonlyMap<string, Eni>
}

export interface PeeringNet {
  readonly id: ConstructId
  readonly active: boolean
  readonly state: ConstructOf<'peering-connection'>['state']
  readonly requester: VpcNet | null
  readonly accepter: VpcNet | null
  readonly sameRegion: boolean
  /** Whether public host names of the other side resolve to private addresses, by the id of the VPC that asks. */
  readonly dnsResolution: ReadonlyMap<ConstructId, boolean>
  /** Set where one of the VPCs is not in the design. */
  readonly gap: TopologyGap | null
}

export interface TransitGatewayNet {
  readonly id: ConstructId
  readonly regionCode: string
  readonly securityGroupReferencing: boolean
  /** Of VPCs, by VPC id; the first that is available where a VPC has several. */
  readonly attachments: ReadonlyMap<ConstructId, AttachmentNet>
}

export interface AttachmentNet {
  readonly id: ConstructId
  readonly kind: 'vpc' | 'peering' | 'link'
  readonly gateway: TransitGatewayNet
  readonly available: boolean
  /** The table that its incoming traffic asks; null = none, and its traffic is dropped. */
  readonly table: TransitTableNet | null
  /** Set where it is associated with two tables, which AWS refuses: which one counts cannot be told. */
  readonly doubt: TopologyGap | null
  readonly vpc: VpcNet | null
  /** Of a VPC: its interfaces, one for each subnet. */
  readonly enis: readonly Eni[]
  readonly applianceMode: boolean
  readonly ipv6: boolean
  readonly securityGroupReferencing: boolean
  /** Of a peering: the same peering as the other gateway sees it. */
  readonly peer: AttachmentNet | null
  readonly link: LinkNet | null
  readonly gap: TopologyGap | null
}

export interface TransitTableNet extends RouteList {
  readonly id: ConstructId
  readonly gateway: TransitGatewayNet
}

export interface PrivateGatewayNet {
  readonly id: ConstructId
  readonly vpc: VpcNet | null
  readonly links: readonly LinkNet[]
  /** Table of an edge association. */
  readonly edge: TableNet | null
  readonly gap: TopologyGap | null
}

/** A VPN connection or a Direct Connect virtual interface between AWS and an on-premises network. */
export interface LinkNet {
  readonly id: ConstructId
  readonly kind: 'vpn' | 'direct-connect'
  readonly source: Exclude<Propagated, 'from-vpc'>
  readonly up: boolean
  /** Set where it may be down after all. */
  readonly doubt: TopologyGap | null
  /** The network behind it; null = not drawn. */
  readonly network: VpcNet | null
  /** What AWS routes over it: static routes, or what the network announces. */
  readonly blocks: readonly Block[]
  readonly unread: readonly UnreadBlock[]
  /** Bytes of the largest packet over Direct Connect, where the design says it. */
  readonly mtu: number | null
  /** What AWS announces over Direct Connect where the design says it; null = all. */
  readonly allowed: readonly Block[] | null
  readonly unreadAllowed: readonly UnreadBlock[]
  readonly privateGateway: PrivateGatewayNet | null
  readonly attachment: AttachmentNet | null
  /** Set where it ends at no gateway of the design, or at one whose VPC is not there. */
  readonly gatewayGap: TopologyGap | null
  readonly gap: TopologyGap | null
}

/** A node's listener or the way to its targets. Source: Elastic Load Balancing guides. */
export interface LoadBalancerNet {
  readonly id: ConstructId
  readonly kind: 'network' | 'application' | 'gateway'
  readonly vpc: VpcNet
  readonly internetFacing: boolean
  /** One node for each of its subnets. */
  readonly enis: readonly Eni[]
  readonly crossZone: boolean
  /** Whether its groups also see what comes through AWS PrivateLink. */
  readonly enforcesOnPrivateLink: boolean
  /** Whether it was made with security groups at all. */
  readonly hasGroups: boolean
  readonly listeners: readonly ListenerNet[]
  /** Set where it may have others. */
  readonly listenersGap: TopologyGap | null
  readonly dnsName: string
  /** A node of it that is drawn and could not be lowered. */
  readonly gap: TopologyGap | null
}

export interface ListenerNet {
  readonly origin: Origin
  /** IANA numbers: TCP_UDP has two. */
  readonly protocols: readonly number[]
  readonly port: number
  /** What becomes of a request that no rule takes. */
  readonly usual: ActionNet
  /** In the order in which they are asked. */
  readonly rules: readonly ListenerRuleNet[]
  /** Every target group that gets requests by it, without repeats. */
  readonly groups: readonly TargetGroupNet[]
}

/** What a listener does with a request: hands it to one of the groups, answers it, or has nobody for it. */
export interface ActionNet {
  readonly origin: Origin
  /** Those that get requests. */
  readonly groups: readonly TargetGroupNet[]
  /** It answers by itself: a redirection, or a fixed response. */
  readonly answer: { readonly redirect: string | null; readonly statusCode: number } | null
  /** Of a group that it names. */
  readonly gap: TopologyGap | null
}

/** A rule of an Application Load Balancer’s listener. Source: Application Load Balancer guide, condition types. */
export interface ListenerRuleNet {
  readonly priority: number
  /** Patterns of host names in lower letters; null = every host. */
  readonly hosts: readonly string[] | null
  /** Source addresses; null = every one. */
  readonly sources: readonly Block[] | null
  /** What else it asks for, in words: what no request of a design says. */
  readonly unsaid: readonly string[]
  readonly action: ActionNet
}

export interface TargetGroupNet {
  readonly id: ConstructId
  readonly type: 'instance' | 'ip' | 'alb'
  readonly protocol: ConstructOf<'target-group'>['protocol']
  readonly preservesClient: boolean
  readonly proxyProtocol: boolean
  /** null = as its load balancer has it. */
  readonly crossZone: boolean | null
  /** null = each target's own. */
  readonly healthPort: number | null
  readonly targets: readonly TargetNet[]
}

export interface TargetNet {
  readonly origin: Origin
  /** The target's interface; null for a load balancer, for a bare address and where `gap` says why it is not known. */
  readonly eni: Eni | null
  readonly balancer: LoadBalancerNet | null
  readonly address: Address | null
  readonly port: number
  readonly health: ConstructOf<'target-group'>['targets'][number]['health']
  readonly gap: TopologyGap | null
}

/** A service that its owner offers through AWS PrivateLink. */
export interface EndpointServiceNet {
  readonly id: ConstructId
  readonly regionCode: string
  readonly accountId: ConstructId
  /** `com.amazonaws.vpce.REGION.vpce-svc-ID`. */
  readonly name: string
  readonly balancers: readonly LoadBalancerNet[]
  readonly available: boolean
  /** Zone ids in which a load balancer of it has a node. */
  readonly zoneIds: ReadonlySet<string>
  readonly privateDnsName: string | null
  readonly verified: boolean
  readonly supportedRegions: readonly string[]
  /** A load balancer of it, or a node of one, that is drawn and could not be lowered. */
  readonly gap: TopologyGap | null
  /** Of VPC Lattice; then there is no load balancer. */
  readonly resource: ResourceNet | null
}

/** What stands behind a resource configuration of VPC Lattice. Source: VPC Lattice guide, resource configurations and gateways. */
export interface ResourceNet extends Pick<TargetNet, 'eni' | 'balancer' | 'address' | 'gap'> {
  readonly gateway: ConstructId | null
  readonly nodes: readonly Eni[]
  readonly ports: readonly PortRange[] | null
}

/** An endpoint of a Gateway Load Balancer, or of a Network Firewall, and what is behind it. */
export interface InspectionNet {
  readonly id: ConstructId
  readonly state: EndpointState
  readonly eni: Eni
  readonly provider: EndpointServiceNet | null
  readonly firewall: FirewallNet | null
  readonly gap: TopologyGap | null
}
