import { expect } from '@playwright/test'
import type { AppPage } from './pages/appPage.ts'
import { LOWER_RIGHT } from './pages/canvasPart.ts'
import { storyTest as test } from './storyTest.ts'

/** Drags a kind from the palette into a container and checks what is said before it is let go. */
async function dragInto({ palette, canvas }: AppPage, title: string, container: string, sentence: RegExp) {
  await canvas.holdOver(palette.item(title), canvas.node(container), { across: 0.5, down: 0.6 })
  await expect(canvas.pill).toHaveText(sentence)
  await expect(canvas.target.first()).toBeVisible()
  await canvas.letGo()
  await expect(canvas.pill).toHaveCount(0)
}

test('a network is drawn with the mouse and answers', async ({ app }) => {
  const { canvas, request, trace } = app
  await app.start.chooseBlank()
  await dragInto(app, 'VPC', 'region-1', /^VPC gets 10\.0\.0\.0\/16 in us-east-1/)
  await expect(canvas.node('vpc-1')).toBeVisible()
  await dragInto(app, 'Subnet', 'vpc-1', /^Subnet gets 10\.0\.\d+\.\d+\/\d+ in us-east-1a/)
  await expect(canvas.node('subnet-1')).toBeVisible()
  await dragInto(app, 'Client', 'subnet-1', /^Client gets an address from 10\.0\./)
  await expect(canvas.node('client-1')).toBeVisible()
  await dragInto(app, 'Client', 'subnet-1', /^Client gets an address from 10\.0\./)
  await expect(canvas.node('client-2')).toBeVisible()

  await request.ask('Client 1', 'client-2')
  await expect(request.headline).toHaveText(/.+/)
  await expect(trace.leg('Request')).toContainText('is in the same subnet')
})

test('what is dropped in the middle of an empty canvas lands there', async ({ app }) => {
  const { canvas, palette } = app
  await app.start.chooseBlank()
  await canvas.holdOver(palette.item('VPC'), canvas.root, { across: 0.5, down: 0.65 })
  await expect(canvas.pill).toHaveText(/^VPC gets/)
  await canvas.letGo()
  await expect(canvas.node('vpc-1')).toBeVisible()
})

test('an illegal drop says why, and changes nothing', async ({ app }) => {
  const { canvas, palette, bar } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = await bar.saveFile()
  await canvas.holdOver(palette.item('Region'), canvas.node('subnet-2'), LOWER_RIGHT)
  await expect(canvas.pill).toHaveText(/Region.*(open canvas|lies)/)
  await expect(canvas.pill).toHaveClass(/is-refused/)
  await canvas.letGo()
  await expect(app.said(/Region.*(open canvas|lies)/)).toHaveCount(1)
  expect(await bar.saveFile()).toBe(before)
  await expect(bar.undo).toBeDisabled()
})

test('a subnet that is moved to another zone belongs to it, and can be moved back exactly', async ({ app }) => {
  const { canvas, bar, inspector } = app
  await app.start.openTemplate('An endpoint in two zones, one of them broken')
  const before = await bar.saveFile()
  await canvas.holdByTitle('subnet-a', canvas.node('zone-b'), LOWER_RIGHT)
  await expect(canvas.pill).toContainText('us-east-1b')
  await canvas.letGo()
  await expect(bar.undo).toBeEnabled()
  const moved = await bar.saveFile()
  expect(moved).not.toBe(before)
  expect(zoneOf(moved, 'subnet-a')).toBe('zone-b')
  await canvas.select('client-1')
  await inspector.open()
  await expect(inspector.panel.getByRole('navigation', { name: 'Containers' })).toContainText('us-east-1b')

  await bar.undo.click()
  expect(await bar.saveFile()).toBe(before)
  await bar.redo.click()
  expect(await bar.saveFile()).toBe(moved)
})

