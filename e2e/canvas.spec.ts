import { expect } from '@playwright/test'
import { measureDrawing, planTidy } from '../src/core/layout/index.ts'
import { applyEdits, serialiseDesign } from '../src/core/model/index.ts'
import { buildDesign } from '../src/core/model/testing/designBuilder.ts'
import { storyTest as test } from './storyTest.ts'

/** Three VPCs that a transit gateway joins; `worker` in the first, `target` in the last. */
function hubAndSpokes() {
  const design = buildDesign((b) => {
    const hub = b.transitGateway({ id: 'hub', name: 'hub' })
    b.transitTable(hub)
    for (const [i, name] of ['one', 'between', 'two'].entries()) {
      const vpc = b.vpc({ id: name, name, cidrs: [`10.${i}.0.0/16`] })
      const subnet = b.subnet(vpc, { id: `subnet-${name}`, zone: 'us-east-1a', cidr: `10.${i}.0.0/24` })
      b.mainTable(vpc, [['10.0.0.0/8', hub]])
      b.attach(vpc, hub, { id: `attachment-${name}` })
      const group = b.securityGroup(vpc, { ingress: [['all', null, '0.0.0.0/0']] })
      if (i !== 1)
        b.ec2(subnet, { id: i === 0 ? 'worker' : 'target', privateIp: `10.${i}.0.10`, securityGroups: [group] })
    }
    b.internetHost({ id: 'host' })
  })
  return { design, text: serialiseDesign(applyEdits(design, planTidy(design)).design) }
}

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

test('what is added or duplicated comes into view without leaving the rest, is counted, and alone looks selected', async ({
  app,
}) => {
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const room = (await canvas.root.boundingBox())!
  const isInView = async (id: string) => {
    const at = await canvas.pointAt(canvas.node(id), { across: 0.5, down: 0.5 })
    return at.x > room.x && at.x < room.x + room.width && at.y > room.y && at.y < room.y + room.height
  }
  await canvas.select('vpc-1')
  await page.keyboard.press('Control+d')
  await expect(app.said(/, with .+, duplicated\.$/)).toHaveCount(1)
  const copy = await canvas.selected.getAttribute('data-id')
  expect(await isInView(copy!)).toBe(true)
  // the focus has gone along
  await expect(canvas.node(copy!)).toBeFocused()

  await page.keyboard.press('a')
  await page.keyboard.type('Security group')
  await page.keyboard.press('Enter')
  await expect(app.said('Security group added.')).toHaveCount(1)
  const added = await canvas.selected.getAttribute('data-id')
  expect(added).not.toBe(copy)
  await expect(canvas.node(added!)).toBeFocused()
  for (const id of [added!, copy!, 'vpc-1']) expect(await isInView(id)).toBe(true)
  await expect(bar.undo).toBeEnabled()
})

test('nothing of the fitted drawing lies under the map', async ({ app }) => {
  const { canvas, page } = app
  const { text } = hubAndSpokes()
  for (const width of [1280, 1380, 1920]) {
    await page.setViewportSize({ width, height: 860 })
    await app.start.openFile({ name: 'hub.json', text })
    const map = page.getByRole('img', { name: 'Map of the whole design' })
    const under = (await map.boundingBox())!
    for (const id of ['region-1', 'host']) {
      const at = await canvas.pointAt(canvas.node(id), { across: 1, down: 1 })
      expect(at.x <= under.x || at.y <= under.y, `${id} at ${width}`).toBe(true)
    }
  }
})

test('the outline scrolls to what is selected', async ({ app }) => {
  const { canvas, outline } = app
  const { text } = hubAndSpokes()
  await app.start.openFile({ name: 'hub.json', text })
  const line = outline.tree.locator('[data-id="target"]')
  await expect(line).not.toBeInViewport()
  await canvas.node('target').click()
  await expect(line).toBeInViewport()
})

test('a gateway for one subnet says what becomes of the others, and offers a table of its own', async ({ app }) => {
  const { canvas, bar, page } = app
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc' })
    b.internetGateway(vpc, { id: 'igw' })
    b.mainTable(vpc, [], { id: 'main' })
    for (const name of ['one', 'two', 'three']) b.subnet(vpc, { id: name, name, zone: 'us-east-1a' })
  })
  await app.start.openFile({ name: 'shared.json', text: serialiseDesign(design) })
  const publicOnes = canvas.root.locator('.group-subnet.is-public')
  const drawLine = async () => {
    await canvas.node('igw').hover()
    await canvas.holdOver(canvas.knob('igw'), canvas.node('one'))
  }
  await drawLine()
  await expect(canvas.pill).toContainText('one and 2 others become public')
  await expect(canvas.pill).toContainText('Only one: hold Alt')
  await canvas.letGo()
  await expect(publicOnes).toHaveCount(3)
  await page.getByRole('button', { name: 'Only one', exact: true }).click()
  await expect(publicOnes).toHaveCount(1)
  await bar.undo.click()
  await expect(publicOnes).toHaveCount(0)
  await expect(bar.undo).toBeDisabled()

  await drawLine()
  await page.keyboard.down('Alt')
  await expect(canvas.pill).toContainText('one gets a route table of its own')
  await canvas.letGo()
  await page.keyboard.up('Alt')
  await expect(publicOnes).toHaveCount(1)
})

