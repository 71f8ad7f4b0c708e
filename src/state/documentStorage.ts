/** Where documents are kept in the browser. Every method may fail: storage can be blocked or full. */
export interface DocumentStorage {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  del(key: string): Promise<void>
  keys(): Promise<readonly string[]>
}

/** The same storage, where a call that does not come back within `milliseconds` fails instead. */
export function withTimeLimit(storage: DocumentStorage, milliseconds: number): DocumentStorage {
  const limit = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it does not answer')), milliseconds)
      work.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  return {
    get: (key) => limit(storage.get(key)),
    set: (key, value) => limit(storage.set(key, value)),
    del: (key) => limit(storage.del(key)),
    keys: () => limit(storage.keys()),
  }
}

/** Whether storage failed for want of room. */
export const isStorageFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError'

/** Why the browser does not keep the work, and what to do about it. */
export const describeStorageFailure = (error: unknown): string =>
  isStorageFull(error)
    ? 'The browser has no room left for this page. Save the design as a file to keep it.'
    : `The browser does not let this page store anything (${error instanceof Error ? error.message : String(error)}). Save the design as a file to keep it.`