test('moving something inside its container moves it, and nothing else', async ({ app }) => {
  const { canvas, bar } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = JSON.parse(await bar.saveFile())
  await canvas.holdOver(canvas.node('rtb-1'), canvas.node('vpc-1'), { across: 0.85, down: 0.6 })
  await canvas.letGo()
  await expect(bar.undo).toHaveAccessibleName(/^Undo: Move/)
  const after = JSON.parse(await bar.saveFile())
  expect(after.layout['rtb-1']).not.toEqual(before.layout['rtb-1'])
  expect({ ...after, layout: null }).toEqual({ ...before, layout: null })
})

test('a network is drawn with the keyboard alone', async ({ app }) => {
  const { canvas, palette, page, request, outline } = app
  await page.keyboard.press('Escape')
  await expect(app.start.dialog).toBeHidden()
  for (const title of ['VPC', 'Subnet', 'Client']) {
    await palette.item(title).focus()
    await page.keyboard.press('Enter')
    await expect(app.said(`${title} added.`)).toHaveCount(1)
  }
  for (const id of ['vpc-1', 'subnet-1', 'client-1']) await expect(canvas.node(id)).toBeVisible()

  // The same list by the key for it, a letter or two and Enter.
  await canvas.node('subnet-1').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('a')
  await page.getByRole('dialog', { name: 'Add' }).getByRole('combobox').fill('nat')
  await page.keyboard.press('Enter')
  await expect(canvas.node('nat-gateway-1')).toBeVisible()
  await expect(outline.line('NAT gateway')).toBeVisible()
  await request.ask('Client 1', '10.0.0.1')
  await expect(request.headline).toHaveText(/.+/)
})

test('everything that was done is undone and done again, to the byte', async ({ app }) => {
  const { bar, palette, page, inspector } = app
  await app.start.chooseBlank()
  const states = [await bar.saveFile()]
  for (const title of ['VPC', 'Subnet', 'Client', 'Internet gateway', 'Interface endpoint']) {
    await palette.item(title).focus()
    await page.keyboard.press('Enter')
    await expect(bar.undo).toHaveAccessibleName(new RegExp(`^Undo: Add.*${title}`, 'i'))
    states.push(await bar.saveFile())
  }
  await inspector.open()
  await inspector.field('Name').fill('Renamed')
  await page.keyboard.press('Enter')
  await expect(bar.undo).toHaveAccessibleName(/^Undo: Rename/)
  states.push(await bar.saveFile())
  expect(new Set(states).size).toBe(states.length)

  for (const state of states.slice(0, -1).reverse()) {
    await bar.undo.click()
    expect(await bar.saveFile()).toBe(state)
  }
  await expect(bar.undo).toBeDisabled()
  for (const state of states.slice(1)) {
    await bar.redo.click()
    expect(await bar.saveFile()).toBe(state)
  }
  await expect(bar.redo).toBeDisabled()
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 900, height: 1100 } })

  test('a tap picks something up, and another puts it down', async ({ app }) => {
    const { canvas, palette, page } = app
    await app.start.chooseBlank()
    const put = async (title: string, container: string) => {
      await palette.item(title).tap()
      await expect(palette.item(title)).toHaveAttribute('aria-pressed', 'true')
      const { x, y } = await canvas.pointAt(canvas.node(container), { across: 0.6, down: 0.35 })
      await page.touchscreen.tap(x, y)
      await expect(palette.item(title)).toHaveAttribute('aria-pressed', 'false')
    }
    await put('VPC', 'region-1')
    await expect(canvas.node('vpc-1')).toBeVisible()
    await put('Subnet', 'vpc-1')
    await expect(canvas.node('subnet-1')).toBeVisible()
    await put('Client', 'subnet-1')
    await expect(canvas.node('client-1')).toBeVisible()
  })
})

const zoneOf = (file: string, subnet: string): string =>
  JSON.parse(file).constructs.find((one: { id: string }) => one.id === subnet).zone
