import type { DocumentStorage } from '../documentStorage.ts'

/** Storage in memory that can be told to fail, as blocked or full storage does. */
export function createMemoryStorage(entries: Iterable<readonly [string, unknown]> = []) {
  const map = new Map<string, unknown>(entries)
  const state = { failure: null as Error | null, writes: 0, inFlight: 0, mostInFlight: 0, delay: 0 }
  async function work<T>(does: () => T, isWrite = false): Promise<T> {
    state.mostInFlight = Math.max(state.mostInFlight, ++state.inFlight)
    await new Promise<void>((resolve) => (state.delay > 0 ? setTimeout(resolve, state.delay) : resolve()))
    state.inFlight--
    if (state.failure) throw state.failure
    if (isWrite) state.writes++
    return does()
  }
  const storage: DocumentStorage = {
    get: (key) => work(() => structuredClone(map.get(key))),
    set: (key, value) => work(() => void map.set(key, structuredClone(value)), true),
    del: (key) => work(() => void map.delete(key), true),
    keys: () => work(() => [...map.keys()]),
  }
  return { storage, map, state }
}

/** What browsers throw when there is no room left. */
export const quotaError = (): Error => Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
