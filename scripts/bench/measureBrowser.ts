import { readdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { AccessRequest, Design } from '../../src/core/model/index.ts'
import { serialiseDesign } from '../../src/core/model/index.ts'
import { CHROMIUM_ARGS, ensureBrowser } from '../findBrowser.ts'
import { generateDesign, generateRequests } from './generateDesign.ts'

export interface BrowserFigures {
  readonly constructs: number
  readonly roundTripMs: number
  readonly editTo100Ms: number
  readonly dragP50Ms: number
  readonly dragP95Ms: number
  readonly panP50Ms: number
  readonly panP95Ms: number
  /** From a key in the request bar to the frame that shows it. */
  readonly keyMs: number
  /** Constructs that are elements of the page while the whole design is in view. */
  readonly mounted: number
}

/** Times the built app in a real Chromium: the worker spoken to directly, the frames while a whole VPC is dragged and while the whole design is moved about, and keys. */
export async function measureBrowser(url: string, sizes: readonly number[]): Promise<readonly BrowserFigures[]> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: CHROMIUM_ARGS })
  try {
    const figures: BrowserFigures[] = []
    for (const size of sizes) figures.push(await measureSize(browser, url, size))
    return figures
  } finally {
    await browser.close()
  }
}

async function measureSize(browser: Browser, url: string, size: number): Promise<BrowserFigures> {
  const design = generateDesign(size)
  // the page's policy lets nobody start a worker by an address
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, bypassCSP: true })
  // the script runner names functions by a helper that the page does not have
  await page.addInitScript('globalThis.__name = (of) => of')
  await page.goto(url)
  const worker = await measureWorker(page, design, generateRequests(design, 100))
  await openDesign(page, design)
  const mounted = await page.locator('.react-flow__node').count()
  const drag = await measureDrag(page)
  const pan = await measurePan(page)
  const keyMs = await measureKeys(page)
  await page.close()
  return {
    constructs: Object.keys(design.constructs).length,
    ...worker,
    dragP50Ms: drag.p50,
    dragP95Ms: drag.p95,
    panP50Ms: pan.p50,
    panP95Ms: pan.p95,
    keyMs,
    mounted,
  }
}

/** Speaks the engine's own protocol to a second worker of the page. */
async function measureWorker(page: Page, design: Design, requests: readonly AccessRequest[]) {
  const file = readdirSync('dist/web/assets').find((name) => /worker.*\.js$/.test(name))
  if (!file) throw new Error('the build has no worker')
  return page.evaluate(
    async ({ file, design, requests }) => {
      const worker = new Worker(`./assets/${file}`, { type: 'module' })
      let waiting: ((message: { type: string; message?: string }) => void) | null = null
      worker.onmessage = ({ data }) => {
        if (data.type === 'result' || data.type === 'error' || data.type === 'design-wanted') waiting?.(data)
      }
      let id = 0
      const call = (revision: number, name: string, input: unknown) =>
        new Promise<void>((resolve, reject) => {
          waiting = (message) => (message.type === 'result' ? resolve() : reject(new Error(JSON.stringify(message))))
          worker.postMessage({ type: 'call', id: ++id, revision, name, input })
        })
      const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
      worker.postMessage({ type: 'design', revision: 1, design })
      await call(1, 'answer', { request: requests[0] })
      const trips: number[] = []
      for (let i = 0; i < 50; i++) {
        const start = performance.now()
        await call(1, 'answer', { request: requests[i] })
        trips.push(performance.now() - start)
      }
      const edits: number[] = []
      for (let revision = 2; revision < 12; revision++) {
        const start = performance.now()
        worker.postMessage({ type: 'design', revision, design })
        await call(revision, 'answerAll', { requests: requests.map((request, i) => ({ id: `r${i}`, request })) })
        edits.push(performance.now() - start)
      }
      worker.terminate()
      return { roundTripMs: middle(trips), editTo100Ms: middle(edits) }
    },
    { file, design, requests: [...requests] },
  )
}

/** Opens the design as a person would: a file. */
async function openDesign(page: Page, design: Design) {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'bench.json', mimeType: 'application/json', buffer: Buffer.from(serialiseDesign(design)) })
  await page.locator('.react-flow__node[data-id="vpc-0"]').waitFor({ timeout: 60_000 })
  await page.getByText('Engine ready').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1500)
}

/** Drags one VPC about for two seconds. */
async function measureDrag(page: Page) {
  const box = (await page.locator('.react-flow__node[data-id="vpc-0"]').boundingBox())!
  const [x, y] = [box.x + Math.min(60, box.width / 2), box.y + 4]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 8, y + 8)
  const frames = await timeFrames(page, async () => {
    for (let i = 0; i < 120; i++) {
      // to the right and down only: at the edge of the canvas the view would move instead
      await page.mouse.move(x + 8 + 200 * (1 - Math.cos(i / 12)), y + 8 + 100 * (1 - Math.cos(i / 7)))
      await page.waitForTimeout(8)
    }
  })
  await page.mouse.up()
  await page.waitForTimeout(1000)
  return frames
}

/** Moves the view about. */
async function measurePan(page: Page) {
  const box = (await page.locator('.react-flow').boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return timeFrames(page, async () => {
    for (let i = 0; i < 120; i++) {
      await page.mouse.wheel(8 * Math.sin(i / 6), 8 * Math.cos(i / 9))
      await page.waitForTimeout(8)
    }
  })
}

/** Types into the destination, a letter at a time. */
async function measureKeys(page: Page): Promise<number> {
  await page.getByRole('combobox', { name: /^Destination/ }).click()
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const times: number[] = []
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)))
      },
      true,
    )
    ;(globalThis as unknown as { keys: number[] }).keys = times
  })
  for (const key of 'client12') {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
  const times = await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys)
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** The times between the frames that are drawn meanwhile. */
async function timeFrames(
  page: Page,
  run: () => Promise<void>,
): Promise<{ readonly p50: number; readonly p95: number }> {
  await page.evaluate(() => {
    const times: number[] = []
    const tick = (time: number) => {
      times.push(time)
      if ((globalThis as unknown as { frames: number[] }).frames === times) requestAnimationFrame(tick)
    }
    ;(globalThis as unknown as { frames: number[] }).frames = times
    requestAnimationFrame(tick)
  })
  await run()
  const times = await page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: number[] }
    ;(globalThis as unknown as { frames: number[] }).frames = []
    return frames
  })
  const frames = times
    .slice(1)
    .map((time, i) => time - times[i]!)
    .sort((a, b) => a - b)
  if (frames.length < 30) throw new Error(`only ${frames.length} frames were drawn`)
  return { p50: frames[Math.floor(frames.length / 2)]!, p95: frames[Math.floor(frames.length * 0.95)]! }
}
