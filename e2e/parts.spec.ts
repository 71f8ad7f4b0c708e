import { expect } from '@playwright/test'
import { appPage } from './pages/appPage.ts'
import { storyTest as test } from './storyTest.ts'

test.use({ plantedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] })

test('once the page stands, all of it works without a network', async ({ app }) => {
  const { start, palette, page, canvas, exports, bar } = app
  await start.chooseBlank()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await palette.item('VPC').focus()
  await page.keyboard.press('Enter')
  await expect(canvas.node('vpc-1')).toBeVisible()
  await canvas.select('vpc-1')
  await page.keyboard.press('Control+d')
  await expect(canvas.node('vpc-2')).toBeVisible()
  await exports.open()
  await expect(exports.files.first()).toBeVisible()
  await exports.close()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
  await page.keyboard.press('Escape')
  await start.openTemplate('Kinesis and private DNS')
  await expect(bar.title).toHaveValue('Kinesis and private DNS')
})

test('a part that could not be fetched is told, and fetched when it is tried again', async ({ app }) => {
  const { start, page, exports } = app
  await start.chooseBlank()
  await page.waitForLoadState('networkidle')
  await page.route(/ExportDialog/, (route) => route.abort())
  await page.reload()
  await exports.open()
  await expect(page.getByRole('alert')).toContainText('could not be fetched')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await exports.open()
  await page.unroute(/ExportDialog/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(exports.dialog).toBeVisible()
})

test('an answer whose code could not be fetched is told, and fetched when it is asked for again', async ({ app }) => {
  const { start, page, exports } = app
  await page.context().route(/assets\/export-/, (route) => route.abort())
  await page.reload()
  await start.openTemplate('Kinesis and private DNS')
  await exports.open()
  await expect(exports.dialog).toContainText('could not be fetched')
  await page.context().unroute(/assets\/export-/)
  await exports.format('AWS CLI').click()
  await expect(exports.files.first()).toBeVisible()
})

test('whatever cannot be fetched, the page goes on, and the place of it says so', async ({ page }) => {
  const app = appPage(page)
  const { bar, canvas, status } = app
  const index = await (await page.request.get('/')).text()
  await page.context().route(/assets\/.*\.js$/, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!
    return index.includes(name) || /worker/.test(name) ? route.continue() : route.abort()
  })
  await app.load()
  const missing = page.getByRole('dialog', { name: 'Not there' })
  const isMissing = async (open: () => Promise<unknown>) => {
    await open()
    await expect(missing).toContainText('could not be fetched')
    await expect(missing.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(missing.getByRole('button', { name: 'Reload' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(missing).toHaveCount(0)
  }
  await isMissing(async () => undefined) // the first visit opens one by itself
  await isMissing(() => page.getByRole('button', { name: 'Start: new, open or template' }).click())
  await isMissing(() => bar.help.click())
  await isMissing(() => page.getByRole('button', { name: 'Export' }).click())
  await isMissing(() => page.keyboard.press('Control+f'))
  await isMissing(() => page.keyboard.press('a'))
  for (const tab of ['Trace', 'Findings', 'Requests', 'Inspector']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
    await expect(page.getByRole('complementary', { name: 'Panel' }).getByRole('alert')).toContainText('could not be')
  }
  const rail = page.getByRole('complementary', { name: 'Palette and outline' })
  await expect(rail.getByRole('alert').first()).toContainText('could not be')
  await canvas.root.click({ position: { x: 200, y: 200 } })
  await app.request.to.fill('10.0.0.1')
  await app.request.to.press('Enter')
  await expect(status).toBeVisible()
  await expect(page.getByText('The page could not be drawn')).toHaveCount(0)

  await bar.help.click()
  await expect(missing).toBeVisible()
  await page.context().unroute(/assets\/.*\.js$/)
  await missing.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
})
