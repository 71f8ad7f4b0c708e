import { describe, expect, it } from 'vitest'
import { createTestBrowser, setUpBrowsers } from './testing/createTestBrowser.ts'
import { quotaError } from './testing/memoryStorage.ts'

setUpBrowsers()

describe('what cannot be read', () => {
  it('is put aside as it is, and the person is told', async () => {
    const { memory, openTab } = createTestBrowser()
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
    const { memory, openTab } = createTestBrowser()
    memory.map.set('workspace/w1/text', { odd: true })
    memory.state.refuse = quotaError
    const tab = await openTab(new Map([['workspace', 'w1']]))
    expect(tab.recovery).toBe('blocked')
    memory.state.refuse = () => null
    await tab.retitle('New work')
    expect(memory.map.get('workspace/w1/text')).toEqual({ odd: true })
    expect((await openTab(tab.session, tab.tab)).title()).toBe('New work')
  })
})
