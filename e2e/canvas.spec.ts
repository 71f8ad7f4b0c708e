import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

test('a click on a line selects nothing, and Delete after it deletes nothing', async ({ app }) => {
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await canvas.select('sg-endpoint')
  const line = canvas.root.locator('.line-hit').first()
  await expect(line).toBeAttached()
  const at = await line.evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!)
    return { x, y }
  })
  await page.mouse.click(at.x, at.y)
  await expect(canvas.selected).toHaveCount(0)
  await page.keyboard.press('Delete')
  await expect(bar.undo).toBeDisabled()
})

test('deleting a container says what went with it, and the notice takes it back', async ({ app }) => {
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = await bar.saveFile()
  await canvas.select('subnet-2')
  await page.keyboard.press('Delete')
  await expect(app.said(/Subnet 2 deleted, and with it .+/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(canvas.node('subnet-2')).toBeVisible()
  expect(await bar.saveFile()).toBe(before)
})

test('the keys that Help lists work after a click: out, in, to the neighbour, all', async ({ app }) => {
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await canvas.select('subnet-2')
  await page.keyboard.press('Control+Shift+ArrowUp')
  await expect(canvas.node('zone-a')).toHaveClass(/(^| )selected( |$)/)
  await expect(canvas.selected).toHaveCount(1)
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect(canvas.node('subnet-1')).toHaveClass(/(^| )selected( |$)/)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(canvas.node('subnet-2')).toHaveClass(/(^| )selected( |$)/)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(canvas.node('subnet-1')).toHaveClass(/(^| )selected( |$)/)
  await page.keyboard.press('Control+a')
  await expect(canvas.node('subnet-1')).not.toHaveClass(/(^| )selected( |$)/)
  await expect(bar.undo).toBeDisabled()
})

test('dragging with Space held moves the view, also over a container', async ({ app }) => {
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const vpc = canvas.node('vpc-1')
  const from = await canvas.pointAt(vpc, { across: 0.3, down: 0.95 })
  await page.mouse.move(from.x, from.y)
  await page.keyboard.down('Space')
  await expect(canvas.root).toHaveClass(/is-panning/)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y - 40, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Space')
  const to = await canvas.pointAt(vpc, { across: 0.3, down: 0.95 })
  expect(to.x - from.x).toBeGreaterThan(40)
  expect(from.y - to.y).toBeGreaterThan(25)
  await expect(bar.undo).toBeDisabled()
})
