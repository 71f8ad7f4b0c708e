import { describe, expect, it, vi } from 'vitest'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createTestBrowser, setUpBrowsers, title } from './testing/createTestBrowser.ts'

setUpBrowsers()

describe('what stands in a field', () => {
  it('is kept as it is typed, and stands there again', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    const drawn = buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'web' }))
    tab.design.getState().open(drawn)
    tab.design.getState().select(['web'])
    for (const text of ['1', '10', '10.']) tab.drafts.hold('Private address', { text, base: '' }, () => undefined)
    expect(tab.saved()).toBe('saving')
    await vi.advanceTimersByTimeAsync(3000)
    expect(tab.saved()).toBe('saved')
    const again = await openTab(tab.session, tab.tab)
    expect(again.design.getState().selection).toEqual(['web'])
    expect(again.drafts.waiting('Private address', '')).toBe('10.')
    expect(again.drafts.waiting('Name', '')).toBeNull()
    expect(again.drafts.waiting('Private address', '10.0.0.9'), 'changed since').toBeNull()
    again.persistence.tellDrafts()
    expect(again.said()).toContain('“10.” was typed into “Private address”')
    again.drafts.hold('Private address', { text: '10.', base: '' }, () => undefined)
    expect(again.drafts.waiting('Private address', '')).toBeNull()
    again.drafts.hold('Private address', null)
    await vi.advanceTimersByTimeAsync(3000)
    expect((await openTab(tab.session, tab.tab)).drafts.waiting('Private address', '')).toBeNull()
  })

  it('is taken over when the page goes or another document comes', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    const type = (text: string) =>
      tab.drafts.hold('Title', { text, base: '' }, () => {
        tab.design.getState().apply('Rename', title(text))
        tab.drafts.hold('Title', null)
      })
    type('Typed')
    tab.drafts.settle()
    expect(tab.title()).toBe('Typed')
    type('Typed too')
    await tab.actions.newDesign()
    expect((await tab.actions.listSaved()).map((copy) => copy.title)).toEqual(['Typed too'])
  })
})
