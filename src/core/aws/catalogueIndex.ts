import type { DeepReadonly } from '../base/deepReadonly.ts'
import type { Catalogue, PublicHostEntry, RegionEntry, ServiceEntry } from './catalogue.ts'

/** The owner of a public host name: a service, or an entry of the hosts without one. */
export type HostOwner =
  | { readonly service: DeepReadonly<ServiceEntry>; readonly host: null }
  | { readonly service: null; readonly host: DeepReadonly<PublicHostEntry> }

/** Look-up tables of one catalogue. */
export interface CatalogueIndex {
  readonly regions: ReadonlyMap<string, DeepReadonly<RegionEntry>>
  /** By name as written in the catalogue. */
  readonly services: ReadonlyMap<string, DeepReadonly<ServiceEntry>>
  readonly hosts: ReadonlyMap<string, HostOwner>
}

const indexes = new WeakMap<Catalogue, CatalogueIndex>()

/** The look-up tables of a catalogue, built at the first question about it. */
export function indexOf(catalogue: Catalogue): CatalogueIndex {
  let index = indexes.get(catalogue)
  if (!index) {
    index = buildIndex(catalogue)
    indexes.set(catalogue, index)
  }
  return index
}

function buildIndex(catalogue: Catalogue): CatalogueIndex {
  const hosts = new Map<string, HostOwner>()
  for (const host of catalogue.publicHosts) hosts.set(host.name, { service: null, host })
  for (const service of catalogue.services)
    for (const name of service.publicNames) hosts.set(name, { service, host: null })
  return {
    regions: new Map(catalogue.regions.map((region) => [region.code, region])),
    services: new Map(catalogue.services.map((service) => [service.name, service])),
    hosts,
  }
}
