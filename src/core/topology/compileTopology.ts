import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Building, groupByKind } from './lower/building.ts'
import { lowerAddresses } from './lower/lowerAddresses.ts'
import { lowerDns } from './lower/lowerDns.ts'
import { lowerEndpointServices } from './lower/lowerEndpointServices.ts'
import { lowerEndpoints } from './lower/lowerEndpoints.ts'
import { lowerGroupRules } from './lower/lowerFilters.ts'
import { lowerInterfaces } from './lower/lowerInterfaces.ts'
import { lowerLinks } from './lower/lowerLinks.ts'
import { lowerLoadBalancers } from './lower/lowerLoadBalancers.ts'
import { lowerOnPremises } from './lower/lowerOnPremises.ts'
import { lowerPeerings } from './lower/lowerPeerings.ts'
import { lowerVpcParts, lowerVpcs } from './lower/lowerPlaces.ts'
import { lowerRegionalNats } from './lower/lowerRegionalNats.ts'
import { lowerRoutes } from './lower/lowerRoutes.ts'
import { lowerSubnets } from './lower/lowerSubnets.ts'
import { lowerTransit } from './lower/lowerTransit.ts'
import { lowerOnPremisesRoutes, lowerTransitRoutes } from './lower/lowerTransitRoutes.ts'
import { createPrefixListReader } from './lower/prefixLists.ts'
import type { Eni, Topology } from './topology.ts'

/** Compiles a design into what the simulator walks. Never throws on what is drawn: what cannot be lowered becomes a gap with its place. */
export function compileTopology(design: Design, catalogue: Catalogue): Topology {
  const building: Building = {
    design,
    catalogue,
    byKind: groupByKind(design),
    vpcs: new Map(),
    subnets: new Map(),
    tables: new Map(),
    groups: new Map(),
    acls: new Map(),
    endpoints: new Map(),
    enisOf: new Map(),
    publicAt: new Map(),
    onPremises: new Map(),
    balancers: new Map(),
    endpointServices: new Map(),
    publicZones: new Map(),
    resolverEndpoints: new Map(),
    peerings: new Map(),
    transitGateways: new Map(),
    transitTables: new Map(),
    attachments: new Map(),
    privateGateways: new Map(),
    links: new Map(),
    regionalNats: new Map(),
    lostInterfaces: new Map(),
    endpointNames: new Map(),
    gaps: [],
    samplesUsed: 0,
    readPrefixList: () => null,
  }
  building.readPrefixList = createPrefixListReader(building)
  lowerVpcs(building)
  lowerVpcParts(building)
  lowerSubnets(building)
  lowerGroupRules(building)
  lowerOnPremises(building)
  lowerInterfaces(building)
  lowerRegionalNats(building)
  lowerPeerings(building)
  lowerLinks(building)
  lowerTransit(building)
  lowerAddresses(building)
  lowerLoadBalancers(building)
  lowerEndpointServices(building)
  lowerEndpoints(building)
  lowerDns(building)
  lowerRoutes(building)
  lowerTransitRoutes(building)
  lowerOnPremisesRoutes(building)
  const prefixListBlocks = (list: string, region: string) => building.readPrefixList(list, region)?.blocks ?? null
  return { ...building, prefixListBlocks, idsNamed: indexNames(design), interfaceIds: indexInterfaces(building) }
}

/** Interfaces by AWS's ids, the first where a design says one twice. */
function indexInterfaces({ enisOf }: Building): ReadonlyMap<string, Eni> {
  const found = new Map<string, Eni>()
  for (const enis of enisOf.values())
    for (const eni of enis) if (eni.interfaceId !== null && !found.has(eni.interfaceId)) found.set(eni.interfaceId, eni)
  return found
}

function indexNames(design: Design): ReadonlyMap<string, readonly ConstructId[]> {
  const ids = new Map<string, ConstructId[]>()
  for (const id of Object.keys(design.constructs).sort()) {
    const { name } = design.constructs[id]!
    const list = ids.get(name)
    if (list) list.push(id)
    else ids.set(name, [id])
  }
  return ids
}
