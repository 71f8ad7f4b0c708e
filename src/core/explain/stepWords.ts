/** A step in words. Where `detail` says all that there is to say of a code, the code's own words are left out. */
export interface StepWords {
  readonly headline: string
  readonly detail?: string | null
  readonly complete?: true
}
