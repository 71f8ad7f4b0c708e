import type { Catalogue } from '../aws/catalogue.ts'
import { remember } from '../base/remember.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Building, groupByKind } from './lower/building.ts'
import { lowerAll } from './lower/lowerings.ts'
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
    apis: new Map(),
    publicZones: new Map(),
    resolverEndpoints: new Map(),
    hostedZones: new Map(),
    resolverRules: new Map(),
    nameFilters: new Map(),
    peerings: new Map(),
    transitGateways: new Map(),
    transitTables: new Map(),
    attachments: new Map(),
    privateGateways: new Map(),
    links: new Map(),
    regionalNats: new Map(),
    lostInterfaces: new Map(),
    endpointNames: new Map(),
    wanted: [],
    dns: new Map(),
    routes: new Map(),
    gaps: [],
    samplesUsed: 0,
    readPrefixList: () => null,
  }
  lowerAll(building)
  const prefixListBlocks = (list: string, region: string) => building.readPrefixList(list, region)?.blocks ?? null
  const interfaceIds = indexInterfaces(building)
  return { ...building, prefixListBlocks, idsNamed: indexNames(design), interfaceIds }
}

/** Interfaces by AWS's ids, the first where a design says one twice. */
function indexInterfaces({ enisOf, design }: Building): ReadonlyMap<string, Eni> {
  const found = new Map<string, Eni>()
  for (const enis of enisOf.values())
    for (const eni of enis) if (eni.interfaceId !== null && !found.has(eni.interfaceId)) found.set(eni.interfaceId, eni)
  for (const [awsId, id] of Object.entries(design.source?.ids ?? {})) {
    const eni = found.get(id)
    if (eni && !found.has(awsId)) found.set(awsId, eni)
  }
  return found
}

/** Constructs by their names and by what AWS calls them. */
function indexNames(design: Design): ReadonlyMap<string, readonly ConstructId[]> {
  const found = new Map<string, ConstructId[]>()
  const keep = (name: string, id: ConstructId): void => {
    const ids = remember(found, name, (): ConstructId[] => [])
    if (!ids.includes(id)) ids.push(id)
  }
  for (const id of Object.keys(design.constructs).sort()) {
    const construct = design.constructs[id]!
    keep(construct.name, id)
    if ('awsId' in construct && construct.awsId) keep(construct.awsId, id)
  }
  for (const [awsId, id] of Object.entries(design.source?.ids ?? {}))
    if (Object.hasOwn(design.constructs, id)) keep(awsId, id)
  return found
}
