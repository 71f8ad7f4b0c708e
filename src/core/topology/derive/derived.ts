import type { AccessRequest } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Origin } from '../origin.ts'

/** A value that follows from the design, with the place it comes from; shown in the inspector. */
export interface DerivedRow {
  readonly label: string
  readonly value: string
  /** Words for where it comes from: `route table rtb-public, from its association`. */
  readonly from: string
  readonly origin: Origin | null
  /** A request that shows whether it is so. */
  readonly ask?: AccessRequest
}
export interface DerivedSection {
  readonly title: string
  readonly rows: readonly DerivedRow[]
}
export type Derived = Readonly<Record<ConstructId, readonly DerivedSection[]>>
