import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { Edit } from '../../core/model/index.ts'
import { fetchParts } from '../parts.ts'
import { createTestClaims, createTestStores, type TestStoresOptions } from './createTestStores.ts'
import { createMemoryStorage } from './memoryStorage.ts'

/** Edits that give the design a title. */
export const title = (text: string): readonly Edit[] => [{ kind: 'settings', fields: { title: text } }]

export const MINUTE = 60_000

/** For every test of the file: nothing of the page has yet to be fetched, and time passes when it is told to. */
export function setUpBrowsers() {
  beforeAll(fetchParts)
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
  afterEach(() => vi.useRealTimers())
}

/** One browser: its tabs share storage and claims; a tab that is loaded again keeps its session. */
export function createTestBrowser() {
  const memory = createMemoryStorage()
  const claims = createTestClaims()
  const texts = new Map<string, string>()
  async function openTab(session = new Map<string, string>(), tab: object = {}, more: TestStoresOptions = {}) {
    const stores = createTestStores({ memory, claims: claims(tab), session, texts, ...more })
    const recovery = await stores.persistence.start()
    return {
      ...stores,
      recovery,
      session,
      tab,
      title: () => stores.design.getState().design.title,
      saved: () => stores.view.getState().saved,
      said: () => stores.view.getState().message?.text ?? '',
      async retitle(text: string) {
        stores.design.getState().apply('Rename', title(text))
        await vi.advanceTimersByTimeAsync(3000)
      },
    }
  }
  return { memory, texts, openTab }
}
