export type {
  Catalogue,
  CatalogueData,
  Confidence,
  PublicHostEntry,
  RegionEntry,
  RegionRanges,
  ServiceEntry,
} from './catalogue.ts'
export type { DatedLimit, DatedLimits, LimitId } from './datedLimits.ts'
export { datedLimits, limitsAsOf } from './datedLimits.ts'
export type { PublicHost } from './findPublicHost.ts'
export { findPublicHost } from './findPublicHost.ts'
export type { FoundService } from './findService.ts'
export { endpointSuffixOf, findService, privateNamesOf } from './findService.ts'
export { loadCatalogue } from './loadCatalogue.ts'
export { managedListEntries } from './managedListEntries.ts'
export { rangesOf } from './rangesOf.ts'
export { serviceNamesIn } from './serviceNamesIn.ts'
export { zonesOf } from './zonesOf.ts'
