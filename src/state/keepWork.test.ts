import { describe, expect, it, vi } from 'vitest'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createTestBrowser, setUpBrowsers, title } from './testing/createTestBrowser.ts'
import { quotaError } from './testing/memoryStorage.ts'

setUpBrowsers()

describe('keepWork', () => {
  it('writes the last state, never two writes at once, and few of them', async () => {
    const { memory, openTab } = createTestBrowser()
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
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    tab.design.getState().apply('Rename', title('Hurried'))
    expect(tab.persistence.isUnsaved()).toBe(true)
    await tab.persistence.flush()
    expect(tab.persistence.isUnsaved()).toBe(false)
    expect((await openTab(tab.session, tab.tab)).title()).toBe('Hurried')
  })

  describe('storage that does not work', () => {
    it('says at the start that nothing is kept, and goes on', async () => {
      const { memory, openTab } = createTestBrowser()
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
      const { memory, openTab } = createTestBrowser()
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
      const { memory, openTab } = createTestBrowser()
      memory.state.delay = 1e9
      const opening = openTab()
      await vi.advanceTimersByTimeAsync(6000)
      expect((await opening).recovery).toBe('blocked')
    })
  })

  describe('what is saved can be read', () => {
    it('a design that the schema refuses is not called saved, and the work before stays', async () => {
      const { openTab } = createTestBrowser()
      const tab = await openTab()
      await tab.retitle('Mine')
      const bad = { ...buildDesign((b) => b.vpc()), title: 'x'.repeat(220) }
      await tab.persistence.replace(() => tab.design.getState().open(bad), { isSpare: false, mayLose: () => false })
      await vi.advanceTimersByTimeAsync(3000)
      expect(tab.saved()).toBe('not-saved')
      expect(tab.view.getState().savedProblem).toContain('title is longer than 200 characters')
      tab.actions.saveFile()
      expect(tab.downloads[0]?.text).toContain('x'.repeat(220))
      expect((await openTab(tab.session, tab.tab)).title()).toBe('Mine')
      await tab.retitle('Mended')
      expect(tab.saved()).toBe('saved')
    })
  })
})
