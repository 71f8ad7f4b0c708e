import type { StoreApi } from 'zustand/vanilla'
import type { AccessRequest, Design, Expectation, SavedRequest } from '../core/model/index.ts'
import type { Verdict } from '../core/sim/index.ts'
import { draftOf } from './draftOf.ts'
import { isSameRequest } from './parseDraft.ts'
import { takeObserved } from './takeObserved.ts'
import type { DesignState, EngineState, RequestActions, ViewState } from './types.ts'

interface RequestActionsOptions {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
}

/** Saving requests with the design, and asking them again. */
export function createRequestActions({ design, engine, view }: RequestActionsOptions): RequestActions {
  const find = (id: string) => design.getState().design.requests.find((request) => request.id === id)

  function save(label: string, request: SavedRequest): boolean {
    return design.getState().apply(label, [{ kind: 'save-request', request }])
  }

  return {
    pinCurrent(expect = null) {
      const { asked } = engine.getState()
      const { design: document } = design.getState()
      if (!asked) {
        view.getState().say('Ask a question first; then it can be pinned.')
        return null
      }
      const standing = document.requests.find(({ request }) => isSameRequest(request, asked))
      if (standing) {
        if (expect) save('Set expectation', { ...standing, expect })
        else view.getState().say(`This request is pinned already, as “${standing.name}”.`)
        return standing.id
      }
      const id = newRequestId(document)
      return save('Pin request', { id, name: nameOfRequest(document, asked), request: asked, expect }) ? id : null
    },
    unpin(id) {
      if (find(id)) design.getState().apply('Unpin request', [{ kind: 'forget-request', id }])
    },
    renameRequest(id, name) {
      const request = find(id)
      if (request) save('Rename request', { ...request, name })
    },
    setExpectation(id, expect) {
      const request = find(id)
      if (request) save(expect ? 'Set expectation' : 'Remove expectation', { ...request, expect })
    },
    takeObserved: async (text) => takeObserved(text, { design, engine, view }),
    async askAbout(request) {
      engine.getState().setDraft(draftOf(request))
      view.getState().showPanel('trace')
      await engine.getState().askFor(request)
    },
    async askPinned(id) {
      const saved = find(id)
      if (!saved) return
      engine.getState().setDraft(draftOf(saved.request))
      await engine.getState().askFor(saved.request)
    },
  }
}

/** The expectation that a verdict meets: it must come to the same again. */
export const expectationOf = ({ kind, symptom, code, path }: Verdict): Expectation => ({
  verdict: kind,
  symptom,
  code,
  path,
})

function newRequestId({ requests }: Design): string {
  const taken = new Set(requests.map((request) => request.id))
  let number = requests.length + 1
  while (taken.has(`request-${number}`)) number++
  return `request-${number}`
}

/** `client-a to kinesis.us-east-1.amazonaws.com, TCP 443`, with names in place of ids; a call by its action. */
function nameOfRequest({ constructs }: Design, { from, to, protocol, port, api }: AccessRequest): string {
  const called = (text: string) => (Object.hasOwn(constructs, text) && constructs[text]!.name) || text
  const how = port === null ? protocol.toUpperCase() : `${protocol.toUpperCase()} ${port}`
  return `${called(from)} to ${called(to)}, ${api ? api.action : how}`.slice(0, 200)
}
