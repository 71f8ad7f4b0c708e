import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Catalogue } from '../core/aws/catalogue.ts'
import type { Design } from '../core/model/design.ts'
import { type EngineClient, engineErrorReason } from '../engine/index.ts'
import type { EngineCall, InputOf, OutputOf } from '../engine/protocol.ts'
import { draftOf, parseDraft } from './parseDraft.ts'
import { keepCursor, moveCursor } from './traceSteps.ts'
import type { DesignState, EngineState, RequestDraft, Tone } from './types.ts'

export interface EngineStoreOptions {
  readonly engine: EngineClient
  readonly design: StoreApi<DesignState>
  readonly say: (text: string, tone?: Tone) => void
  readonly loadCatalogue: () => Promise<Catalogue>
}

/** Asks the engine again whenever the meaning of the design changes, and keeps its answers. */
export function createEngineStore({ engine, design, say, loadCatalogue }: EngineStoreOptions): StoreApi<EngineState> {
  const asking = createLane()
  const pinning = createLane()
  const checking = createLane()

  const store = createStore<EngineState>()((set, get) => ({
    status: engine.status(),
    draft: firstDraft(design.getState().design),
    setDraft: (fields) => set({ draft: { ...get().draft, ...fields } }),
    ...noAnswers,
    async ask() {
      const request = parseDraft(get().draft)
      if (typeof request === 'string') return request
      await get().askFor(request)
      return get().problem
    },
    async askFor(request) {
      set({ asked: request, stale: get().verdict !== null, problem: null, cursor: null })
      await answerAsked()
    },
    clear() {
      asking.withdraw()
      set({ asked: null, verdict: null, stale: false, asking: false, problem: null, cursor: null })
    },
    setCursor: (cursor) => set({ cursor }),
    stepBy(delta) {
      const { verdict, cursor } = get()
      if (verdict) set({ cursor: moveCursor(verdict, cursor, delta) })
    },
    applyFix(fix) {
      // A fix replaces whole fields: made for an older design, it could take back what was changed since.
      if (get().findingsStale) say('The design has just changed. Look at the finding again before you fix it.', 'error')
      else design.getState().apply(fix.title, fix.edits)
    },
    derive: (id) => callUntilFresh('derive', { id }),
    suggest: (from) => callUntilFresh('suggest', { from }),
    exportAs: (format) => callUntilFresh('export', { format }),
    importFiles: (files, title) => callUntilFresh('importFiles', { files, title }),
    catalogue: null,
  }))
  const { getState: get, setState: set } = store

  async function answerAsked() {
    const { asked } = get()
    if (!asked) return
    set({ asking: true })
    await settle(
      () => engine.call('answer', { request: asked }, { signal: asking.begin() }),
      (verdict) => {
        const { verdict: before, cursor } = get()
        set({ verdict, stale: false, asking: false, problem: null, cursor: keepCursor(cursor, before, verdict) })
      },
      (problem) => set({ verdict: null, stale: false, asking: false, problem, cursor: null }),
    )
  }

  async function answerPinned() {
    const signal = pinning.begin()
    const requests = design.getState().design.requests.map(({ id, request }) => ({ id, request }))
    if (requests.length === 0) return set({ pinned: {}, pinnedStale: false, pinnedProgress: null })
    await settle(
      () =>
        engine.call(
          'answerAll',
          { requests },
          { signal, onProgress: (done, total) => set({ pinnedProgress: { done, total } }) },
        ),
      (pinned) => set({ pinned, pinnedStale: false, pinnedProgress: null }),
      () => set({ pinned: {}, pinnedStale: false, pinnedProgress: null }),
    )
  }

  const check = () =>
    settle(
      () => engine.call('check', {}, { signal: checking.begin() }),
      (findings) => set({ findings, findingsStale: false }),
      (problem) => say(problem, 'error'),
    )

  function answerAgain() {
    const { design: document, revision } = design.getState()
    engine.load(document, revision)
    const { verdict, draft } = get()
    set({ stale: verdict !== null, pinnedStale: true, findingsStale: true })
    if (draft.from === '') set({ draft: { ...draft, from: firstClient(document) } })
    void answerAsked()
    void answerPinned()
    void check()
  }

  /** The answer about the design as it is then: an edit that overtakes the call makes it be asked again. */
  async function callUntilFresh<N extends EngineCall>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    for (;;) {
      try {
        return await engine.call(name, input)
      } catch (error) {
        if (engineErrorReason(error) !== 'stale') throw error
      }
    }
  }

  design.subscribe((now, before) => {
    if (now.opened !== before.opened) {
      asking.withdraw()
      set({ ...noAnswers, draft: firstDraft(now.design) })
    }
    if (now.revision !== before.revision) answerAgain()
  })
  engine.onStatus((status) => {
    set({ status })
    if (status === 'restarted') say('The simulation engine stopped and was started again.')
    if (status === 'failed')
      say('The simulation engine keeps stopping. Undo the last change, or reload the page.', 'error')
  })
  answerAgain()
  loadCatalogue().then(
    (catalogue) => set({ catalogue }),
    () => say('The list of AWS services could not be loaded. Reload the page to try again.', 'error'),
  )
  return store
}

const noAnswers = {
  asked: null,
  verdict: null,
  stale: false,
  asking: false,
  problem: null,
  cursor: null,
  pinned: {},
  pinnedStale: false,
  pinnedProgress: null,
  findings: [],
  findingsStale: false,
} satisfies Partial<EngineState>

/** Hands on an answer, or the sentence of a failure. An overtaken or withdrawn call says nothing: its successor does. */
async function settle<T>(call: () => Promise<T>, onAnswer: (value: T) => void, onProblem: (sentence: string) => void) {
  let value: T
  try {
    value = await call()
  } catch (error) {
    const reason = engineErrorReason(error)
    if (reason === null) throw error
    if (reason !== 'stale' && reason !== 'withdrawn') onProblem((error as Error).message)
    return
  }
  onAnswer(value)
}

/** Calls of one sort: beginning one withdraws the one before it, so that the latest wins. */
function createLane() {
  let current: AbortController | null = null
  const withdraw = () => current?.abort()
  return {
    withdraw,
    begin(): AbortSignal {
      withdraw()
      current = new AbortController()
      return current.signal
    },
  }
}

/** What the request bar begins with: the first saved request of the design, else its first client. */
function firstDraft(design: Design): RequestDraft {
  const [saved] = design.requests
  return saved
    ? draftOf(saved.request)
    : { from: firstClient(design), to: '', protocol: 'tcp', port: '443', packetSize: '' }
}

const firstClient = (design: Design): string =>
  Object.values(design.constructs)
    .filter((construct) => construct.kind === 'client')
    .map((client) => client.id)
    .sort()[0] ?? ''
