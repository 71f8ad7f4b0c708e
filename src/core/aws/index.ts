export type { Catalogue } from './catalogue.ts'
export { loadCatalogue } from './loadCatalogue.ts'
export { WORKLOAD_IDS, type WorkloadId } from './workloads/workloadIds.ts'
export { WORKLOAD_TITLES } from './workloads/workloadTitles.ts'
