import type { Way } from './deployment.ts'

/** What moto cannot do, or does otherwise than AWS: what is left out for it, and why. The export is never changed for it. */
export interface Gap {
  readonly designs: readonly string[]
  /** The way that is not tried; null where it is tried and `unlike` is passed over. */
  readonly way: Way | 'both' | null
  readonly why: string
  readonly unlike?: RegExp
}

export const GAPS: readonly Gap[] = []

export const gapFor = (design: string, way: Way): Gap | undefined =>
  GAPS.find((gap) => gap.designs.includes(design) && (gap.way === way || gap.way === 'both'))

export const isUnlike = (design: string, words: string): boolean =>
  GAPS.some(({ designs, unlike }) => (designs.length === 0 || designs.includes(design)) && unlike?.test(words))

export const probeGaps = async (_lab: unknown) => new Map<string, never>()
