import type { DocumentOptions } from './documents.ts'
import { createPart, NOT_FETCHED, withPart } from './parts.ts'
import type { Actions, DocumentActions, RequestActions } from './types.ts'

const documents = createPart(() => import('./documents.ts'))
const requests = createPart(() => import('./requests.ts'))

/** What a person does with whole documents and with saved requests, fetched when it is first wanted. */
export function createActions(options: DocumentOptions): Actions {
  const { view } = options
  async function act<T>(what: (actions: DocumentActions) => Promise<T>, otherwise: T): Promise<T> {
    const part = await documents.load().catch(() => null)
    if (part) return what(part.createDocumentActions(options))
    view.getState().say(NOT_FETCHED, 'error')
    return otherwise
  }
  /** At once where the part is there; else as soon as it has come, and `otherwise` is the answer. */
  function onRequests<T>(what: (actions: RequestActions) => T, otherwise: T): T {
    const part = requests.now()
    if (part) return what(part.createRequestActions(options))
    withPart({ view }, requests, (late) => void what(late.createRequestActions(options)))
    return otherwise
  }
  const done = Promise.resolve()
  return {
    newDesign: () => act((actions) => actions.newDesign(), undefined),
    openText: (text, source) => act((actions) => actions.openText(text, source), false),
    openFiles: (chosen) => act((actions) => actions.openFiles(chosen), false),
    openPasted: (text) => act((actions) => actions.openPasted(text), false),
    importAgain: (values) => act((actions) => actions.importAgain(values), false),
    openTemplate: (id) => act((actions) => actions.openTemplate(id), false),
    openTemplateAndAsk: (id) => act((actions) => actions.openTemplateAndAsk(id), false),
    saveFile: () => withPart({ view }, documents, (part) => part.createDocumentActions(options).saveFile()),
    canKeepInFile: options.pickFile !== undefined,
    keepInFile: () => act((actions) => actions.keepInFile(), false),
    resumeFile: () => act((actions) => actions.resumeFile(), undefined),
    listSaved: () => act((actions) => actions.listSaved(), []),
    restoreSaved: (copy) => act((actions) => actions.restoreSaved(copy), false),
    downloadSaved: (copy) => act((actions) => actions.downloadSaved(copy), false),
    removeSaved: (copy) => act((actions) => actions.removeSaved(copy), false),
    pinCurrent: (expect) => onRequests((actions) => actions.pinCurrent(expect), null),
    unpin: (id) => onRequests((actions) => actions.unpin(id), undefined),
    renameRequest: (id, name) => onRequests((actions) => actions.renameRequest(id, name), undefined),
    setExpectation: (id, expect) => onRequests((actions) => actions.setExpectation(id, expect), undefined),
    askPinned: (id) => onRequests((actions) => actions.askPinned(id), done),
    async takeObserved(text) {
      const part = await requests.load().catch(() => null)
      return part ? part.createRequestActions(options).takeObserved(text) : NOT_FETCHED
    },
    askAbout: (request) => onRequests((actions) => actions.askAbout(request), done),
  }
}
