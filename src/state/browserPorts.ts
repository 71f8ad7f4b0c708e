import { type Claims, createLockClaims, createMarkClaims } from './claims.ts'
import type { DocumentStorage } from './documentStorage.ts'
import type { Download } from './files.ts'
import type { TabMemory } from './persistence.ts'
import type { Preferences } from './viewStore.ts'

/** What the state needs of the world around it besides the engine and the storage of documents. */
export interface Ports {
  readonly claims: Claims
  readonly tab: TabMemory
  readonly preferences: Preferences
  readonly download: Download
  readonly confirm: (question: string) => boolean
  readonly now: () => number
  readonly newId: () => string
}

const WORKSPACE_KEY = 'hopwise.workspace'

/** The world as a browser page has it. */
export function createBrowserPorts(storage: DocumentStorage): Ports {
  const session = textStore(() => sessionStorage)
  return {
    // Browsers give locks to pages from https and localhost only.
    claims: navigator.locks ? createLockClaims(navigator.locks) : createMarkClaims(storage, newId()),
    tab: {
      workspace: () => session.read(WORKSPACE_KEY),
      remember: (workspace) => session.write(WORKSPACE_KEY, workspace),
    },
    preferences: textStore(() => localStorage),
    download: downloadText,
    confirm: (question) => window.confirm(question),
    now: () => Date.now(),
    newId,
  }
}

/** Texts in a storage that may be blocked: then nothing is remembered, which costs the person a setting and no work. */
function textStore(open: () => Storage): Preferences {
  return {
    read(key) {
      try {
        return open().getItem(key)
      } catch {
        return null
      }
    },
    write(key, value) {
      try {
        open().setItem(key, value)
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
