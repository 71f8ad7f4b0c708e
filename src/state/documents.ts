import type { StoreApi } from 'zustand/vanilla'
import { messageOf } from '../core/base/index.ts'
import { type AccessRequest, type Design, emptyDesign, serialiseDesign } from '../core/model/index.ts'
import { templates as TEMPLATES } from '../core/templates/index.ts'
import type { Claims } from './claims.ts'
import type { DocumentStorage } from './documentStorage.ts'
import { draftOf } from './draftOf.ts'
import { type Download, describeRefusal, fileNameOf, readDesign } from './files.ts'
import { createImporting } from './importing.ts'
import { type FileHandle, keepInFile, resumeFile } from './keepInFile.ts'
import { createPart } from './parts.ts'
import type { Persistence } from './persistence.ts'
import { readWork } from './readWork.ts'
import { dropCopy, listCopies, readCopy } from './savedCopies.ts'
import { textOf } from './textOf.ts'
import type { DesignState, DocumentActions, EngineState, SavedCopy, SmallTexts, ViewState } from './types.ts'

/** What of a template is needed to open it. */
export interface OpenableTemplate {
  readonly id: string
  readonly title: string
  readonly request: AccessRequest
  load(): Design | Promise<Design>
}

/** Lets the person choose a file to write into; null where none was chosen. */
export type PickFile = (name: string) => Promise<FileHandle | null>

export interface DocumentOptions {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
  readonly persistence: Persistence
  readonly storage: DocumentStorage
  readonly texts: SmallTexts
  readonly claims: Claims
  /** Absent = those that come with the page. */
  readonly templates?: readonly OpenableTemplate[] | undefined
  readonly download: Download
  readonly pickFile?: PickFile | undefined
  /** Asks the person a yes-or-no question. */
  readonly confirm: (question: string) => boolean
}

// at hand without a network once the page has been idle
for (const { load } of TEMPLATES) createPart(load)

const NO_LONGER = 'That copy is no longer there.'
const LOSS_QUESTION =
  'The browser cannot keep the design at hand. Download it as a file, and open the other then? Cancel keeps everything as it is.'

/** What a person does with whole documents: a part of the page that `actions.ts` fetches. */
export function createDocumentActions(options: DocumentOptions): DocumentActions {
  const {
    design,
    engine,
    view,
    persistence,
    storage,
    texts,
    claims,
    templates = TEMPLATES,
    download,
    confirm,
    pickFile,
  } = options
  const inFile = { design, view, storage, workId: persistence.workId }
  const fail = (sentence: string): false => {
    view.getState().say(sentence, 'error')
    return false
  }

  /** Where the browser cannot keep the work, it becomes a file before it goes. */
  function mayLose(): boolean {
    if (!persistence.isUnsaved()) return true
    if (!confirm(LOSS_QUESTION)) return false
    saveFile()
    return true
  }

  /** Puts a document in the place of the work at hand, which is kept. */
  async function replaceWork(document: Design, isSpare: boolean): Promise<boolean> {
    const isLet = await persistence.replace(() => design.getState().open(document), { isSpare, mayLose })
    if (isLet) view.getState().openDialog(null)
    return isLet
  }

  /** The text of a copy; null, and said, where it cannot be had. */
  async function textOfCopy(copy: SavedCopy): Promise<string | null> {
    try {
      const text = await readCopy(storage, texts, copy)
      if (text === null) fail(NO_LONGER)
      return text
    } catch (error) {
      fail(`“${copy.title}” cannot be read. ${messageOf(error)}`)
      return null
    }
  }

  /** Opens a work as it is, with its history; a copy of it where another tab has it open. */
  async function goOnWith({ id, title }: SavedCopy): Promise<boolean> {
    let isFree = false
    let isShown = false
    try {
      isFree = await claims.claim(id, 0)
      const read = await readWork(storage, texts, id)
      if (!read?.ok) return fail(read ? describeRefusal(title, read.problems) : NO_LONGER)
      const show = () => persistence.show(read.work, isFree)
      isShown = await persistence.replace(show, { isSpare: false, mayLose })
    } catch (error) {
      fail(`“${title}” could not be opened. ${messageOf(error)}`)
    } finally {
      if (isFree && !isShown) claims.release(id)
    }
    if (isShown) {
      view.getState().openDialog(null)
      void resumeFile(inFile)
    }
    return isShown
  }

  function saveFile() {
    const { design: document } = design.getState()
    download(fileNameOf(document.title, '.hopwise.json'), writeFile(document), 'application/json')
    persistence.noteDownload()
  }

  /** What cannot be opened again as it is can be mended by hand. */
  function writeFile(document: Design): string {
    try {
      return serialiseDesign(document)
    } catch (error) {
      fail(`The file will not open as it is. ${messageOf(error)}`)
      return textOf(document)
    }
  }

  async function openText(text: string, source: string): Promise<boolean> {
    const document = readDesign(text, source)
    return typeof document === 'string' ? fail(document) : replaceWork(document, false)
  }

  async function openTemplate(id: string): Promise<boolean> {
    const template = templates.find((one) => one.id === id)
    if (!template) return fail(`There is no template “${id}”.`)
    let document: Design
    try {
      document = await template.load()
    } catch (error) {
      return fail(`The template “${template.title}” could not be loaded. ${messageOf(error)}`)
    }
    if (!(await replaceWork(document, true))) return false
    engine.getState().setDraft(draftOf(template.request))
    return true
  }

  return {
    async newDesign() {
      await replaceWork(emptyDesign(), true)
    },
    openText,
    ...createImporting({ design, engine, view, fail, replaceWork: (document) => replaceWork(document, false) }),
    openTemplate,
    async openTemplateAndAsk(id) {
      if (!(await openTemplate(id))) return false
      view.getState().showPanel('trace')
      await engine.getState().ask()
      return true
    },
    saveFile,
    async keepInFile() {
      const handle = await pickFile?.(fileNameOf(design.getState().design.title, '.hopwise.json'))
      return handle ? keepInFile(inFile, handle) : false
    },
    resumeFile: () => resumeFile(inFile),
    async listSaved() {
      try {
        return (await listCopies(storage)).filter((copy) => !persistence.isOwn(copy))
      } catch (error) {
        fail(`Earlier work cannot be listed. ${messageOf(error)}`)
        return []
      }
    },
    async restoreSaved(copy) {
      if (copy.kind === 'workspace') return goOnWith(copy)
      const text = await textOfCopy(copy)
      if (text === null) return false
      const document = readDesign(text, copy.title)
      return typeof document === 'string' ? fail(document) : replaceWork(document, true)
    },
    async removeSaved(copy) {
      const isWork = copy.kind === 'workspace'
      try {
        if (isWork && !(await claims.claim(copy.id, 0))) return fail(`“${copy.title}” is open in another tab.`)
        await dropCopy(storage, texts, copy)
      } catch (error) {
        return fail(`“${copy.title}” could not be removed. ${messageOf(error)}`)
      }
      if (isWork) claims.release(copy.id)
      view.getState().say(`“${copy.title}” was removed from this browser.`)
      return true
    },
    async downloadSaved(copy) {
      const text = await textOfCopy(copy)
      if (text !== null) download(fileNameOf(copy.title, '.hopwise.json'), text, 'application/json')
      return text !== null
    },
  }
}
