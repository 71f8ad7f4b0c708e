import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

test('a wrong block is refused beside its field; a right one is one undo step', async ({ app }) => {
  const { canvas, inspector, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = await bar.saveFile()
  await canvas.select('subnet-2')
  await inspector.open()
  const block = inspector.field('IPv4 block')
  await expect(block).toHaveValue('10.0.2.0/24')

  for (const wrong of ['10.0.2.5/24', '10.0.2.0/08', '300.1.1.1', '10.0.2.0/33', '<b>10</b>']) {
    await block.fill(wrong)
    await block.press('Enter')
    await expect(block).toHaveAttribute('aria-invalid', 'true')
    await expect(block).toHaveAccessibleDescription(/\S+ \S+/)
    await expect(inspector.errors.first()).toBeVisible()
    await expect(bar.undo).toBeDisabled()
  }
  await block.press('Escape')
  await expect(block).toHaveValue('10.0.2.0/24')
  await expect(inspector.errors).toHaveCount(0)
  expect(await bar.saveFile()).toBe(before)

  await block.fill('10.0.3.0/24')
  await block.press('Enter')
  await expect(canvas.node('subnet-2')).toContainText('10.0.3.0/24')
  await bar.undo.click()
  await expect(canvas.node('subnet-2')).toContainText('10.0.2.0/24')
  await expect(block).toHaveValue('10.0.2.0/24')
  await expect(bar.undo).toBeDisabled()
  expect(await bar.saveFile()).toBe(before)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Escape gives up what was typed', async ({ app }) => {
  const { canvas, inspector, bar } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await canvas.select('subnet-2')
  await inspector.open()
  await inspector.field('Name').fill('Something else')
  await inspector.field('Name').press('Escape')
  await expect(inspector.field('Name')).toHaveValue('Subnet 2')
  await inspector.field('IPv4 block').focus()
  await expect(bar.undo).toBeDisabled()
  await expect(canvas.node('subnet-2')).toContainText('Subnet 2')
})

test('a rule of a security group is added, changed, moved and removed', async ({ app }) => {
  const { canvas, inspector, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = await bar.saveFile()
  await canvas.select('sg-endpoint')
  await inspector.open()
  await inspector.list('Inbound rules (1)').getByRole('button', { name: 'Add rule' }).click()
  const rules = inspector.list('Inbound rules (2)')
  await expect(rules).toBeVisible()
  await rules.getByLabel('Ports').fill('8000-8100')
  await rules.getByLabel('Ports').press('Enter')
  await rules.getByLabel('From').fill('10.0.9.0/24')
  await rules.getByLabel('From').press('Enter')
  await expect(rules.getByRole('button', { expanded: true })).toContainText('10.0.9.0/24')
  const group = await constructIn(await bar.saveFile(), 'sg-endpoint')
  expect(group.ingress[1]).toMatchObject({ ports: { from: 8000, to: 8100 }, peer: { cidr: '10.0.9.0/24' } })

  await rules.getByRole('button', { name: 'Actions for inbound rule 2' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  const swapped = await constructIn(await bar.saveFile(), 'sg-endpoint')
  expect(swapped.ingress[0]).toEqual(group.ingress[1])
  await rules.getByRole('button', { name: 'Actions for inbound rule 1' }).click()
  await page.getByRole('menuitem', { name: 'Remove inbound rule 1' }).click()
  await expect(inspector.list('Inbound rules (1)')).toBeVisible()
  expect(await bar.saveFile()).toBe(before)
})

test('derived values say where they come from: the route that the gateway endpoint puts there', async ({ app }) => {
  const { canvas, inspector } = app
  await app.start.openTemplate('S3 through a gateway endpoint')
  await inspector.open()
  await canvas.select(await subnetWithEndpoint(app.bar.saveFile))
  const routes = inspector.derivedRows('Routes')
  await expect(routes.filter({ hasText: 'every table has it' })).toContainText('local')
  const endpointRoute = routes.filter({ hasText: 'put there by the gateway endpoint' })
  await expect(endpointRoute).toContainText('com.amazonaws.us-east-1.s3')
  await expect(endpointRoute).toContainText('S3 gateway endpoint')
  await expect(inspector.derivedRows('Addresses').first()).toContainText(/\d+ of \d+/)

  await endpointRoute.getByRole('button').click()
  await expect(inspector.heading).toHaveText('Gateway endpoint')
})

test('derived values follow an edit: the names of an interface endpoint', async ({ app }) => {
  const { canvas, inspector } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await canvas.select('endpoint-1')
  await inspector.open()
  const names = inspector.derivedRows('DNS names')
  await expect(names.first()).toContainText('vpce-123-ab.kinesis.us-east-1.vpce.amazonaws.com')
  await expect(names.filter({ hasText: /^kinesis\.us-east-1\.amazonaws\.com/ })).toHaveCount(0)
  await inspector.switch('Private DNS').click()
  await expect(names.filter({ hasText: /^kinesis\.us-east-1\.amazonaws\.com/ })).toContainText('10.0.2.10')
})

test('copy, paste, duplicate and delete, each one undo step', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { canvas, bar, page } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = await bar.saveFile()
  const count = await canvas.nodes.count()

  await canvas.select('subnet-2')
  await page.keyboard.press('Control+c')
  await expect(app.said('copied')).toHaveCount(1)
  await canvas.select('zone-a')
  await page.keyboard.press('Control+v')
  // The subnet brings its instance along.
  await expect(canvas.nodes).toHaveCount(count + 2)
  await expect(canvas.selected).toHaveCount(1)
  await bar.undo.click()
  await expect(canvas.nodes).toHaveCount(count)
  expect(await bar.saveFile()).toBe(before)

  await canvas.select('instance-2')
  await page.keyboard.press('Control+d')
  await expect(canvas.nodes).toHaveCount(count + 1)
  await bar.undo.click()
  await expect(canvas.nodes).toHaveCount(count)

  await canvas.select('subnet-2')
  await page.keyboard.press('Delete')
  await expect(canvas.node('subnet-2')).toHaveCount(0)
  await expect(canvas.node('instance-2')).toHaveCount(0)
  await bar.undo.click()
  await expect(canvas.nodes).toHaveCount(count)
  expect(await bar.saveFile()).toBe(before)
})

test('several things are chosen and moved at once with the arrow keys', async ({ app }) => {
  const { canvas, bar, page, status } = app
  await app.start.openTemplate('Kinesis and private DNS')
  const before = JSON.parse(await bar.saveFile()).layout
  await canvas.select('rtb-1')
  await canvas.node('sg-endpoint').click({ modifiers: ['Shift'] })
  await expect(status).toContainText('2 selected')
  await canvas.node('rtb-1').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const after = JSON.parse(await bar.saveFile()).layout
  for (const id of ['rtb-1', 'sg-endpoint']) expect(after[id].y).toBeGreaterThan(before[id].y)
  expect(after['rtb-2']).toEqual(before['rtb-2'])
  await bar.undo.click()
  await expect(bar.undo).toBeDisabled()
  expect(JSON.parse(await bar.saveFile()).layout).toEqual(before)
})

interface SavedConstruct {
  readonly id: string
  readonly kind: string
  readonly routeTable: string
  readonly routeTables: readonly string[]
  readonly ingress: readonly object[]
}
const constructsIn = (file: string): readonly SavedConstruct[] => JSON.parse(file).constructs
const constructIn = async (file: string, id: string) => constructsIn(file).find((one) => one.id === id)!

/** A subnet whose route table a gateway endpoint has. */
async function subnetWithEndpoint(saveFile: () => Promise<string>): Promise<string> {
  const constructs = constructsIn(await saveFile())
  const tables = constructs.find((one) => one.kind === 'gateway-endpoint')!.routeTables
  return constructs.find((one) => one.kind === 'subnet' && tables.includes(one.routeTable))!.id
}
