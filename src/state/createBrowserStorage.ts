import type { DocumentStorage } from './documentStorage.ts'

const STORE = 'documents'

/** IndexedDB of this browser. It is opened with the first call, so that a browser that forbids it fails there and not at once. */
export function createBrowserStorage(): DocumentStorage {
  let opening: Promise<IDBDatabase> | null = null

  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('hopwise')
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        // browsers close connections on their own at times: the next call opens another
        request.result.onclose = () => {
          opening = null
        }
        resolve(request.result)
      }
    })
  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    try {
      opening ??= open()
      // strict: it is complete when the disk has it, not when the system has promised to write it
      return (await opening).transaction(STORE, mode, { durability: 'strict' })
    } catch (error) {
      opening = null
      throw error
    }
  }

  async function transact<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => () => T): Promise<T> {
    const transaction = await begin(mode)
    return new Promise((resolve, reject) => {
      const result = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(result())
      transaction.onabort = () => reject(transaction.error ?? new Error('it was interrupted'))
    })
  }

  return {
    keys: () =>
      transact('readonly', (store) => {
        const request = store.getAllKeys()
        return () => request.result.map(String)
      }),
    read: (keys) =>
      transact('readonly', (store) => {
        const requests = keys.map((key) => store.get(key))
        return () => requests.map(({ result }) => result as unknown)
      }),
    write: ({ put = {}, drop = [] }) =>
      transact('readwrite', (store) => {
        for (const key of drop) store.delete(key)
        for (const [key, value] of Object.entries(put)) store.put(value, key)
        return () => undefined
      }),
  }
}
