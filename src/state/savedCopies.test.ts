import { describe, expect, it } from 'vitest'
import { createTestBrowser, MINUTE, setUpBrowsers } from './testing/createTestBrowser.ts'
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
