import { type Claims, createLockClaims, createMarkClaims } from './claims.ts'
import type { DocumentStorage } from './documentStorage.ts'
import type { PickFile } from './documents.ts'
import type { Download } from './files.ts'
import type { SmallTexts, TabMemory } from './types.ts'

/** What the state needs of the world around it besides the engine and the storage of documents. */
export interface Ports {
  readonly claims: Claims
  readonly tab: TabMemory
  /** Settings, and the tails of works. */
  readonly texts: SmallTexts
  readonly download: Download
  /** Absent where pages may not write into files. */
  readonly pickFile?: PickFile
  readonly confirm: (question: string) => boolean
  /** Asks the browser not to clear this page's storage when it is short of room. */
  readonly askToStay: () => Promise<boolean>
  readonly now: () => number
  readonly newId: () => string
}

const WORKSPACE_KEY = 'hopwise.workspace'

/** The world as a browser page has it. */
export function createBrowserPorts(storage: DocumentStorage): Ports {
  const session = textStore(() => sessionStorage)
  const marks = createMarkClaims(storage, newId())
  return {
    // Browsers give locks to pages from https and localhost only.
    claims: navigator.locks ? createLockClaims(navigator.locks, marks) : marks,
    tab: {
      workspace: () => session.read(WORKSPACE_KEY),
      remember: (workspace) => session.write(WORKSPACE_KEY, workspace),
    },
    texts: textStore(() => localStorage),
    download: downloadText,
    ...('showSaveFilePicker' in window && { pickFile }),
    confirm: (question) => window.confirm(question),
    askToStay: async () => (await navigator.storage?.persist?.()) ?? false,
    now: () => Date.now(),
    newId,
  }
}

/** Texts in a storage that may be blocked or full: then nothing is remembered, and what counts is what the documents' storage has. */
function textStore(open: () => Storage): SmallTexts {
  return {
    keys() {
      try {
        return Object.keys(open())
      } catch {
        return []
      }
    },
    read(key) {
      try {
        return open().getItem(key)
      } catch {
        return null
      }
    },
    write(key, value) {
      try {
        if (value === null) open().removeItem(key)
        else open().setItem(key, value)
      } catch {
        return
      }
    },
  }
}

// `crypto.randomUUID` is not there on plain HTTP.
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('')
}

function downloadText(name: string, text: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const pickFile: PickFile = (suggestedName) =>
  (window as unknown as { showSaveFilePicker(options: object): ReturnType<PickFile> })
    .showSaveFilePicker({ suggestedName, types: [{ accept: { 'application/json': ['.json'] } }] })
    .catch(() => null) // closed without a choice
