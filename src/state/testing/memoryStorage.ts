import type { DocumentStorage, StorageChange } from '../documentStorage.ts'

/** Storage in memory that can be told to fail, as blocked or full storage does. */
export function createMemoryStorage(entries: Iterable<readonly [string, unknown]> = []) {
  const map = new Map<string, unknown>(entries)
  const state = {
    failure: null as Error | null,
    /** What single writes fail with. */
    refuse: (_change: StorageChange): Error | null => null,
    writes: 0,
    inFlight: 0,
    mostInFlight: 0,
    delay: 0,
  }
  async function work<T>(does: () => T, isWrite = false): Promise<T> {
    state.mostInFlight = Math.max(state.mostInFlight, ++state.inFlight)
    await new Promise<void>((resolve) => (state.delay > 0 ? setTimeout(resolve, state.delay) : resolve()))
    state.inFlight--
    if (state.failure) throw state.failure
    if (isWrite) state.writes++
    return does()
  }
  const storage: DocumentStorage = {
    keys: () => work(() => [...map.keys()]),
    read: (keys) => work(() => keys.map((key) => structuredClone(map.get(key)))),
    write: (change) =>
      work(() => {
        const { put = {}, drop = [] } = change
        const refusal = state.refuse(change)
        if (refusal) throw refusal
        for (const key of drop) map.delete(key)
        for (const [key, value] of Object.entries(put)) map.set(key, structuredClone(value))
      }, true),
  }
  return { storage, map, state }
}

/** What browsers throw when there is no room left. */
export const quotaError = (): Error => Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
