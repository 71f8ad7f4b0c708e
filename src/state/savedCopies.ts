import type { DocumentStorage } from './documentStorage.ts'
import type { SavedCopy } from './types.ts'

/** The copies of designs that the browser keeps, as texts, each with what a list shows of it. */
export interface SavedCopies {
  put(copy: SavedCopy, text: string): Promise<void>
  /** Newest first. */
  list(kind?: SavedCopy['kind']): Promise<readonly SavedCopy[]>
  /** null where there is none. What is no text, because something else wrote there, comes as JSON. */
  read(kind: SavedCopy['kind'], id: string): Promise<string | null>
  drop(kind: SavedCopy['kind'], id: string): Promise<void>
}

const KINDS: readonly SavedCopy['kind'][] = ['version', 'workspace', 'damaged']

/** Keeps each copy under two keys, so that a list need not read the texts. */
export function createSavedCopies(storage: DocumentStorage): SavedCopies {
  return {
    async put(copy, text) {
      await storage.set(textKey(copy.kind, copy.id), text)
      await storage.set(factsKey(copy.kind, copy.id), { title: copy.title, savedAt: copy.savedAt, note: copy.note })
    },
    async list(kind) {
      const found: SavedCopy[] = []
      for (const key of await storage.keys()) {
        const [of, id, part] = key.split('/')
        const known = KINDS.find((one) => one === of)
        if (!known || !id || part !== 'text' || (kind && kind !== known)) continue
        found.push({ kind: known, id, ...readFacts(await storage.get(factsKey(known, id))) })
      }
      return found.sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1))
    },
    async read(kind, id) {
      const text = await storage.get(textKey(kind, id))
      if (text === undefined) return null
      return typeof text === 'string' ? text : (JSON.stringify(text) ?? String(text))
    },
    async drop(kind, id) {
      await storage.del(textKey(kind, id))
      await storage.del(factsKey(kind, id))
    },
  }
}

const textKey = (kind: string, id: string) => `${kind}/${id}/text`
const factsKey = (kind: string, id: string) => `${kind}/${id}/facts`

type Stored = { readonly [K in 'title' | 'savedAt' | 'note']?: unknown }

/** What is known of a copy, with stand-ins for what was never written or is no longer readable. */
function readFacts(value: unknown): Pick<SavedCopy, 'title' | 'savedAt' | 'note'> {
  const { title, savedAt, note } = (typeof value === 'object' && value !== null ? value : {}) as Stored
  return {
    title: typeof title === 'string' ? title : 'Untitled design',
    savedAt: typeof savedAt === 'number' ? savedAt : 0,
    note: typeof note === 'string' ? note : '',
  }
}
