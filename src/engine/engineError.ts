const SENTENCES = {
  /** The design changed before the answer came. */
  stale: 'The design changed before the answer came.',
  /** The caller aborted the call. */
  withdrawn: 'The question was withdrawn.',
  'took-too-long': 'This took longer than 20 seconds, so the engine was stopped and started again.',
  'stopped-twice': 'The engine stopped twice while it worked on this.',
  'given-up': 'The engine keeps stopping. Change the design or reload the page to start it again.',
  'no-design': 'The engine was asked before it was given a design.',
  /** The core threw, or the question could not be sent. */
  fault: 'The engine met an error.',
} as const

export type EngineErrorReason = keyof typeof SENTENCES

/** An error of the engine with a sentence for the person; `detail` follows it. */
export const engineError = (reason: EngineErrorReason, detail?: string): Error =>
  Object.assign(new Error(detail ? `${SENTENCES[reason]} ${detail}` : SENTENCES[reason]), {
    name: 'EngineError',
    reason,
  })

/** Why the engine has no answer, or null for an error that is not the engine's. */
export const engineErrorReason = (error: unknown): EngineErrorReason | null =>
  error instanceof Error && error.name === 'EngineError'
    ? (error as Error & { reason: EngineErrorReason }).reason
    : null
