import { ACCESS_CALLS } from './calls/accessCalls.ts'
import type { Call } from './calls/call.ts'
import { CALLS_FOR_EACH } from './calls/callsForEach.ts'
import { FILTER_CALLS } from './calls/filterCalls.ts'
import { GATEWAY_CALLS } from './calls/gatewayCalls.ts'
import { LATTICE_CALLS } from './calls/latticeCalls.ts'
import { NAME_CALLS } from './calls/nameCalls.ts'
import { NETWORK_CALLS } from './calls/networkCalls.ts'
import { SERVICE_CALLS } from './calls/serviceCalls.ts'

/** Every call whose answer the report misses where it is not there, in the order in which they are named. */
export const CALLS: readonly Call[] = [
  ...NETWORK_CALLS,
  ...LATTICE_CALLS,
  ...FILTER_CALLS,
  ...GATEWAY_CALLS,
  ...SERVICE_CALLS,
  ...NAME_CALLS,
  ...ACCESS_CALLS,
  ...CALLS_FOR_EACH,
]
