import type { ExistingPart } from '../plan/existing.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Asking } from './asked.ts'

/** A module on the way to its text: the plan, and the addresses of what is made of each part. */
export interface Module {
  readonly stack: StackPlan
  readonly addresses: ReadonlyMap<PartKey, readonly string[]>
  /** Variables that are asked for; grows while values are resolved. */
  readonly given: Map<string, Asking>
  /** Variables for the ids of what is there already; grows as well. */
  readonly there: Map<string, ExistingPart>
  /** Values that are chosen between what is made and what exists; grows as well. */
  readonly locals: Map<string, Chosen>
  /** What the resource is left out with where that exists; null where it is made anyway. */
  readonly owner: PartKey | null
}

/** An attribute of what is made, or what is given in its place where the thing exists. */
export interface Chosen {
  readonly address: string
  readonly attribute: string
  /** Variable of the id by which one that exists is said. */
  readonly existing: string
  /** Variable that stands for the attribute then; that of the id where the attribute is the id. */
  readonly instead: string
}
