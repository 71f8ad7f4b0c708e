import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval'
import type { DocumentStorage } from './documentStorage.ts'

/** IndexedDB of this browser. It is opened with the first call, so that a browser that forbids it fails there and not at once. */
export function createBrowserStorage(): DocumentStorage {
  let opened: UseStore | null = null
  const store = () => {
    opened ??= createStore('hopwise', 'documents')
    return opened
  }
  return {
    get: async (key) => get(key, store()),
    set: async (key, value) => set(key, value, store()),
    del: async (key) => del(key, store()),
    keys: async () => keys<string>(store()),
  }
}
