import type { Catalogue } from '../../aws/catalogue.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import { type Block, parseBlock } from '../../net/block.ts'
import type { ApiNet } from '../apiNet.ts'
import type {
  DnsNet,
  HostedZoneNet,
  NameFilterNet,
  PrivateZone,
  ResolverEndpointNet,
  ResolverRuleNet,
} from '../dnsNet.ts'
import type { Origin } from '../origin.ts'
import type {
  AclNet,
  AttachmentNet,
  EndpointNet,
  EndpointServiceNet,
  Eni,
  FilterEntry,
  GroupNet,
  LinkNet,
  LoadBalancerNet,
  PeeringNet,
  PrivateGatewayNet,
  RegionalNatNet,
  Route,
  SubnetNet,
  TableNet,
  TopologyGap,
  TransitGatewayNet,
  TransitTableNet,
  VpcNet,
} from '../topology.ts'
import { readAsOf } from './readAsOf.ts'

/** The same shape while it is being filled; nothing outside this folder sees it. */
type Filling<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[]
    ? Item[]
    : T[K] extends ReadonlyMap<infer Key, infer Value>
      ? Map<Key, Value>
      : T[K] extends ReadonlySet<infer Item>
        ? Set<Item>
        : T[K]
}
export type VpcBuild = Filling<VpcNet> & {
  defaultGroup: GroupBuild | null
}
export type SubnetBuild = Filling<SubnetNet>
export type TableBuild = Filling<TableNet>
export type GroupBuild = Filling<GroupNet>
export type AclBuild = Filling<AclNet>
export type EniBuild = Filling<Eni>
export type EndpointBuild = Filling<EndpointNet>
export type LoadBalancerBuild = Filling<LoadBalancerNet>
export type EndpointServiceBuild = Filling<EndpointServiceNet>
export type PeeringBuild = Filling<PeeringNet>
export type TransitGatewayBuild = Filling<TransitGatewayNet>
export type TransitTableBuild = Filling<TransitTableNet>
export type AttachmentBuild = Filling<AttachmentNet>
export type PrivateGatewayBuild = Filling<PrivateGatewayNet>
export type LinkBuild = Filling<LinkNet>
export type RegionalNatBuild = Filling<RegionalNatNet>
export type RouteBuild = { -readonly [K in keyof Route]: Route[K] }
export type DnsBuild = Filling<DnsNet>
export type { FilterEntry, PrivateZone, Route }

/** An interface without its addresses, and what the design says of them: null = AWS chooses the private one, and there is no other. */
export interface Wanted {
  readonly eni: EniBuild
  readonly privateIp: string | null
  readonly publicIp: string | null
  readonly ipv6: string | null
  /** It has an IPv6 address alone. */
  readonly only6?: boolean
  /** Path of the address fields inside the construct. */
  readonly path: Origin['path']
  readonly key: string
}

/** The entries of a prefix list; `gap` where one of them cannot be read. */
export interface PrefixListNet {
  readonly blocks: readonly Block[]
  readonly gap: TopologyGap | null
}

