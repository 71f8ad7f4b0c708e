import { expect } from '@playwright/test'
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
