import type { ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import type { Building } from './building.ts'
import { lowerFirewalls } from './firewall/lowerFirewalls.ts'
import { lowerAssociationRoutes, lowerAssociations } from './lattice/lowerAssociations.ts'
import { lowerResourceEndpoints, lowerServiceNetworkEndpoints } from './lattice/lowerLatticeEndpoints.ts'
import {
  lowerResourceEndpointInterfaces,
  lowerResourceGateways,
  lowerServiceNetworkInterfaces,
} from './lattice/lowerLatticeInterfaces.ts'
import { lowerResources } from './lattice/lowerResources.ts'
import { lowerAddresses } from './lowerAddresses.ts'
import { lowerApis } from './lowerApis.ts'
import {
  findZoneConflicts,
  lowerDns64,
  lowerHostedZones,
  lowerInboundZones,
  lowerOwnServers,
  lowerResolverEndpoints,
  lowerResolverRules,
  lowerS3Records,
} from './lowerDns.ts'
import { lowerDnsFirewallRuleGroups } from './lowerDnsFirewallRuleGroups.ts'
import { lowerEndpointServices, lowerInspections } from './lowerEndpointServices.ts'
import { lowerEndpoints } from './lowerEndpoints.ts'
import { lowerGroupRules } from './lowerFilters.ts'
import {
  giveAddresses,
  lowerClients,
  lowerEndpointInterfaces,
  lowerFirewallInterfaces,
  lowerGatewayNodes,
  lowerInspectionInterfaces,
  lowerNatInterfaces,
  lowerNodes,
  lowerResolverInterfaces,
} from './lowerInterfaces.ts'
import { lowerDirectConnects, lowerPrivateGateways, lowerVpns } from './lowerLinks.ts'
import { lowerLoadBalancers, lowerTargetGroups } from './lowerLoadBalancers.ts'
import { lowerOnPremisesHosts, lowerOnPremisesNetworks } from './lowerOnPremises.ts'
import { lowerPeerings } from './lowerPeerings.ts'
import { lowerAcls, lowerGroups, lowerInternetGateways, lowerTables, lowerVpcs } from './lowerPlaces.ts'
import { lowerPrefixLists } from './lowerPrefixLists.ts'
import { lowerRegionalNatRoutes, lowerRegionalNats } from './lowerRegionalNats.ts'
import { lowerRoute53Profiles } from './lowerRoute53Profiles.ts'
import { fillTables, lowerDrawnRoutes, lowerEndpointRoutes, lowerLocalRoutes } from './lowerRoutes.ts'
import { lowerSubnets } from './lowerSubnets.ts'
import {
  associateAttachments,
  attachLinks,
  attachTransitPeerings,
  attachVpcs,
  lowerTransitGateways,
  lowerTransitTables,
} from './lowerTransit.ts'
import { lowerOnPremisesRoutes, lowerTransitRoutes } from './lowerTransitRoutes.ts'

/** The passes of a compilation, in their order: each uses what the earlier ones made. */
const PASSES = [
  'prefix lists',
  'networks',
  'tables and filters',
  'subnets',
  'rules',
  'outside networks',
  'outside hosts',
  'interfaces',
  'addresses',
  'zonal nodes',
  'gateways',
  'lines',
  'transit tables',
  'attachments',
  'associations',
  'public addresses',
  'balancers',
  'listeners',
  'services',
  'inspection',
  'endpoints',
  'zones',
  'resolvers',
  'names',
  'conflicts',
  'local routes',
  'routes',
  'further routes',
  'filled tables',
  'transit routes',
  'outside routes',
] as const

/** What constructs of a kind put into the topology, pass by pass. */
type Lowering<K extends ConstructKind> = {
  readonly [P in (typeof PASSES)[number]]?: (building: Building, constructs: readonly ConstructOf<K>[]) => void
}

/**
 * Every kind's part in the topology. Within one pass, kinds come in the order of this table. `read by others`: it puts in nothing itself,
 * the lowerings of those that name it look at it. `takes no part`: requests meet it in no other way than by a name or an address of AWS's own.
 */
const lowerings: { readonly [K in ConstructKind]: Lowering<K> | 'read by others' | 'takes no part' } = {
  account: 'read by others',
  region: 'read by others',
  'availability-zone': 'read by others',
  'prefix-list': { 'prefix lists': lowerPrefixLists },
  vpc: {
    networks: lowerVpcs,
    conflicts: findZoneConflicts,
    'local routes': lowerLocalRoutes,
    'filled tables': fillTables,
  },
  'security-group': { 'tables and filters': lowerGroups, rules: lowerGroupRules },
  'network-acl': { 'tables and filters': lowerAcls },
  'route-table': { 'tables and filters': lowerTables, routes: lowerDrawnRoutes },
  'internet-gateway': { 'tables and filters': lowerInternetGateways },
  'egress-only-internet-gateway': 'read by others',
  'block-public-access': 'read by others',
  subnet: { subnets: lowerSubnets, addresses: giveAddresses, names: lowerDns64 },
  client: { interfaces: lowerClients },
  'interface-endpoint': {
    interfaces: lowerEndpointInterfaces,
    endpoints: lowerEndpoints,
    names: lowerInboundZones,
  },
  'gateway-endpoint': { names: lowerS3Records, 'further routes': lowerEndpointRoutes },
  'nat-gateway': { interfaces: lowerNatInterfaces },
  'regional-nat-gateway': { 'zonal nodes': lowerRegionalNats, 'further routes': lowerRegionalNatRoutes },
  'network-load-balancer': { interfaces: lowerNodes, balancers: lowerLoadBalancers },
  'application-load-balancer': { interfaces: lowerNodes, balancers: lowerLoadBalancers },
  'gateway-load-balancer': { interfaces: lowerGatewayNodes, balancers: lowerLoadBalancers },
  'target-group': { listeners: lowerTargetGroups },
  'endpoint-service': { services: lowerEndpointServices },
  'gateway-load-balancer-endpoint': { interfaces: lowerInspectionInterfaces, inspection: lowerInspections },
  'elastic-ip': { 'public addresses': lowerAddresses },
  'peering-connection': { gateways: lowerPeerings },
  'virtual-private-gateway': { gateways: lowerPrivateGateways },
  'customer-gateway': 'read by others',
  'transit-gateway': { gateways: lowerTransitGateways },
  'transit-gateway-route-table': {
    'transit tables': lowerTransitTables,
    associations: associateAttachments,
    'transit routes': lowerTransitRoutes,
  },
  'transit-gateway-attachment': { attachments: attachVpcs },
  'transit-gateway-peering': { attachments: attachTransitPeerings },
  'vpn-connection': { lines: lowerVpns, attachments: attachLinks },
  'direct-connect': { lines: lowerDirectConnects, attachments: attachLinks },
  'hosted-zone': { zones: lowerHostedZones },
  'resolver-endpoint': { interfaces: lowerResolverInterfaces, resolvers: lowerResolverEndpoints },
  'resolver-rule': { names: lowerResolverRules },
  'on-premises-network': {
    'outside networks': lowerOnPremisesNetworks,
    names: lowerOwnServers,
    'outside routes': lowerOnPremisesRoutes,
  },
  'on-premises-host': { 'outside hosts': lowerOnPremisesHosts },
  'internet-host': 'takes no part',
  'aws-service': 'takes no part',
  's3-bucket': 'takes no part',
  'dynamodb-table': 'takes no part',
  'network-firewall': { interfaces: lowerFirewallInterfaces, inspection: lowerFirewalls },
  'resource-endpoint': { interfaces: lowerResourceEndpointInterfaces, endpoints: lowerResourceEndpoints },
  'service-network': { endpoints: lowerAssociations, 'further routes': lowerAssociationRoutes },
  'service-network-endpoint': { interfaces: lowerServiceNetworkInterfaces, endpoints: lowerServiceNetworkEndpoints },
  'firewall-rule-group': 'read by others',
  'dns-firewall-rule-group': { names: lowerDnsFirewallRuleGroups },
  'route-53-profile': { conflicts: lowerRoute53Profiles },
  'api-gateway-api': { names: lowerApis },
  'resource-gateway': { interfaces: lowerResourceGateways },
  'resource-configuration': { services: lowerResources },
  'iam-role': 'takes no part',
  'policy-resource': 'takes no part',
  'iam-user': 'takes no part',
  's3-access-point': 'takes no part',
}

/** Runs every pass over every kind that has a part in it. */
export function lowerAll(building: Building): void {
  for (const pass of PASSES) for (const kind of KINDS) lowerKind(building, kind, pass)
}

const KINDS = Object.keys(lowerings) as readonly ConstructKind[]

function lowerKind<K extends ConstructKind>(building: Building, kind: K, pass: (typeof PASSES)[number]): void {
  const lowering = lowerings[kind]
  if (typeof lowering !== 'string') lowering[pass]?.(building, building.byKind[kind])
}
