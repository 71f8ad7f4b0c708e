import { describe, expect, it } from 'vitest'
import { createTestBrowser, MINUTE, setUpBrowsers } from './testing/createTestBrowser.ts'

setUpBrowsers()

describe('snapshots', () => {
  it('are kept every five minutes of work, and the browser is asked to keep them', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    for (let index = 1; index <= 10; index++) {
      tab.clock.now += 3 * MINUTE
      await tab.retitle(`Title ${index}`)
    }
    const versions = await tab.actions.listSaved()
    expect(versions.map((copy) => copy.title)).toEqual(['Title 10', 'Title 8', 'Title 6', 'Title 4', 'Title 2'])
    expect(versions[0]).toMatchObject({ kind: 'version', note: 'while working' })
    expect(tab.stays.asked).toBe(1)
  })

  it('are thinned by age within a design, and those of another stay', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    const work = async (name: string) => {
      for (let index = 1; index <= 40; index++) {
        tab.clock.now += 6 * MINUTE
        await tab.retitle(`${name} ${index}`)
      }
    }
    const of = async (name: string) =>
      (await tab.actions.listSaved()).filter((copy) => copy.title.startsWith(`${name} `) && copy.kind === 'version')
    await work('First')
    const before = await of('First')
    expect(before.length).toBeGreaterThan(10)
    expect(before.length).toBeLessThan(20)
    await tab.actions.newDesign()
    await work('Second')
    expect(await of('First')).toEqual(before)
  })

  it('come back as a design beside the one they are of', async () => {
    const { openTab } = createTestBrowser()
    const tab = await openTab()
    tab.clock.now += 6 * MINUTE
    await tab.retitle('Early')
    await tab.retitle('Late')
    const early = (await tab.actions.listSaved()).find((copy) => copy.title === 'Early')
    expect(await tab.actions.restoreSaved(early!)).toBe(true)
    expect(tab.title()).toBe('Early')
    expect((await tab.actions.listSaved()).map(({ kind, title: of }) => [kind, of])).toContainEqual([
      'workspace',
      'Late',
    ])
  })
})
