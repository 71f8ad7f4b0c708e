import type { DocumentStorage } from './documentStorage.ts'

/** Which tab may write which workspace: one at a time. */
export interface Claims {
  /** Takes the workspace for this tab; false where another tab holds it, after waiting so long for it to be let go. */
  claim(id: string, waitMs: number): Promise<boolean>
  /** Whether this tab still has it. */
  holds(id: string): Promise<boolean>
  release(id: string): void
}

/** What of the browser's lock manager is used. */
export type Locks = Pick<LockManager, 'request'>

/** By Web Locks where the browser has them: a claim ends with its tab, however the tab ends. */
export function createLockClaims(locks: Locks): Claims {
  const held = new Map<string, () => void>()
  return {
    claim: (id, waitMs) =>
      new Promise((resolve) => {
        const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true }
        locks
          .request(`hopwise/${id}`, options, (lock) => {
            resolve(lock !== null)
            return lock === null ? undefined : new Promise<void>((release) => held.set(id, release))
          })
          .catch(() => resolve(false))
      }),
    holds: async (id) => held.has(id),
    release(id) {
      held.get(id)?.()
      held.delete(id)
    },
  }
}

/**
 * By a mark in the storage, where pages have no locks (plain HTTP): the tab that opened a workspace last has it, and the one
 * before finds that out before it writes.
 */
export function createMarkClaims(storage: DocumentStorage, mark: string): Claims {
  const key = (id: string) => `claim/${id}`
  return {
    async claim(id) {
      await storage.set(key(id), mark)
      return true
    },
    holds: async (id) => (await storage.get(key(id))) === mark,
    release: () => {},
  }
}
