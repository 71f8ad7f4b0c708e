import { describe, expect, it, vi } from 'vitest'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createTestBrowser, setUpBrowsers, title } from './testing/createTestBrowser.ts'

setUpBrowsers()

describe('the last moment', () => {
  it('is in the tail: edits that the storage never got come back', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    await tab.retitle('Mine')
    memory.state.delay = 1e9
    for (let index = 1; index <= 50; index++) tab.design.getState().apply('Rename', title(`Hurried ${index}`))
    memory.state.delay = 0
    const again = await openTab(tab.session, tab.tab)
    expect(again.title()).toBe('Hurried 50')
    again.design.getState().undo()
    expect(again.title()).toBe('Hurried 49')
    await vi.advanceTimersByTimeAsync(3000)
    expect(again.saved()).toBe('saved')
  })

  it('holds even a document that was just opened', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    memory.state.delay = 1e9
    tab.design.getState().open(buildDesign((b) => b.vpc({ id: 'vpc' })))
    tab.design.getState().apply('Rename', title('At once'))
    memory.state.delay = 0
    const again = await openTab(tab.session, tab.tab)
    expect(again.title()).toBe('At once')
    expect(Object.keys(again.design.getState().design.constructs)).toContain('vpc')
  })

  it('is found by another tab when its own is gone', async () => {
    const { memory, openTab } = createTestBrowser()
    const first = await openTab()
    await first.retitle('Earlier')
    const tab = await openTab()
    memory.state.delay = 1e9
    tab.design.getState().open(buildDesign((b) => b.vpc({ id: 'vpc' })))
    tab.design.getState().apply('Rename', title('Only in the tail'))
    memory.state.delay = 0
    const again = await openTab(new Map(), tab.tab)
    expect([again.recovery, again.title()]).toEqual(['recovered', 'Only in the tail'])
    await vi.advanceTimersByTimeAsync(3000)
    expect((await openTab(again.session, tab.tab)).title()).toBe('Only in the tail')
  })

  it('a tail of before is not taken twice', async () => {
    const { texts, openTab } = createTestBrowser()
    const tab = await openTab()
    await tab.retitle('One')
    tab.design.getState().apply('Rename', title('Two'))
    const tail = [...texts].find(([key]) => key.includes('tail') && !key.endsWith('base'))
    await vi.advanceTimersByTimeAsync(3000)
    tab.design.getState().undo()
    await vi.advanceTimersByTimeAsync(3000)
    texts.set(...tail!)
    expect((await openTab(tab.session, tab.tab)).title()).toBe('One')
  })
})

describe('the log', () => {
  it('gives way to a checkpoint when it grows, and history stays', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    const long = 'x'.repeat(1900)
    for (let index = 1; index <= 90; index++) {
      tab.design.getState().apply('Describe', [{ kind: 'settings', fields: { description: `${index} ${long}` } }])
      await vi.advanceTimersByTimeAsync(10)
    }
    expect([...memory.map.keys()].filter((key) => key.startsWith('log/')).length).toBeLessThan(40)
    const again = await openTab(tab.session, tab.tab)
    for (let index = 89; index >= 1; index--) again.design.getState().undo()
    expect(again.design.getState().design.description).toBe(`1 ${long}`)
    for (let index = 2; index <= 90; index++) again.design.getState().redo()
    expect(again.design.getState().design.description).toBe(`90 ${long}`)
  })

  it('that is damaged costs what comes after the damage, which is put aside and told', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    for (const name of ['One', 'Two', 'Three', 'Four']) await tab.retitle(name)
    const [, second] = [...memory.map.keys()].filter((key) => key.startsWith('log/')).sort()
    memory.map.set(second!, '[{"n": 3')
    const again = await openTab(tab.session, tab.tab)
    expect(again.title()).toBe('Two')
    expect(again.said()).toContain('could not be read')
    const damaged = (await again.actions.listSaved()).find(({ kind }) => kind === 'damaged')
    await again.actions.downloadSaved(damaged!)
    expect(again.downloads[0]?.text).toContain('Four')
    await again.retitle('Five')
    expect((await openTab(tab.session, tab.tab)).title()).toBe('Five')
  })

  it('an entry that does not fit any more ends it', async () => {
    const { memory, openTab } = createTestBrowser()
    const tab = await openTab()
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await tab.retitle(name)
    const keys = [...memory.map.keys()].filter((key) => key.startsWith('log/')).sort()
    memory.map.set(keys.at(-1)!, String(memory.map.get(keys.at(-1)!)).replaceAll('Five', 'x'.repeat(300)))
    const again = await openTab(tab.session, tab.tab)
    expect(again.title()).toBe('Four')
    expect((await again.actions.listSaved()).map(({ kind }) => kind)).toContain('damaged')
  })
})

describe('undo', () => {
  it('goes on across a reload, and redo too', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    for (const name of ['One', 'Two', 'Three']) await tab.retitle(name)
    tab.design.getState().undo()
    await vi.advanceTimersByTimeAsync(3000)
    const again = await openTab(tab.session, tab.tab)
    expect([again.title(), again.design.getState().undoLabel, again.design.getState().redoLabel]).toEqual([
      'Two',
      'Rename',
      'Rename',
    ])
    again.design.getState().redo()
    expect(again.title()).toBe('Three')
    again.design.getState().undo()
    again.design.getState().undo()
    expect(again.title()).toBe('One')
  })
})
