import type { DocumentOptions } from './documents.ts'
import { createPart, NOT_FETCHED, withPart } from './parts.ts'
import { createRequestActions } from './requests.ts'
import type { Actions, DocumentActions } from './types.ts'

const documents = createPart(() => import('./documents.ts'))

/** What a person does with whole documents, which is fetched when it is first wanted, and with saved requests. */
export function createActions(options: DocumentOptions): Actions {
  const { design, engine, view } = options
  async function act<T>(what: (actions: DocumentActions) => Promise<T>, otherwise: T): Promise<T> {
    const part = await documents.load().catch(() => null)
    if (part) return what(part.createDocumentActions(options))
    view.getState().say(NOT_FETCHED, 'error')
    return otherwise
  }
  return {
    newDesign: () => act((actions) => actions.newDesign(), undefined),
    openText: (text, source) => act((actions) => actions.openText(text, source), false),
    openFiles: (chosen) => act((actions) => actions.openFiles(chosen), false),
    openTemplate: (id) => act((actions) => actions.openTemplate(id), false),
    openTemplateAndAsk: (id) => act((actions) => actions.openTemplateAndAsk(id), false),
    saveFile: () => withPart({ view }, documents, (part) => part.createDocumentActions(options).saveFile()),
    listSaved: () => act((actions) => actions.listSaved(), []),
    restoreSaved: (copy) => act((actions) => actions.restoreSaved(copy), false),
    downloadSaved: (copy) => act((actions) => actions.downloadSaved(copy), undefined),
    removeSaved: (copy) => act((actions) => actions.removeSaved(copy), false),
    ...createRequestActions({ design, engine, view }),
  }
}
