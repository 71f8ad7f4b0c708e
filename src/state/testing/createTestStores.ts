import { createEngineClient } from '../../engine/index.ts'
import { createFakeWorkers, type FakeWorkersOptions } from '../../engine/testing/fakeWorker.ts'
import type { Ports } from '../browserPorts.ts'
import type { Claims } from '../claims.ts'
import { createStores } from '../createStores.ts'
import type { OpenableTemplate } from '../documents.ts'
import { createMemoryStorage } from './memoryStorage.ts'

/** Claims among the tabs of one test. */
export function createTestClaims() {
  const holders = new Map<string, object>()
  return (tab: object = {}): Claims => ({
    async claim(id) {
      const holder = holders.get(id)
      if (holder && holder !== tab) return false
      holders.set(id, tab)
      return true
    },
    holds: async (id) => holders.get(id) === tab,
    release: (id) => void (holders.get(id) === tab && holders.delete(id)),
  })
}

export interface TestStoresOptions {
  readonly memory?: ReturnType<typeof createMemoryStorage>
  readonly claims?: Claims
  readonly session?: Map<string, string>
  readonly texts?: Map<string, string>
  readonly clock?: { now: number }
  readonly workers?: FakeWorkersOptions
  readonly templates?: readonly OpenableTemplate[]
  readonly confirm?: (question: string) => boolean
}

/** The whole state of a page, over a fake engine and storage in memory; `clock.now` is what time it is. */
export function createTestStores(options: TestStoresOptions = {}) {
  const memory = options.memory ?? createMemoryStorage()
  const session = options.session ?? new Map<string, string>()
  const texts = options.texts ?? new Map<string, string>()
  const downloads: { name: string; text: string }[] = []
  const stays = { asked: 0 }
  const clock = options.clock ?? { now: 1_000_000 }
  let ids = 0
  const ports: Ports = {
    claims: options.claims ?? createTestClaims()(),
    tab: {
      workspace: () => session.get('workspace') ?? null,
      remember: (workspace) => void session.set('workspace', workspace),
    },
    texts: {
      keys: () => [...texts.keys()],
      read: (key) => texts.get(key) ?? null,
      write: (key, value) => void (value === null ? texts.delete(key) : texts.set(key, value)),
    },
    askToStay: async () => {
      stays.asked++
      return true
    },
    download: (name, text) => void downloads.push({ name, text }),
    confirm: options.confirm ?? (() => false),
    now: () => clock.now,
    newId: () => `id${memory.map.size}x${++ids}`,
  }
  const fakes = createFakeWorkers(options.workers)
  const stores = createStores({
    engine: createEngineClient(fakes.createWorker),
    storage: memory.storage,
    ports,
    ...(options.templates ? { templates: options.templates } : {}),
  })
  return { ...stores, memory, session, texts, stays, downloads, clock, workers: fakes.workers }
}
