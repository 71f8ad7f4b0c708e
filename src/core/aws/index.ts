export { expandAction } from './actions/expandAction.ts'
export { actionsOf, arnsOfAction, findAction, prefixOfAction } from './actions/findAction.ts'
export { fetchAllActions, loadActions } from './actions/loadActions.ts'
export { nearestName } from './actions/nearestName.ts'
export type {
  AccessLevel,
  ActionCatalogue,
  KeyType,
  ServiceAction,
  ServiceActions,
} from './actions/serviceActions.ts'
export { servicePrefixesOf } from './actions/servicePrefixesOf.ts'
export type { Catalogue } from './catalogue.ts'
export { loadCatalogue } from './loadCatalogue.ts'
export { rightServiceName } from './serviceForms.ts'
export { isWorkload, WORKLOAD_IDS, type WorkloadId } from './workloads/workloadIds.ts'
export { WORKLOADS } from './workloads/workloads.ts'
export { WORKLOAD_TITLES } from './workloads/workloadTitles.ts'
