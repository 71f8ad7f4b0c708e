/** What a step came to: fine, a difference in words, or not tried and why. */
export type Outcome =
  | { readonly kind: 'ok'; readonly words: string }
  | { readonly kind: 'difference'; readonly words: string }
  | { readonly kind: 'skipped'; readonly words: string }

export const ok = (words = 'ok'): Outcome => ({ kind: 'ok', words })
export const different = (words: string): Outcome => ({ kind: 'difference', words })
export const skipped = (words: string): Outcome => ({ kind: 'skipped', words })

/** Fine where nothing was found. */
export const judged = (found: readonly string[], words = 'ok'): Outcome =>
  found.length === 0 ? ok(words) : different([...found.slice(0, MOST), ...more(found.length - MOST)].join('\n'))

/** Enough to see what it is about. */
const MOST = 12
const more = (count: number): readonly string[] => (count > 0 ? [`and ${count} more`] : [])

/** What became of one design, step by step. */
export interface Row {
  readonly name: string
  readonly steps: ReadonlyMap<string, Outcome>
}