test('what is dragged stays on top of its target', async ({ app }) => {
  const { canvas } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const client = canvas.node('instance-1')
  await canvas.holdOver(client, canvas.node('subnet-2'))
  await expect(canvas.target).toBeVisible()
  const height = (element: Element) => Number(getComputedStyle(element).zIndex)
  expect(await client.evaluate(height)).toBeGreaterThan(await canvas.target.evaluate(height))
  await canvas.letGo()
})

test('asking comes closer to a way that is too small to read, and long names are not cut', async ({ app }) => {
  const { canvas, page } = app
  const { text } = hubAndSpokes()
  await app.start.openFile({ name: 'hub.json', text })
  const name = canvas.node('attachment-one').locator('.leaf-name')
  expect(await name.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true)
  const zoom = async () => Number.parseInt((await canvas.zoom.textContent())!, 10)
  for (let i = 0; i < 5; i++) await page.keyboard.press('Control+-')
  await expect.poll(zoom).toBeLessThan(30)
  await app.request.ask('worker', '10.2.0.10')
  await expect(canvas.root.locator('.path-run')).toHaveCount(4)
  await expect.poll(zoom).toBeGreaterThan(40)
  await expect.poll(canvas.smallestOnWay).toBeGreaterThanOrEqual(8)
  for (const id of ['worker', 'attachment-one', 'hub', 'attachment-two', 'target'])
    await expect(canvas.node(id)).toBeInViewport({ ratio: 0.9 })
})

test('from afar a large design is painted, pressed like what is drawn, and drawn where one comes closer or asks', async ({
  app,
}) => {
  const { canvas, page } = app
  const design = buildDesign((b) => {
    for (let v = 0; v < 24; v++) {
      const vpc = b.vpc({ id: `vpc-${v}`, name: `Network ${v}`, cidrs: [`10.${v}.0.0/16`] })
      const group = b.securityGroup(vpc, { id: `sg-${v}`, ingress: [['tcp', 443, '10.0.0.0/8']] })
      for (const zone of ['a', 'b']) {
        const id = `${v}-${zone}`
        const cidr = `10.${v}.${zone === 'a' ? 0 : 1}.0/24`
        b.subnet(vpc, { id: `net-${id}`, zone: `us-east-1${zone}`, cidr })
        for (let n = 0; n < 6; n++) b.ec2(`net-${id}`, { id: `c-${id}-${n}`, securityGroups: [group] })
      }
    }
  })
  await app.start.openFile({ name: 'large.json', text: serialiseDesign(applyEdits(design, planTidy(design)).design) })
  await app.isSettled()
  const count = Object.keys(design.constructs).length
  expect(await canvas.nodes.count()).toBeLessThan(count / 10)
  const name = canvas.node('vpc-5').locator('.group-name')
  await expect(name).toHaveText('Network 5')
  expect(Math.min(...(await canvas.lettersOf(name)))).toBeGreaterThanOrEqual(9)

  // a subnet is painted large enough to be meant
  const drawn = measureDrawing(applyEdits(design, planTidy(design)).design)
  const [vpc, subnet] = [drawn.get('vpc-5')!.absolute, drawn.get('net-5-b')!.absolute]
  const place = await canvas.pointAt(canvas.node('vpc-5'), {
    across: (subnet.x + subnet.width / 2 - vpc.x) / vpc.width,
    down: (subnet.y + subnet.height / 2 - vpc.y) / vpc.height,
  })
  await page.mouse.click(place.x, place.y)
  await expect(canvas.selected).toHaveCount(1)
  const selected = await canvas.selected.getAttribute('data-id')
  expect(selected).toMatch(/^(net-5-b|c-5-b-\d)$/)

  await app.request.ask('c-3-a-0', 'c-3-b-0')
  await expect(canvas.node('c-3-b-0')).toBeInViewport()
  await expect(canvas.node('c-3-b-0').locator('.leaf')).toHaveClass(/is-delivered/)
  await expect.poll(canvas.smallestOnWay).toBeGreaterThanOrEqual(8)
})

test('keys are for the canvas after a design was opened, and after a dialog was given up', async ({ app }) => {
  const { canvas, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await page.keyboard.press('Control+a')
  await expect(canvas.selected).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(canvas.selected).toHaveCount(0)
  await app.start.show()
  await page.keyboard.press('Escape')
  await expect(app.start.dialog).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(canvas.selected).not.toHaveCount(0)
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
})
