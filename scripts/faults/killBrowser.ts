import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { preview } from 'vite'
import { createRandom } from '../bench/createRandom.ts'
import { addLosses, type Losses, NO_LOSSES } from './losses.ts'
import { startBrowser } from './startBrowser.ts'

/** Losses are counted in edits. */
export interface KillFigures extends Losses {
  readonly kills: number
  readonly problems: readonly string[]
}

/** How a run ends: the browser is killed at some moment, the moment that it says *Saved*, or right after many edits at once; or the page's own process falls over. */
const ENDS = ['kill-in-rush', 'crash-in-rush', 'kill-when-saved', 'kill'] as const
const RUSH = 50
/** A busy machine is no fault. */
const PATIENCE_MS = 180_000

const SOONEST_MS = 100
const LATEST_MS = 1500

/** Edits the built page in a real browser, ends it in the middle, starts it again and looks what came back. */
export async function killBrowser(runs: number, seed: number): Promise<KillFigures> {
  const server = await preview({
    logLevel: 'silent',
    build: { outDir: 'dist/web' },
    preview: { host: '127.0.0.1', port: 4191 },
  })
  const url = server.resolvedUrls!.local[0]!
  const random = createRandom(seed)
  const problems: string[] = []
  let losses = NO_LOSSES
  try {
    for (let run = 0; run < runs; run++) {
      const end = ENDS[run % ENDS.length]!
      const { done, saved, back } = await endOnce(url, end, SOONEST_MS + random() * (LATEST_MS - SOONEST_MS))
      if (back < saved) problems.push(`${end}: edit ${saved} was called saved, ${back} came back`)
      losses = addLosses(losses, 'saved', Math.max(0, saved - back), saved)
      const saving = isCrash(end) ? 'savingPageGone' : 'savingBrowserGone'
      losses = addLosses(losses, saving, Math.max(0, done - Math.max(back, saved)), done - saved)
    }
  } finally {
    await server.close()
  }
  return { kills: runs, ...losses, problems }
}

/** The last edit that was made, the last that was shown as saved, and the one that came back. */
interface Outcome {
  readonly done: number
  readonly saved: number
  readonly back: number
}

async function endOnce(url: string, end: (typeof ENDS)[number], after: number): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), 'hopwise-faults-'))
  const first = await startBrowser(profile)
  let second: typeof first | null = null
  try {
    const page = await openPage(first.browser, url)
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    const seen = { done: 0, saved: 0, isOver: false }
    const watching = watch(page, seen, end === 'kill-when-saved' ? first.kill : () => {})
    const editing = edit(page, seen)
    while (seen.done === 0) await wait(10)
    await wait(after)
    if (isInRush(end)) {
      seen.isOver = true
      await Promise.all([watching, editing])
      await rush(page, seen.done + 1)
      seen.done += RUSH
    }
    if (isCrash(end)) await crash(page)
    else first.kill()
    seen.isOver = true
    await Promise.all([watching, editing])
    if (!isCrash(end)) second = await startBrowser(profile)
    const again = await openPage((second ?? first).browser, url)
    return { ...seen, done: Math.max(seen.done, seen.saved), back: numberOf(await titleOf(again).inputValue()) }
  } finally {
    first.kill()
    second?.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

interface Seen {
  done: number
  saved: number
  isOver: boolean
}

const isCrash = (end: (typeof ENDS)[number]) => end.startsWith('crash')
const isInRush = (end: (typeof ENDS)[number]) => end.endsWith('in-rush')
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const titleOf = (page: Page) => page.getByLabel('Title of the design')
const numberOf = (title: string): number => Number(/^Edit (\d+)$/.exec(title)?.[1] ?? 0)

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.contexts()[0]!.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(url)
  await titleOf(page).waitFor()
  return page
}

/** Gives the design one title after the other; every third is typed and not confirmed. */
async function edit(page: Page, seen: Seen): Promise<void> {
  const title = titleOf(page)
  try {
    for (let number = 1; !seen.isOver; number++) {
      await title.fill(`Edit ${number}`)
      if (number % 3 !== 0) await title.press('Enter')
      seen.done = number
    }
  } catch (error) {
    if (!seen.isOver && !isGone(error)) throw error
  }
}

/** Many edits, one right after the other, from `first` on. */
const rush = (page: Page, first: number): Promise<void> =>
  page.evaluate(
    async ([from, count]) => {
      const input = document.querySelector<HTMLInputElement>('[aria-label="Title of the design"]')!
      const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
      for (let number = from; number < from + count; number++) {
        put.call(input, `Edit ${number}`)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await Promise.resolve().then(() => {}) // the page draws between two events, as between those of a person
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        await Promise.resolve().then(() => {})
      }
    },
    [first, RUSH] as const,
  )

/** Notes what is called saved, at one moment in the page. */
async function watch(page: Page, seen: Seen, onSaved: () => void): Promise<void> {
  try {
    while (!seen.isOver) {
      const [title, isSaved] = await page.evaluate(
        () =>
          [
            document.querySelector<HTMLInputElement>('[aria-label="Title of the design"]')?.value ?? '',
            [...document.querySelectorAll('header span')].some((span) => span.textContent === 'Saved'),
          ] as const,
      )
      if (!isSaved) continue
      seen.saved = Math.max(seen.saved, numberOf(title))
      if (seen.saved >= 3) onSaved()
    }
  } catch (error) {
    if (!seen.isOver && !isGone(error)) throw error
  }
}

async function crash(page: Page): Promise<void> {
  const isGoing = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => {}) // nobody is left to answer
  await isGoing
}

const isGone = (error: unknown): boolean => /closed|crash|disconnected|Target/i.test(String(error))
