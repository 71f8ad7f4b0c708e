import {
  type AnswerOf,
  type CallOptions,
  type EngineClient,
  engineErrorReason,
  type InputOf,
  type QuestionName,
} from '../engine/index.ts'

/** How a question that is followed stands. */
export interface Standing<Value> {
  /** The last answer. */
  readonly value: Value
  /** `value` is not the answer to what is asked now: that is on its way, or nobody is there to give it. */
  readonly stale: boolean
  /** How far a long answer has come; null when it is done. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Why the question has no answer, in a sentence; null where it has one. */
  readonly problem: string | null
}

/** The standing of a question that nobody has asked. */
export const notAsked = <Value>(none: Value): Standing<Value> => ({
  value: none,
  stale: false,
  progress: null,
  problem: null,
})

export interface Following {
  /** Asks again, and withdraws the question before; the sentence of the problem, if that is what came. */
  again(): Promise<string | null>
  /** Forgets the answer, also one on its way. */
  clear(): void
  /** While the engine is gone or silent, what is known counts as old: nothing keeps it up to date. */
  doubt(isDoubted: boolean): void
  /** Tells nothing more. */
  stop(): void
}

export interface FollowOptions<N extends QuestionName, None> {
  readonly engine: EngineClient
  readonly name: N
  /** What is to be asked now; null = nothing, and nothing is known then. */
  readonly input: () => InputOf<N> | null
  /** What stands for an answer where there is none. */
  readonly none: None
  readonly tell: (standing: Standing<AnswerOf<N> | None>) => void
}

/** Tells how a question stands, each time it is asked again: the latest wins, and an answer that comes too late is dropped. */
export function follow<N extends QuestionName, None>(options: FollowOptions<N, None>): Following {
  const { engine, name, input, none } = options
  let standing: Standing<AnswerOf<N> | None> = notAsked(none)
  let asking: AbortController | null = null
  let isInDoubt = false

  function tell(now: Standing<AnswerOf<N> | None>) {
    standing = now
    options.tell(isInDoubt && now.value !== none ? { ...now, stale: true } : now)
  }

  function clear() {
    asking?.abort()
    tell(notAsked(none))
  }

  async function again(): Promise<string | null> {
    const question = input()
    if (question === null) {
      clear()
      return null
    }
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    tell({ ...standing, stale: true, progress: null, problem: null })
    const onProgress = (done: number, total: number) => tell({ ...standing, progress: { done, total } })
    let value: AnswerOf<N>
    try {
      value = await engine.call(name, question, { signal, onProgress })
    } catch (error) {
      const reason = engineErrorReason(error)
      if (reason === null) throw error
      // an overtaken or withdrawn question says nothing: its successor does
      if (reason === 'stale' || reason === 'withdrawn') return null
      const problem = (error as Error).message
      tell({ ...notAsked(none), problem })
      return problem
    }
    if (!signal.aborted) tell({ ...notAsked(none), value })
    return null
  }
  function doubt(isDoubted: boolean) {
    if (isInDoubt === isDoubted) return
    isInDoubt = isDoubted
    tell(standing)
  }
  return { again, clear, doubt, stop: () => asking?.abort() }
}

/** The answer about the design as it is then: an edit that overtakes the question makes it be asked again, and an engine that was given up is tried once more. */
export async function askUntilFresh<N extends QuestionName>(
  engine: EngineClient,
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<AnswerOf<N>> {
  for (;;) {
    try {
      return await engine.call(name, input, { ...options, revives: true })
    } catch (error) {
      if (engineErrorReason(error) !== 'stale') throw error
    }
  }
}
