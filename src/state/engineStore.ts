import { createStore, type StoreApi } from 'zustand/vanilla'
import { constructAt, type Design } from '../core/model/index.ts'
import type { EngineClient } from '../engine/index.ts'
import { draftOf } from './draftOf.ts'
import { parseDraft } from './parseDraft.ts'
import { askUntilFresh, type Following, follow, notAsked } from './standing.ts'
import { keepCursor, moveCursor } from './traceSteps.ts'
import type { DesignState, EngineState, RequestDraft, Tone } from './types.ts'

export interface EngineStoreOptions {
  readonly engine: EngineClient
  readonly design: StoreApi<DesignState>
  readonly say: (text: string, tone?: Tone) => void
}

/** Asks the engine again whenever the meaning of the design changes, and keeps its answers. */
export function createEngineStore({ engine, design, say }: EngineStoreOptions): StoreApi<EngineState> {
  const store: StoreApi<EngineState> = createStore<EngineState>()((set, get) => ({
    status: engine.status(),
    draft: firstDraft(design.getState().design),
    setDraft: (fields) => set({ draft: { ...get().draft, ...fields } }),
    asked: null,
    verdict: notAsked(null),
    cursor: null,
    pinned: notAsked({}),
    findings: notAsked([]),
    async ask() {
      const request = parseDraft(get().draft)
      return typeof request === 'string' ? request : get().askFor(request)
    },
    askFor(request) {
      set({ asked: request, cursor: null })
      return answering.again()
    },
    clear() {
      set({ asked: null, cursor: null })
      answering.clear()
    },
    setCursor: (cursor) => set({ cursor }),
    stepBy(delta) {
      const { verdict, cursor } = get()
      if (verdict.value) set({ cursor: moveCursor(verdict.value, cursor, delta) })
    },
    applyFix(fix) {
      // A fix replaces whole fields: made for an older design, it could take back what was changed since.
      if (get().findings.stale)
        say(
          get().status === 'ready'
            ? 'The design has just changed. Look at the finding again before you fix it.'
            : 'The engine does not answer. Fix it once the findings are up to date again.',
          'error',
        )
      else design.getState().apply(fix.title, fix.edits)
    },
    follow(name, input, tell) {
      const following = follow({ engine, name, input: () => input, none: null, tell })
      followed.add(following)
      void following.again()
      return () => {
        followed.delete(following)
        following.stop()
      }
    },
    askOnce: (name, input, options) => askUntilFresh(engine, name, input, options),
  }))
  const { getState: get, setState: set } = store

  const answering = follow({
    engine,
    name: 'answer',
    input() {
      const { asked } = get()
      return asked && { request: asked }
    },
    none: null,
    tell(verdict) {
      const { verdict: before, cursor } = get()
      set({ verdict, cursor: verdict.value && keepCursor(cursor, before.value, verdict.value) })
    },
  })
  const pinning = follow({
    engine,
    name: 'answerAll',
    input() {
      const requests = design.getState().design.requests.map(({ id, request }) => ({ id, request }))
      return requests.length === 0 ? null : { requests }
    },
    none: {},
    tell: (pinned) => set({ pinned }),
  })
  const checking = follow({
    engine,
    name: 'check',
    input: () => ({}),
    none: [],
    tell(findings) {
      set({ findings })
      if (findings.problem) say(findings.problem, 'error')
    },
  })
  /** What is asked again with every change, in this order. */
  const followed = new Set<Following>([answering, pinning, checking])

  function askAgain(gone: (end: string) => boolean = () => false) {
    const { design: document, revision } = design.getState()
    engine.load(document, revision)
    for (const following of followed) void following.again()
    const { draft, setDraft } = get()
    if (draft.from === '' || gone(draft.from)) setDraft({ from: firstClient(document) })
    if (gone(draft.to)) setDraft({ to: '' })
  }

  design.subscribe((now, before) => {
    if (now.opened !== before.opened) {
      set({ asked: null, draft: firstDraft(now.design) })
      for (const following of followed) following.clear()
    }
    // an id says nothing to anybody once what it names was deleted
    const gone = (id: string) => constructAt(before.design, id) !== null && constructAt(now.design, id) === null
    if (now.revision !== before.revision) askAgain(gone)
  })
  engine.onStatus((status) => {
    set({ status })
    for (const following of followed) following.doubt(status !== 'ready' && status !== 'starting')
    if (status === 'restarted') say('The simulation engine stopped and was started again.')
    if (status === 'failed')
      say('The simulation engine keeps stopping. Undo the last change, or reload the page.', 'error')
  })
  askAgain()
  return store
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
