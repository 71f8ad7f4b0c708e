import type { ConstructId } from '../../model/kinds/registry.ts'
import type { PartKey } from './partBasics.ts'

/** A piece of a text in a policy: as drawn, or what only the place or the making of the deployment tells. */
export type PolicyPiece =
  | string
  | { readonly says: 'partition' }
  | { readonly says: 'region'; readonly code: string }
  | { readonly says: 'account'; readonly number: string }
  /** A name that is unique beyond the deployment. */
  | { readonly says: 'name'; readonly text: string; readonly of: ConstructId }
  /** What AWS knows the construct's own part by. */
  | { readonly says: 'id'; readonly of: PartKey }
  /** An IPv4 block or address. */
  | { readonly says: 'place'; readonly text: string }
/** A policy as data, with texts in their pieces. */
export type PolicyTree =
  | readonly PolicyPiece[]
  | number
  | boolean
  | { readonly list: readonly PolicyTree[] }
  | { readonly members: readonly (readonly [name: string, value: PolicyTree])[] }

/** A policy of a part: as data, or letter by letter where it is no data that every format could hold. */
export type PlannedPolicy = { readonly tree: PolicyTree; readonly text?: never } | { readonly text: string }
