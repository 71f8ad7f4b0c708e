import type { Page } from './openPage.ts'

/** What a person does in one sitting. `reload` gives the page that comes after. */
export interface Scenario {
  readonly name: string
  readonly play: (page: Page, reload: () => Promise<Page>, another: () => Promise<Page>) => Promise<void>
}

const DESIGN = JSON.stringify({ format: 'hopwise-design', version: 2, title: 'Given', constructs: [] })
const MINUTE = 60_000

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'edits with pauses',
    async play(page) {
      for (let index = 0; index < 4; index++) {
        page.edit('A')
        await page.wait()
      }
    },
  },
  {
    name: 'edits in a rush, undone and redone',
    async play(page) {
      for (let index = 0; index < 5; index++) page.edit('A')
      await page.wait(5)
      page.design.getState().undo()
      page.design.getState().redo()
      page.edit('A')
      await page.wait()
    },
  },
  {
    name: 'another design, and back',
    async play(page) {
      page.edit('A')
      await page.wait()
      await page.act((actions) => actions.newDesign())
      if (page.title() !== 'Untitled design') return
      page.edit('B')
      await page.wait()
      const copy = (await page.act((actions) => actions.listSaved())) as readonly { readonly title: string }[]
      const first = Array.isArray(copy) ? copy.find(({ title }) => title.startsWith('A.')) : undefined
      if (!first) return
      if ((await page.act((actions) => actions.restoreSaved(first as never))) === true) page.edit('A')
      await page.wait()
    },
  },
  {
    name: 'a file opens while an edit is made',
    async play(page) {
      page.edit('A')
      await page.wait()
      page.edit('A')
      const opening = page.act((actions) => actions.openText(DESIGN, 'given.json'))
      if (page.title().startsWith('A.')) page.edit('A')
      await opening
      if (page.title() === 'Given') page.edit('B')
      await page.wait()
    },
  },
  {
    name: 'loaded again, and gone on',
    async play(page, reload) {
      page.edit('A')
      await page.wait()
      page.edit('A')
      const again = await reload()
      if (again.title().startsWith('A.')) again.edit('A')
      await again.wait()
    },
  },
  {
    name: 'two tabs',
    async play(page, _, another) {
      page.edit('A')
      await page.wait()
      const other = await another()
      if (other.title().startsWith('A.') && other.recovery === 'copied') other.edit('B')
      page.edit('A')
      await other.wait()
      await page.wait()
    },
  },
  {
    name: 'a log that grows long',
    async play(page) {
      page.edit('A')
      for (let index = 0; index < 3; index++) {
        const description = `${index}${'x'.repeat(1990)}`
        for (let step = 0; step < 24; step++)
          page.design
            .getState()
            .apply('Describe', [{ kind: 'settings', fields: { description: `${description}`.slice(step) } }])
        page.edit('A')
        await page.wait()
      }
    },
  },
  {
    name: 'an hour of work',
    async play(page) {
      for (let index = 0; index < 4; index++) {
        page.clock.now += 20 * MINUTE
        page.edit('A')
        await page.wait()
      }
    },
  },
  {
    name: 'a text that is typed',
    async play(page) {
      page.edit('A')
      for (const text of ['1', '10', '10.']) page.drafts.hold('Address', { text, base: '' })
      await page.wait()
      page.edit('A')
      page.drafts.hold('Address', null)
      await page.wait()
    },
  },
]
