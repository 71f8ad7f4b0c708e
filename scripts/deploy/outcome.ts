/** What a step came to: fine, a difference in words, or not tried and why. */
export type Outcome =
  | { readonly kind: 'ok'; readonly words: string }
  | { readonly kind: 'difference'; readonly words: string }
  | { readonly kind: 'skipped'; readonly words: string }

export const ok = (words = 'ok'): Outcome => ({ kind: 'ok', words })
export const different = (words: string): Outcome => ({ kind: 'difference', words })
export const skipped = (words: string): Outcome => ({ kind: 'skipped', words })

/** Fine where nothing was found. */
export const judged = (found: readonly string[]): Outcome => (found.length === 0 ? ok() : different(found.join('\n')))

/** What became of one design, step by step. */
export interface Row {
  readonly name: string
  readonly steps: ReadonlyMap<string, Outcome>
}
