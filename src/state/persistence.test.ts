import { describe, expect, it, vi } from 'vitest'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createMarkClaims } from './claims.ts'
import { createTestBrowser, MINUTE, setUpBrowsers, title } from './testing/createTestBrowser.ts'
import { createTestStores } from './testing/createTestStores.ts'
import { createMemoryStorage, quotaError } from './testing/memoryStorage.ts'

setUpBrowsers()

describe('createPersistence', () => {
  it('begins with nothing and stores nothing before there is work', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tab.recovery).toBe('fresh')
    expect(memory.map.size).toBe(0)
    expect(tab.view.getState().saved).toBe('saved')
  })

  it('brings the work back when the tab is loaded again, with layout and requests', async () => {
    const { openTab } = createTestBrowser()
    const first = await openTab()
    const drawn = buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'web' }))
    first.design.getState().open(drawn)
    first.design.getState().apply('Move', [{ kind: 'place', id: 'web', placement: { x: 77, y: 8 } }])
    await first.retitle('Mine')
    const again = await openTab(first.session, first.tab)
    expect(again.recovery).toBe('recovered')
    expect(again.design.getState().design).toEqual(first.design.getState().design)
  })

  it('brings the last work back in a new tab when the old one is closed', async () => {
    const { openTab } = createTestBrowser()
    const first = await openTab()
    await first.retitle('Mine')
    const next = await openTab(new Map(), first.tab)
    expect(next.recovery).toBe('recovered')
    expect(next.title()).toBe('Mine')
  })

  describe('two tabs', () => {
    it('work on copies of their own and do not overwrite each other', async () => {
      const { openTab } = createTestBrowser()
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
      const { openTab } = createTestBrowser()
      const first = await openTab()
      await first.retitle('Mine')
      const second = await openTab()
      await vi.advanceTimersByTimeAsync(3000)
      await first.retitle('Original')
      const again = await openTab(second.session, second.tab)
      expect([again.recovery, again.title()]).toEqual(['recovered', 'Mine'])
    })

    it('without locks: the tab that lost its workspace goes on with a copy', async () => {
      const { memory, openTab } = createTestBrowser()
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

  describe('another document', () => {
    it('takes nothing away: the work before stays as it is, with its history, and is gone on with', async () => {
      const { openTab } = createTestBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      await tab.actions.newDesign()
      expect(tab.title()).toBe('Untitled design')
      const [mine, ...others] = await tab.actions.listSaved()
      expect(others).toEqual([])
      expect(mine).toMatchObject({ kind: 'workspace', title: 'Mine' })
      expect(await tab.actions.restoreSaved(mine!)).toBe(true)
      expect(tab.title()).toBe('Mine')
      await vi.advanceTimersByTimeAsync(10)
      expect(await tab.actions.listSaved(), 'a blank design that nobody touched is not kept').toEqual([])
      tab.design.getState().undo()
      expect(tab.title()).toBe('Untitled design')
    })

    it('never costs a work, however long the next is worked on', async () => {
      const { openTab } = createTestBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      for (let round = 1; round <= 30; round++) {
        await tab.actions.openText(
          JSON.stringify({ format: 'hopwise-design', version: 1, title: `Other ${round}`, constructs: [] }),
          'x',
        )
        for (let index = 0; index < 3; index++) {
          tab.clock.now += 6 * MINUTE
          await tab.retitle(`Other ${round} ${index}`)
        }
      }
      const works = (await tab.actions.listSaved()).filter(({ kind }) => kind === 'workspace')
      expect(works).toHaveLength(30)
      expect(works.at(-1)?.title).toBe('Mine')
    })

    it('is not let where the work cannot be kept, unless it becomes a file first', async () => {
      const { memory, openTab } = createTestBrowser()
      const answers = [false, true]
      const tab = await openTab(undefined, {}, { confirm: () => answers.shift() ?? false })
      await tab.retitle('Mine')
      memory.state.refuse = quotaError
      tab.design.getState().apply('Rename', title('Mine too'))
      await tab.actions.newDesign()
      expect(tab.title()).toBe('Mine too')
      expect(tab.downloads).toEqual([])
      await tab.actions.newDesign()
      expect(tab.title()).toBe('Untitled design')
      expect(tab.downloads.map(({ name }) => name)).toEqual(['mine-too.hopwise.json'])
    })

    it('waits for an edit that is made while it opens', async () => {
      const { memory, openTab } = createTestBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      memory.state.delay = 50
      tab.design.getState().apply('Rename', title('Before'))
      const opening = tab.actions.newDesign()
      await vi.advanceTimersByTimeAsync(30)
      tab.design.getState().apply('Rename', title('Meanwhile'))
      await vi.advanceTimersByTimeAsync(3000)
      await opening
      expect(tab.title()).toBe('Untitled design')
      memory.state.delay = 0
      expect((await tab.actions.listSaved()).map((copy) => copy.title)).toEqual(['Meanwhile'])
    })

    it('that another tab has open is opened as a copy', async () => {
      const { openTab } = createTestBrowser()
      const first = await openTab()
      await first.retitle('First')
      const second = await openTab()
      await second.retitle('Second')
      const [copy] = await second.actions.listSaved()
      expect(copy?.title).toBe('First')
      await second.actions.restoreSaved(copy!)
      await second.retitle('Second of first')
      expect((await openTab(first.session, first.tab)).title()).toBe('First')
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
