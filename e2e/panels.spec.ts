import { expect, type Locator } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

const NAME = 'kinesis.us-east-1.amazonaws.com'

test('nothing but panels ever scrolls, however often one asks', async ({ app }) => {
  const { page, request, trace } = app
  await app.start.openTemplate('Kinesis and private DNS')
  for (const width of [1280, 1380, 1920]) {
    await page.setViewportSize({ width, height: 700 })
    for (const name of [NAME, 's3.us-east-1.amazonaws.com', NAME]) {
      await request.ask('Instance 1', name)
      await expect(trace.headline).toBeVisible()
      await app.isSettled()
      for (let i = 0; i < 3; i++) await trace.next.click()
      const scrolled = await page.evaluate(() => {
        const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement!
        return { scrollTop, beyond: scrollHeight - clientHeight }
      })
      expect(scrolled).toEqual({ scrollTop: 0, beyond: 0 })
    }
  }
})

test('a notice can be seen over a dialog, and lies clear of minimap and tools without one', async ({ app }) => {
  const { page, start } = app
  await start.giveFile({ name: 'broken.json', text: '{' })
  const notice = page.locator('span[aria-hidden]', { hasText: 'broken.json' })
  await expect(notice).toBeVisible()
  expect(await isOnTop(notice)).toBe(true)
  await start.openTemplate('Kinesis and private DNS')
  await expect(notice).toHaveCount(0)
  await expect(page.locator('.minimap')).toBeVisible()
  await page.locator('.canvas').dispatchEvent('paste')
  const said = page.locator('span[aria-hidden]', { hasText: 'There is nothing to paste' })
  await expect(said).toBeVisible()
  expect(await isOnTop(said)).toBe(true)
  for (const width of [1280, 1380, 1920]) {
    await page.setViewportSize({ width, height: 800 })
    const box = await said.boundingBox()
    for (const other of [page.locator('.minimap'), page.getByRole('toolbar', { name: 'View' })])
      expect(overlap(box, await other.boundingBox()), String(other)).toBe(false)
  }
})

test('the step buttons stay under the pointer to the last step', async ({ app }) => {
  const { page, request, trace } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await request.ask('Instance 1', NAME)
  await expect(trace.headline).toBeVisible()
  const box = (await trace.next.boundingBox())!
  const count = trace.panel.getByText(/^Step \d+ of \d+$/)
  await page.mouse.click(box.x + 14, box.y + 14)
  const all = Number((await count.textContent())!.split(' of ')[1])
  expect(all).toBeGreaterThan(6)
  for (let step = 2; step <= all; step++) {
    await page.mouse.click(box.x + 14, box.y + 14)
    await expect(count).toHaveText(`Step ${step} of ${all}`)
    const current = (await trace.currentStep.boundingBox())!
    expect(current.y, 'the step is not behind the buttons').toBeGreaterThan(box.y + box.height)
  }
})

test('Escape closes Find at once, whatever stands in it', async ({ app }) => {
  const { page, canvas } = app
  await app.start.openTemplate('Kinesis and private DNS')
  for (const typed of ['', 'inst', 'no such thing']) {
    await page.keyboard.press('Control+f')
    const dialog = page.getByRole('dialog', { name: 'Find' })
    await expect(dialog).toBeVisible()
    await page.keyboard.type(typed)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Instance 2')
  await page.keyboard.press('Enter')
  await expect(canvas.selected).toHaveCount(1)
})

test.describe('when the worker dies without a word', () => {
  test('that shows, pinned answers count as old, and the next one answers', async ({ app }) => {
    const { page, request, requests, status } = app
    await app.start.openTemplate('Kinesis and private DNS')
    await request.ask('Instance 1', NAME)
    await request.pin.click()
    await app.isSettled()
    await requests.open()
    await page.workers()[0]!.evaluate(() => self.close())
    await expect(status).toContainText('Engine does not answer')
    await expect(requests.panel.getByRole('status')).toContainText('Answers from before')
    await expect(app.said(/engine stopped and was started again/)).toHaveCount(1)
    await request.ask('Instance 2', NAME)
    await expect(request.headline).toHaveText(/.+/)
    await expect(status).toContainText('Engine ready')
  })
})

/** Whether a person sees it: nothing lies over its middle. */
const isOnTop = (what: Locator) =>
  what.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    return (
      top !== null &&
      (element.contains(top) || top.contains(element)) &&
      top.closest('dialog') === element.closest('dialog')
    )
  })

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const overlap = (a: Box | null, b: Box | null) =>
  a !== null && b !== null && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
