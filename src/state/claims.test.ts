import { describe, expect, it, vi } from 'vitest'
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

/** Of pages that have no locks. */
const marks = (mark = 'mark') => createMarkClaims(createMemoryStorage().storage, mark)

describe('createLockClaims', () => {
  it('gives a workspace to one tab at a time', async () => {
    const locks = createLocks()
    const [one, other] = [createLockClaims(locks, marks()), createLockClaims(locks, marks())]
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
    const [one, other] = [createLockClaims(locks, marks()), createLockClaims(locks, marks())]
    await one.claim('w', 0)
    const claim = other.claim('w', 1000)
    setTimeout(() => one.release('w'), 5)
    expect(await claim).toBe(true)
  })

  it('does not wait longer than it was told', async () => {
    const locks = createLocks()
    await createLockClaims(locks, marks()).claim('w', 0)
    expect(await createLockClaims(locks, marks()).claim('w', 10)).toBe(false)
  })
})

describe('a lock manager that says nothing', () => {
  const silent = { request: () => new Promise(() => {}) } as unknown as Locks

  it('is waited for only so long, and then marks count', async () => {
    const { storage } = createMemoryStorage()
    const [one, other] = ['one', 'other'].map((mark) => createLockClaims(silent, createMarkClaims(storage, mark)))
    vi.useFakeTimers()
    const claim = one!.claim('w', 800)
    await vi.advanceTimersByTimeAsync(3000)
    vi.useRealTimers()
    expect(await claim).toBe(true)
    expect(await one!.holds('w')).toBe(true)
    expect(await one!.claim('x', 800), 'not asked again').toBe(true)
    vi.useFakeTimers()
    const later = other!.claim('w', 0)
    await vi.advanceTimersByTimeAsync(3000)
    vi.useRealTimers()
    await later
    expect([await one!.holds('w'), await other!.holds('w')]).toEqual([false, true])
  })

  it('holds nothing back when it answers after all', async () => {
    let answer = () => {}
    let held: unknown = null
    const late = {
      request: (_: string, __: LockOptions, work: (lock: Lock) => unknown) =>
        new Promise(() => {
          answer = () => {
            held = work({ name: 'w', mode: 'exclusive' })
          }
        }),
    } as unknown as Locks
    const claims = createLockClaims(late, marks())
    vi.useFakeTimers()
    const claim = claims.claim('w', 0)
    await vi.advanceTimersByTimeAsync(3000)
    vi.useRealTimers()
    expect(await claim).toBe(true)
    answer()
    expect(held).toBeUndefined()
    expect(await claims.holds('w')).toBe(true)
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
