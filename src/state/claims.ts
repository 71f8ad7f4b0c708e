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

/** A lock manager that says nothing for this long beyond what it was given says nothing at all. */
const SILENCE_MS = 1500

/**
 * By Web Locks where the browser has them: a claim ends with its tab, however the tab ends. A lock manager that does not answer is not asked
 * again: `otherwise` counts from then on.
 */
export function createLockClaims(locks: Locks, otherwise: Claims): Claims {
  const held = new Map<string, () => void>()
  let isSilent = false

  const ask = (id: string, waitMs: number) =>
    new Promise<boolean | 'silent'>((resolve) => {
      const silence = setTimeout(() => resolve('silent'), waitMs + SILENCE_MS)
      const answer = (got: boolean) => {
        clearTimeout(silence)
        resolve(got)
      }
      const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true }
      locks
        .request(`hopwise/${id}`, options, (lock) => {
          answer(lock !== null)
          // what comes when nobody waits for it any more is let go at once
          return lock === null || isSilent ? undefined : new Promise<void>((release) => held.set(id, release))
        })
        .catch(() => answer(false))
    })

  return {
    async claim(id, waitMs) {
      const answer = isSilent ? 'silent' : await ask(id, waitMs)
      if (answer !== 'silent') return answer
      isSilent = true
      return otherwise.claim(id, waitMs)
    },
    holds: async (id) => held.has(id) || (isSilent && otherwise.holds(id)),
    release(id) {
      held.get(id)?.()
      held.delete(id)
      if (isSilent) otherwise.release(id)
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
      await storage.write({ put: { [key(id)]: mark } })
      return true
    },
    holds: async (id) => (await storage.read([key(id)]))[0] === mark,
    release: () => {},
  }
}
