import { describe, expect, it } from 'vitest'
import { createLockClaims, createMarkClaims, type Locks } from './claims.ts'
import { createMemoryStorage } from './testing/memoryStorage.ts'

/** Locks as a browser has them, for exclusive ones. */
function createLocks(): Locks {
  const queues = new Map<string, Promise<unknown>>()
  const waiting = new Map<string, number>()
  const request = async (name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => {
    const count = waiting.get(name) ?? 0
    if (options.ifAvailable && count > 0) return work(null)
    waiting.set(name, count + 1)
    const before = queues.get(name) ?? Promise.resolve()
    const aborted = new Promise<never>((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason))
    })
    try {
      await Promise.race([before, aborted])
      const done = Promise.resolve(work({ name, mode: 'exclusive' }))
      queues.set(name, done)
      return await done
    } finally {
      waiting.set(name, waiting.get(name)! - 1)
    }
  }
  return { request } as unknown as Locks
}

describe('createLockClaims', () => {
  it('gives a workspace to one tab at a time', async () => {
    const locks = createLocks()
    const [one, other] = [createLockClaims(locks), createLockClaims(locks)]
    expect(await one.claim('w', 0)).toBe(true)
    expect(await other.claim('w', 0)).toBe(false)
    expect(await other.claim('x', 0)).toBe(true)
    expect([await one.holds('w'), await other.holds('w')]).toEqual([true, false])
    one.release('w')
    expect(await one.holds('w')).toBe(false)
    await new Promise((resolve) => setTimeout(resolve))
    expect(await other.claim('w', 0)).toBe(true)
  })

  it('waits a while for a workspace to be let go', async () => {
    const locks = createLocks()
    const [one, other] = [createLockClaims(locks), createLockClaims(locks)]
    await one.claim('w', 0)
    const claim = other.claim('w', 1000)
    setTimeout(() => one.release('w'), 5)
    expect(await claim).toBe(true)
  })

  it('does not wait longer than it was told', async () => {
    const locks = createLocks()
    await createLockClaims(locks).claim('w', 0)
    expect(await createLockClaims(locks).claim('w', 10)).toBe(false)
  })
})

describe('createMarkClaims', () => {
  it('gives a workspace to the tab that came last, and the other finds out', async () => {
    const { storage } = createMemoryStorage()
    const [one, other] = [createMarkClaims(storage, 'one'), createMarkClaims(storage, 'other')]
    expect(await one.claim('w', 0)).toBe(true)
    expect(await one.holds('w')).toBe(true)
    expect(await other.claim('w', 0)).toBe(true)
    expect([await one.holds('w'), await other.holds('w')]).toEqual([false, true])
  })
})
