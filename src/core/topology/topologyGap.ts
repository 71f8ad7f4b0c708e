import type { Origin } from './origin.ts'

/** What in the design could not be lowered: it takes no part, and verdicts that would need it are `cannot-tell`. */
export interface TopologyGap {
  readonly code: 'dangling-reference' | 'invalid-value' | 'not-modelled'
  readonly at: Origin
  readonly message: string
}

/** What of an interface could not be read or found. */
export type EniGaps = Readonly<Partial<Record<'address' | 'address6' | 'publicAddress', TopologyGap>>>
