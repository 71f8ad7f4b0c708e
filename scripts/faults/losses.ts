/** Of so many edits or works, how many did not come back as they were last. */
interface Count {
  readonly lost: number
  readonly of: number
}

export interface Losses {
  /** Of what was called saved. */
  readonly saved: Count
  /** Of what was not yet: when only the page went, and when the browser went with all that was not on the disk. */
  readonly savingPageGone: Count
  readonly savingBrowserGone: Count
}

const NONE: Count = { lost: 0, of: 0 }
export const NO_LOSSES: Losses = { saved: NONE, savingPageGone: NONE, savingBrowserGone: NONE }

/** With so many more lost, of so many more. */
export const addLosses = (losses: Losses, to: keyof Losses, lost: number, of: number): Losses => ({
  ...losses,
  [to]: { lost: losses[to].lost + lost, of: losses[to].of + of },
})

/** The two lines that say what was lost. */
export function tellLosses({ saved, savingPageGone, savingBrowserGone }: Losses): string {
  const tell = ({ lost, of }: Count) => `${lost} of ${of.toLocaleString('en')}`
  return `  lost though Saved: ${tell(saved)}\n  lost while Saving, the page gone: ${tell(savingPageGone)}; the browser gone: ${tell(savingBrowserGone)}`
}
