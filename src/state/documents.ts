import type { StoreApi } from 'zustand/vanilla'
import { type Imported, nameOf } from '../core/import/index.ts'
import { type AccessRequest, type Design, emptyDesign, serialiseDesign } from '../core/model/index.ts'
import { templates as TEMPLATES } from '../core/templates/index.ts'
import { type Download, describeRefusal, fileNameOf, readChosen, readDesign } from './files.ts'
import { draftOf } from './parseDraft.ts'
import { createPart } from './parts.ts'
import type { Persistence } from './persistence.ts'
import type { SavedCopies } from './savedCopies.ts'
import type { ChosenFile, DesignState, DocumentActions, EngineState, ViewState } from './types.ts'

/** What of a template is needed to open it. */
export interface OpenableTemplate {
  readonly id: string
  readonly title: string
  readonly request: AccessRequest
  load(): Design | Promise<Design>
}

export interface DocumentOptions {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
  readonly persistence: Persistence
  readonly copies: SavedCopies
  /** Absent = those that come with the page. */
  readonly templates?: readonly OpenableTemplate[] | undefined
  readonly download: Download
  /** Asks the person a yes-or-no question. */
  readonly confirm: (question: string) => boolean
}

// at hand without a network once the page has been idle
for (const { load } of TEMPLATES) createPart(load)

const LOSS_QUESTION = 'The browser cannot keep the design at hand, and it was not saved as a file. Replace it anyway?'

/** What a person does with whole documents: a part of the page that `actions.ts` fetches. */
export function createDocumentActions(options: DocumentOptions): DocumentActions {
  const { design, engine, view, persistence, copies, templates = TEMPLATES, download, confirm } = options
  const fail = (sentence: string): false => {
    view.getState().say(sentence, 'error')
    return false
  }

  /** Puts a document in the place of the work at hand, which is kept first; where it cannot be kept, the person decides. */
  async function replaceWork(document: Design, name: string): Promise<boolean> {
    const isKept = await persistence.keepBefore(`before opening “${name}”`)
    if (!isKept && !confirm(LOSS_QUESTION)) return false
    design.getState().open(document)
    persistence.noteKept()
    view.getState().openDialog(null)
    return true
  }

  async function openText(text: string, source: string): Promise<boolean> {
    const document = readDesign(text, source)
    return typeof document === 'string' ? fail(document) : replaceWork(document, source)
  }

  async function openFiles(chosen: readonly ChosenFile[]): Promise<boolean> {
    if (chosen.length === 0) return false
    const name = nameOf(chosen)
    const given = await readChosen(chosen)
    if (typeof given === 'string') return fail(given)
    let imported: Imported
    try {
      imported = await engine.getState().askOnce('importFiles', { given })
    } catch (error) {
      return fail(`“${name}” could not be opened. ${error instanceof Error ? error.message : error}`)
    }
    if (!imported.ok) return fail(describeRefusal(name, imported.refusal))
    if (!(await replaceWork(imported.design, name))) return false
    if (imported.report) view.getState().showImportReport(imported.report)
    return true
  }

  async function openTemplate(id: string): Promise<boolean> {
    const template = templates.find((one) => one.id === id)
    if (!template) return fail(`There is no template “${id}”.`)
    let document: Design
    try {
      document = await template.load()
    } catch (error) {
      return fail(
        `The template “${template.title}” could not be loaded. ${error instanceof Error ? error.message : error}`,
      )
    }
    if (!(await replaceWork(document, template.title))) return false
    engine.getState().setDraft(draftOf(template.request))
    return true
  }

  return {
    async newDesign() {
      await replaceWork(emptyDesign(), 'Untitled design')
    },
    openText,
    openFiles,
    openTemplate,
    async openTemplateAndAsk(id) {
      if (!(await openTemplate(id))) return false
      view.getState().showPanel('trace')
      await engine.getState().ask()
      return true
    },
    saveFile() {
      const { design: document } = design.getState()
      download(fileNameOf(document.title, '.hopwise.json'), serialiseDesign(document), 'application/json')
      persistence.noteDownload()
    },
    async listSaved() {
      try {
        return (await copies.list()).filter((copy) => !persistence.isOwn(copy))
      } catch (error) {
        fail(`Earlier work cannot be listed. ${error instanceof Error ? error.message : error}`)
        return []
      }
    },
    async restoreSaved({ kind, id, title }) {
      const text = await copies.read(kind, id)
      return text === null ? fail('That copy is no longer there.') : openText(text, title)
    },
    async downloadSaved({ kind, id, title }) {
      const text = await copies.read(kind, id)
      if (text === null) fail('That copy is no longer there.')
      else download(fileNameOf(title, '.hopwise.json'), text, 'application/json')
    },
  }
}
