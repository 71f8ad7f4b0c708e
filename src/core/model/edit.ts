import type { Design, Placement, SavedRequest } from './design.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'

/** One step of editing. Every user action, fix and lesson step is a list of these; each has an exact inverse. */
export type Edit =
  | { readonly kind: 'add'; readonly construct: Construct; readonly placement?: Placement }
  | { readonly kind: 'remove'; readonly id: ConstructId }
  | ChangeEdit
  | { readonly kind: 'place'; readonly id: ConstructId; readonly placement: Placement | null }
  | {
      readonly kind: 'settings'
      readonly fields: Partial<Pick<Design, 'title' | 'description' | 'rulesAsOf' | 'deployment' | 'deploy'>>
    }
  /** Adds the saved request at `index` (default: the end), or replaces the one with the same id where it stands. */
  | { readonly kind: 'save-request'; readonly request: SavedRequest; readonly index?: number }
  | { readonly kind: 'forget-request'; readonly id: string }

/** Replaces whole top-level fields of one construct. */
export type ChangeEdit = {
  [K in ConstructKind]: {
    readonly kind: 'change'
    readonly of: K
    readonly id: ConstructId
    readonly fields: Partial<Omit<ConstructOf<K>, 'kind' | 'id'>>
  }
}[ConstructKind]

/** Whether the edit only moves things about: what it leaves needs no new compilation, no new answers and no new export. */
export const isLayoutOnly = (edit: Edit): boolean => edit.kind === 'place'