/** All that the lowering functions share. */
export interface Building {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly byKind: { readonly [K in ConstructKind]: readonly ConstructOf<K>[] }
  readonly vpcs: Map<ConstructId, VpcBuild>
  readonly subnets: Map<ConstructId, SubnetBuild>
  readonly tables: Map<ConstructId, TableBuild>
  readonly groups: Map<ConstructId, GroupBuild>
  readonly acls: Map<ConstructId, AclBuild>
  readonly endpoints: Map<ConstructId, EndpointBuild>
  readonly enisOf: Map<ConstructId, EniBuild[]>
  readonly publicAt: Map<number, EniBuild>
  readonly onPremises: Map<ConstructId, VpcBuild>
  readonly balancers: Map<ConstructId, LoadBalancerBuild>
  readonly endpointServices: Map<ConstructId, EndpointServiceBuild>
  readonly apis: Map<string, ApiNet>
  readonly publicZones: Map<string, HostedZoneNet>
  readonly resolverEndpoints: Map<ConstructId, ResolverEndpointNet>
  /** Zones and rules by id, for Profiles, which name them. */
  readonly hostedZones: Map<ConstructId, HostedZoneNet | TopologyGap>
  readonly resolverRules: Map<ConstructId, ResolverRuleNet | TopologyGap>
  /** Rules of DNS Firewall by their group. */
  readonly nameFilters: Map<ConstructId, readonly NameFilterNet[]>
  readonly peerings: Map<ConstructId, PeeringBuild>
  readonly transitGateways: Map<ConstructId, TransitGatewayBuild>
  readonly transitTables: Map<ConstructId, TransitTableBuild>
  /** Of VPCs and links by the construct's id; of peerings by `id gateway`, one for each side. */
  readonly attachments: Map<string, AttachmentBuild>
  readonly privateGateways: Map<ConstructId, PrivateGatewayBuild>
  readonly links: Map<ConstructId, LinkBuild>
  readonly regionalNats: Map<ConstructId, RegionalNatBuild>
  /** Interfaces of endpoints that are drawn and lie in no subnet of the design. */
  readonly lostInterfaces: Map<ConstructId, TopologyGap>
  readonly endpointNames: Map<string, { endpoint: EndpointNet; eni: Eni | null; wildcard: boolean }>
  /** Interfaces that still need their addresses. */
  readonly wanted: Wanted[]
  /** What each network answers to names, where anything is drawn that says so. */
  readonly dns: Map<VpcBuild, DnsBuild>
  /** Routes of each table, in no order yet. */
  readonly routes: Map<TableBuild, RouteBuild[]>
  readonly gaps: TopologyGap[]
  /** Sample public addresses, from the first on, that have been looked at for a crowded design. */
  samplesUsed: number
  readPrefixList: (list: string, region: string) => PrefixListNet | null
}

/** What one kind puts into the topology in one pass: all its constructs at once, in id order. */
export type Lower<K extends ConstructKind> = (building: Building, constructs: readonly ConstructOf<K>[]) => void

/** Constructs by kind, as the rules of the design's day have them, each list in id order so that nothing depends on the order of drawing. */
export function groupByKind(design: Design): Building['byKind'] {
  const groups: Partial<Record<ConstructKind, Construct[]>> = {}
  const read = readAsOf(design.rulesAsOf)
  for (const id of Object.keys(design.constructs).sort()) {
    const construct = read(design.constructs[id]!)
    if (construct === null) continue
    const list = groups[construct.kind]
    if (list) list.push(construct)
    else groups[construct.kind] = [construct]
  }
  return new Proxy(groups, {
    get: (target, kind) => target[kind as ConstructKind] ?? [],
  }) as unknown as Building['byKind']
}

/** An id that an import made up says nothing to anybody. */
const NAMES_STAND_IN = /“not-imported\./
const NO_RECORD = 'what was imported has no record of it'

export function addGap(building: Building, code: TopologyGap['code'], at: Origin, message: string): TopologyGap {
  const gap: TopologyGap = { code, at, message: NAMES_STAND_IN.test(message) ? NO_RECORD : message }
  building.gaps.push(gap)
  return gap
}

/** Lowers a CIDR as AWS does (host bits are cleared); anything else becomes a gap at `origin`. */
export function lowerBlock(building: Building, text: string, origin: Origin): Block | TopologyGap {
  const result = parseBlock(text)
  if (result.ok) return result.block
  if (result.suggestion) {
    const canonical = parseBlock(result.suggestion)
    if (canonical.ok) return canonical.block
  }
  return addGap(building, 'invalid-value', origin, result.message)
}

/** The family that a block which cannot be read was meant to be of. */
export const familyOf = (text: string): 4 | 6 => (text.includes(':') ? 6 : 4)

export const isGap = (value: unknown): value is TopologyGap =>
  typeof value === 'object' && value !== null && 'message' in value
