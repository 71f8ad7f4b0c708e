import { messageOf } from '../core/base/index.ts'

/** Where documents are kept in the browser. Every method may fail: storage can be blocked or full. */
export interface DocumentStorage {
  keys(): Promise<readonly string[]>
  /** What stands under each of the keys, all at one moment; undefined where there is nothing. */
  read(keys: readonly string[]): Promise<readonly unknown[]>
  /** All of the change or none of it; on the disk when it comes back. Changes happen in the order in which they were asked for. */
  write(change: StorageChange): Promise<void>
}

export interface StorageChange {
  readonly put?: Readonly<Record<string, unknown>>
  readonly drop?: readonly string[]
}

/** The same storage, where a call that does not come back within `milliseconds` fails instead. */
export function withTimeLimit(storage: DocumentStorage, milliseconds: number): DocumentStorage {
  const limit = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it does not answer')), milliseconds)
      work.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  return {
    keys: () => limit(storage.keys()),
    read: (keys) => limit(storage.read(keys)),
    write: (change) => limit(storage.write(change)),
  }
}

/** Whether storage failed for want of room. */
const isStorageFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError'

/** Why the browser does not keep the work, and what to do about it. */
export const describeStorageFailure = (error: unknown): string =>
  isStorageFull(error)
    ? 'The browser has no room left for this page. Save the design as a file to keep it, or remove earlier work that is kept in this browser.'
    : `The browser does not let this page store anything (${messageOf(error)}). Save the design as a file to keep it.`
