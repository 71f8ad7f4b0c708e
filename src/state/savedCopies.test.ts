import { describe, expect, it, vi } from 'vitest'
import { createTestBrowser, MINUTE, setUpBrowsers, title } from './testing/createTestBrowser.ts'
import { quotaError } from './testing/memoryStorage.ts'

setUpBrowsers()

describe('removing', () => {
  it('is done by the person alone, copy by copy', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    tab.clock.now += 6 * MINUTE
    await tab.retitle('Mine')
    await tab.actions.newDesign()
    await tab.retitle('Next')
    for (const copy of await tab.actions.listSaved()) expect(await tab.actions.removeSaved(copy)).toBe(true)
    expect(await tab.actions.listSaved()).toEqual([])
    expect(tab.said()).toContain('was removed')
    expect([...memory.map.keys()].filter((key) => key.includes(tab.session.get('workspace')!))).not.toEqual([])
    expect((await openTab(tab.session, tab.tab)).title()).toBe('Next')
  })

  it('takes along the tail that a page left when it went at the wrong moment: what was removed does not come back', async () => {
    const { texts, openTab } = createTestBrowser()
    const tab = await openTab()
    tab.design.getState().apply('Rename', title('Mine'))
    const tail = [...texts]
    await vi.advanceTimersByTimeAsync(3000)
    await tab.actions.newDesign()
    for (const [key, text] of tail) texts.set(key, text)
    const [mine] = await tab.actions.listSaved()
    expect(await tab.actions.removeSaved(mine!)).toBe(true)
    expect((await openTab(new Map(), tab.tab)).title()).toBe('Untitled design')
  })

  it('leaves alone what another tab has open', async () => {
    const { openTab } = createTestBrowser()
    const first = await openTab()
    await first.retitle('First')
    const second = await openTab()
    const [copy] = await second.actions.listSaved()
    expect(await second.actions.removeSaved(copy!)).toBe(false)
    expect(second.said()).toContain('open in another tab')
  })

  it('never happens on a full disk by itself', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    for (let index = 1; index <= 4; index++) {
      tab.clock.now += 6 * MINUTE
      await tab.retitle(`Title ${index}`)
    }
    const before = await tab.actions.listSaved()
    memory.state.refuse = quotaError
    await tab.retitle('Too much')
    expect(tab.saved()).toBe('not-saved')
    expect(tab.view.getState().savedProblem).toContain('remove earlier work')
    expect(await tab.actions.listSaved()).toEqual(before)
  })
})
