import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Asking } from './asked.ts'

/** A module on the way to its text: the plan, and the addresses of what is made of each part. */
export interface Module {
  readonly stack: StackPlan
  readonly addresses: ReadonlyMap<PartKey, readonly string[]>
  /** Variables that are asked for; grows while values are resolved. */
  readonly given: Map<string, Asking>
}
