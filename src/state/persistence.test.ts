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
      memory.state.refuse = quotaError
      const tab = await openTab(new Map([['workspace', 'w1']]))
      expect(tab.recovery).toBe('blocked')
      memory.state.refuse = () => null
      await tab.retitle('New work')
      expect(memory.map.get('workspace/w1/text')).toEqual({ odd: true })
      expect((await openTab(tab.session, tab.tab)).title()).toBe('New work')
    })
  })

  describe('another document', () => {
    it('takes nothing away: the work before stays as it is, with its history, and is gone on with', async () => {
      const { openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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

  describe('snapshots', () => {
    it('are kept every five minutes of work, and the browser is asked to keep them', async () => {
      const { openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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

  describe('removing', () => {
    it('is done by the person alone, copy by copy', async () => {
      const { memory, openTab } = createBrowser()
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
      const { openTab } = createBrowser()
      const first = await openTab()
      await first.retitle('First')
      const second = await openTab()
      const [copy] = await second.actions.listSaved()
      expect(await second.actions.removeSaved(copy!)).toBe(false)
      expect(second.said()).toContain('open in another tab')
    })

    it('never happens on a full disk by itself', async () => {
      const { memory, openTab } = createBrowser()
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

  describe('what is saved can be read', () => {
    it('a design that the schema refuses is not called saved, and the work before stays', async () => {
      const { openTab } = createBrowser()
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

  describe('the last moment', () => {
    it('is in the tail: edits that the storage never got come back', async () => {
      const { memory, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { texts, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { memory, openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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

  describe('what stands in a field', () => {
    it('is kept as it is typed, and stands there again', async () => {
      const { openTab } = createBrowser()
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
      const { openTab } = createBrowser()
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
