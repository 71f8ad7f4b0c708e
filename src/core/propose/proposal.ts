import type { VerdictKind } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Area } from './change.ts'

/** A text of the design, a policy or a list of rules, before and after. */
export interface ChangedText {
  readonly construct: ConstructId
  readonly title: string
  readonly before: string
  readonly after: string
}

/** What comes of a request before and after. */
export interface Proof {
  readonly id: string
  readonly name: string
  readonly must: 'pass' | 'fail' | null
  readonly before: VerdictKind
  readonly after: VerdictKind
  readonly code: string | null
  readonly isMet: boolean
}

/** Changes by which every request comes to what it must, proved by trying them; none where it cannot be done. */
export interface Proposal {
  readonly isWhole: boolean
  readonly edits: readonly Edit[]
  readonly changes: readonly { readonly area: Area; readonly title: string; readonly construct: ConstructId | null }[]
  readonly texts: readonly ChangedText[]
  readonly proof: readonly Proof[]
  /** Saved requests that say nothing of what must come of them, and are answered otherwise. */
  readonly others: readonly Proof[]
  /** Requests that cannot be brought to what they must come to, and why. */
  readonly cannot: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
}
