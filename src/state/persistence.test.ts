import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edit } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createMarkClaims } from './claims.ts'
import { fetchParts } from './parts.ts'
import { createTestClaims, createTestStores, type TestStoresOptions } from './testing/createTestStores.ts'
import { createMemoryStorage, quotaError } from './testing/memoryStorage.ts'

beforeAll(fetchParts)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

const title = (text: string): readonly Edit[] => [{ kind: 'settings', fields: { title: text } }]
const MINUTE = 60_000

/** One browser: its tabs share storage and claims; a tab that is loaded again keeps its session. */
function createBrowser() {
  const memory = createMemoryStorage()
  const claims = createTestClaims()
  async function openTab(session = new Map<string, string>(), tab: object = {}, more: TestStoresOptions = {}) {
    const stores = createTestStores({ memory, claims: claims(tab), session, ...more })
    const recovery = await stores.persistence.start()
    return {
      ...stores,
      recovery,
      session,
      tab,
      title: () => stores.design.getState().design.title,
      said: () => stores.view.getState().message?.text ?? '',
      async retitle(text: string) {
        stores.design.getState().apply('Rename', title(text))
        await vi.advanceTimersByTimeAsync(3000)
      },
    }
  }
  return { memory, openTab }
}

describe('createPersistence', () => {
  it('begins with nothing and stores nothing before there is work', async () => {
    const { memory, openTab } = createBrowser()
    const tab = await openTab()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tab.recovery).toBe('fresh')
    expect(memory.map.size).toBe(0)
    expect(tab.view.getState().saved).toBe('saved')
  })

  it('brings the work back when the tab is loaded again, with layout and requests', async () => {
    const { openTab } = createBrowser()
    const first = await openTab()
    const drawn = buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'web' }))
    first.design.getState().open(drawn)
    first.design.getState().apply('Move', [{ kind: 'place', id: 'web', placement: { x: 77, y: 8 } }])
    await first.retitle('Mine')
    const again = await openTab(first.session, first.tab)
    expect(again.recovery).toBe('recovered')
    expect(again.design.getState().design).toEqual(first.design.getState().design)
    expect(again.design.getState().undoLabel).toBeNull()
  })

  it('brings the last work back in a new tab when the old one is closed', async () => {
    const { openTab } = createBrowser()
    const first = await openTab()
    await first.retitle('Mine')
    const next = await openTab(new Map(), first.tab)
    expect(next.recovery).toBe('recovered')
    expect(next.title()).toBe('Mine')
  })

  it('writes the last state, never two writes at once, and few of them', async () => {
    const { memory, openTab } = createBrowser()
    const tab = await openTab()
    memory.state.delay = 50
    const { apply } = tab.design.getState()
    for (let index = 1; index <= 100; index++) {
      apply('Rename', title(`Title ${index}`))
      if (index === 1) expect(tab.view.getState().saved).toBe('saving')
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(3000)
    expect(tab.view.getState().saved).toBe('saved')
    expect(memory.state.mostInFlight).toBe(1)
    expect(memory.state.writes).toBeLessThan(60)
    memory.state.delay = 0
    expect((await openTab(tab.session, tab.tab)).title()).toBe('Title 100')
  })

  it('writes at once when it is told to', async () => {
    const { openTab } = createBrowser()
    const tab = await openTab()
    tab.design.getState().apply('Rename', title('Hurried'))
    expect(tab.persistence.isUnsaved()).toBe(true)
    await tab.persistence.flush()
    expect(tab.persistence.isUnsaved()).toBe(false)
    expect((await openTab(tab.session, tab.tab)).title()).toBe('Hurried')
  })

  describe('two tabs', () => {
    it('work on copies of their own and do not overwrite each other', async () => {
      const { openTab } = createBrowser()
      const first = await openTab()
      await first.retitle('Mine')
      const second = await openTab()
      expect(second.recovery).toBe('copied')
      expect(second.title()).toBe('Mine')
      expect(second.said()).toContain('open in another tab')
      await second.retitle('Copy')
      await first.retitle('Original')
      expect((await openTab(first.session, first.tab)).title()).toBe('Original')
      expect((await openTab(second.session, second.tab)).title()).toBe('Copy')
    })

    it('keep the copy even if nothing is changed in it', async () => {
      const { openTab } = createBrowser()
      const first = await openTab()
      await first.retitle('Mine')
      const second = await openTab()
      await vi.advanceTimersByTimeAsync(3000)
      await first.retitle('Original')
      const again = await openTab(second.session, second.tab)
      expect([again.recovery, again.title()]).toEqual(['recovered', 'Mine'])
    })

    it('without locks: the tab that lost its workspace goes on with a copy', async () => {
      const { memory, openTab } = createBrowser()
      const first = await openTab(undefined, {}, { claims: createMarkClaims(memory.storage, 'first') })
      await first.retitle('Mine')
      const second = await openTab(undefined, {}, { claims: createMarkClaims(memory.storage, 'second') })
      expect(second.recovery).toBe('recovered')
      await first.retitle('Original')
      expect(first.said()).toContain('copy of its own')
      await second.retitle('Other')
      const markClaims = createMarkClaims(memory.storage, 'third')
      expect((await openTab(first.session, {}, { claims: markClaims })).title()).toBe('Original')
      expect((await openTab(second.session, {}, { claims: markClaims })).title()).toBe('Other')
    })
  })

  describe('storage that does not work', () => {
    it('says at the start that nothing is kept, and goes on', async () => {
      const { memory, openTab } = createBrowser()
      memory.state.failure = new Error('forbidden')
      const tab = await openTab()
      expect(tab.recovery).toBe('blocked')
      expect(tab.view.getState()).toMatchObject({ saved: 'not-saved' })
      expect(tab.view.getState().savedProblem).toContain('forbidden')
      await tab.retitle('Mine')
      expect(tab.persistence.isUnsaved()).toBe(true)
      tab.actions.saveFile()
      expect(tab.downloads[0]?.name).toBe('mine.hopwise.json')
      expect(tab.persistence.isUnsaved()).toBe(false)
    })

    it('tries again, and says when the work is kept after all', async () => {
      const { memory, openTab } = createBrowser()
      const tab = await openTab()
      memory.state.failure = quotaError()
      await tab.retitle('Mine')
      expect(tab.view.getState()).toMatchObject({ saved: 'not-saved' })
      expect(tab.view.getState().savedProblem).toContain('no room')
      memory.state.failure = null
      await vi.advanceTimersByTimeAsync(11_000)
      expect(tab.view.getState()).toMatchObject({ saved: 'saved', savedProblem: null })
      expect(tab.said()).toBe('')
      expect((await openTab(tab.session, tab.tab)).title()).toBe('Mine')
    })

    it('does not wait for ever for storage that never answers', async () => {
      const { memory, openTab } = createBrowser()
      memory.state.delay = 1e9
      const opening = openTab()
      await vi.advanceTimersByTimeAsync(6000)
      expect((await opening).recovery).toBe('blocked')
    })

    it('makes room by dropping older versions first', async () => {
      const { memory, openTab } = createBrowser()
      const tab = await openTab()
      for (let index = 1; index <= 4; index++) {
        await tab.retitle(`Title ${index}`)
        tab.clock.now += 1
        await tab.persistence.keepBefore('test')
      }
      const { set } = memory.storage
      let failures = 1
      memory.storage.set = (key, value) => (failures-- > 0 ? Promise.reject(quotaError()) : set(key, value))
      await tab.retitle('Title 5')
      expect(tab.view.getState().saved).toBe('saved')
      const versions = (await tab.actions.listSaved()).map((copy) => copy.title)
      expect(versions).toEqual(['Title 4', 'Title 3'])
    })
  })

  describe('what cannot be read', () => {
    it('is put aside as it is, and the person is told', async () => {
      const { memory, openTab } = createBrowser()
      memory.map.set('workspace/w1/text', '{"format": "hopwise-design", oops')
      const tab = await openTab(new Map([['workspace', 'w1']]))
      expect(tab.recovery).toBe('damaged')
      expect(tab.said()).toContain('could not be read')
      await tab.retitle('New work')
      const [damaged] = (await tab.actions.listSaved()).filter((copy) => copy.kind === 'damaged')
      await tab.actions.downloadSaved(damaged!)
      expect(tab.downloads[0]?.text).toBe('{"format": "hopwise-design", oops')
      expect((await openTab(tab.session, tab.tab)).title()).toBe('New work')
    })

    it('stays where it is when it cannot be put aside', async () => {
      const { memory, openTab } = createBrowser()
      memory.map.set('workspace/w1/text', { odd: true })
      const { set } = memory.storage
      memory.storage.set = () => Promise.reject(quotaError())
      const tab = await openTab(new Map([['workspace', 'w1']]))
      expect(tab.recovery).toBe('blocked')
      memory.storage.set = set
      await tab.retitle('New work')
      expect(memory.map.get('workspace/w1/text')).toEqual({ odd: true })
      expect((await openTab(tab.session, tab.tab)).title()).toBe('New work')
    })
  })

  describe('versions', () => {
    it('are kept every five minutes of work, twenty of them', async () => {
      const { openTab } = createBrowser()
      const tab = await openTab()
      for (let index = 1; index <= 50; index++) {
        tab.clock.now += 3 * MINUTE
        await tab.retitle(`Title ${index}`)
      }
      const versions = await tab.actions.listSaved()
      expect(versions).toHaveLength(20)
      expect(versions.slice(0, 2).map((copy) => copy.title)).toEqual(['Title 50', 'Title 48'])
      expect(versions[0]?.note).toBe('while working')
    })

    it('hold what another document takes the place of, and bring it back', async () => {
      const { openTab } = createBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      await tab.actions.newDesign()
      expect(tab.title()).toBe('Untitled design')
      const [version, ...others] = await tab.actions.listSaved()
      expect(others).toEqual([])
      expect(version).toMatchObject({ kind: 'version', title: 'Mine', note: 'before opening “Untitled design”' })
      expect(await tab.actions.restoreSaved(version!)).toBe(true)
      expect(tab.title()).toBe('Mine')
      await tab.actions.newDesign()
      expect(await tab.actions.listSaved(), 'what was just brought back is not kept twice').toHaveLength(1)
    })

    it('give way to a new workspace where there is no room for one', async () => {
      const { memory, openTab } = createBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      const { set } = memory.storage
      memory.storage.set = (key, value) => (key.startsWith('version/') ? Promise.reject(quotaError()) : set(key, value))
      await tab.actions.newDesign()
      await tab.retitle('Next')
      expect((await tab.actions.listSaved()).map((copy) => [copy.kind, copy.title])).toEqual([['workspace', 'Mine']])
    })
  })

  it('asks before work is replaced that the browser cannot keep', async () => {
    const memory = createMemoryStorage()
    memory.state.failure = new Error('forbidden')
    const answers = [false, true]
    const questions: string[] = []
    const tab = createTestStores({
      memory,
      confirm(question) {
        questions.push(question)
        return answers.shift() ?? false
      },
    })
    await tab.persistence.start()
    tab.design.getState().apply('Rename', title('Mine'))
    await tab.actions.newDesign()
    expect(tab.design.getState().design.title).toBe('Mine')
    await tab.actions.newDesign()
    expect(tab.design.getState().design.title).toBe('Untitled design')
    expect(questions).toHaveLength(2)
  })
})
