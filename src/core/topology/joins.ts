import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import type { Block } from '../net/block.ts'
import type { Eni, Propagated, RouteList, TableNet, TopologyGap, VpcNet } from './topology.ts'

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
}
/** A VPN connection or a Direct Connect virtual interface between AWS and an on-premises network. */
export interface LinkNet {
  readonly id: ConstructId
  readonly kind: 'vpn' | 'direct-connect'
  readonly source: Exclude<Propagated, 'from-vpc'>
  readonly up: boolean
  /** The network behind it; null = not drawn. */
  readonly network: VpcNet | null
  /** What AWS routes over it: static routes, or what the network announces. */
  readonly blocks: readonly Block[]
  /** What AWS announces over Direct Connect where the design says it; null = all. */
  readonly allowed: readonly Block[] | null
  readonly privateGateway: PrivateGatewayNet | null
  readonly attachment: AttachmentNet | null
  readonly gap: TopologyGap | null
}
