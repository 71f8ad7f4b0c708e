import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Block } from '../net/block.ts'
import type { ApiNet } from './apiNet.ts'
import type { DnsNet, HostedZoneNet, ResolverEndpointNet } from './dnsNet.ts'
import type { AclNet, GroupNet } from './filters.ts'
import type {
  EndpointNet,
  EndpointServiceNet,
  Eni,
  LoadBalancerNet,
  PeeringNet,
  SubnetNet,
  TableNet,
  TransitGatewayNet,
  TransitTableNet,
  VpcNet,
} from './networks.ts'
import type { TopologyGap } from './topologyGap.ts'

export type * from './filters.ts'
export { PROTOCOL } from './filters.ts'
export type * from './firewalls.ts'
export type * from './networks.ts'
export type { Propagated } from './routeLists.ts'
export type * from './states.ts'
export type * from './topologyGap.ts'
export type * from './unread.ts'

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
  /** What the resolvers of VPCs and on-premises networks know, where anything is drawn that says so: read it with `dnsOf`. */
  readonly dns: ReadonlyMap<VpcNet, DnsNet>
  readonly peerings: ReadonlyMap<ConstructId, PeeringNet>
  readonly transitGateways: ReadonlyMap<ConstructId, TransitGatewayNet>
  readonly transitTables: ReadonlyMap<ConstructId, TransitTableNet>
  readonly balancers: ReadonlyMap<ConstructId, LoadBalancerNet>
  readonly endpointServices: ReadonlyMap<ConstructId, EndpointServiceNet>
  /** Drawn APIs of API Gateway, by each name that it knows them by. */
  readonly apis: ReadonlyMap<string, ApiNet>
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
