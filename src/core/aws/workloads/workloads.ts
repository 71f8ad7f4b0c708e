import { containers } from './containers.ts'
import { dataWorkloads } from './dataWorkloads.ts'
import { kubernetes } from './kubernetes.ts'
import { learning } from './learning.ts'
import { operations } from './operations.ts'
import { serverless } from './serverless.ts'
import type { Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

/** What each workload asks for in a private subnet. `docs/needs.md` is made of it. */
export const WORKLOADS: Readonly<Record<WorkloadId, Workload>> = {
  ...containers,
  ...dataWorkloads,
  ...kubernetes,
  ...learning,
  ...operations,
  ...serverless,
}
