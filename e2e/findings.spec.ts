import { expect } from '@playwright/test'
import { flawedDesign } from './designs/flawedDesign.ts'
import { storyTest as test } from './storyTest.ts'

const FILE = { name: 'flawed.json', text: flawedDesign() }

test('each finding leads to its place', async ({ app }) => {
  const { findings, inspector, canvas } = app
  await app.start.openFile(FILE)
  await findings.open()
  await expect(findings.notes.first()).toBeVisible()
  const count = await findings.notes.count()
  expect(count).toBeGreaterThanOrEqual(5)
  for (let index = 0; index < count; index++) {
    await findings.open()
    const place = findings.notes.nth(index).getByRole('listitem').first().getByRole('button')
    const words = (await place.textContent())!
    await place.click()
    await expect(canvas.selected).toHaveCount(1)
    await expect(inspector.heading).toBeVisible()
    // “inbound rule 1 of Locked”, or the construct alone
    await expect(inspector.field('Name')).toHaveValue(words.replace(/^.* of (?=[^ ])/, ''))
  }
})

test('a fix is one undo step, and the finding goes and comes with it', async ({ app }) => {
  const { findings, bar } = app
  await app.start.openFile(FILE)
  const before = await bar.saveFile()
  await findings.open()
  const dns = findings.note('Private DNS')
  await expect(dns.first()).toBeVisible()
  const count = await findings.notes.count()
  await dns.first().getByRole('button', { name: /DNS/ }).last().click()
  await expect(bar.undo).toBeEnabled()
  await expect(findings.notes).not.toHaveCount(count)
  expect(await bar.saveFile()).not.toBe(before)
  await bar.undo.click()
  await expect(findings.notes).toHaveCount(count)
  await expect(bar.undo).toBeDisabled()
  expect(await bar.saveFile()).toBe(before)
})

test('findings are counted on the canvas, in the status line and in the tab, and can be filtered', async ({ app }) => {
  const { findings, canvas, status } = app
  await app.start.openFile(FILE)
  await findings.open()
  await expect(findings.notes.first()).toBeVisible()
  const count = await findings.notes.count()
  const errors = await findings.notes.filter({ hasText: /^Error: / }).count()
  expect(errors).toBeLessThan(count)
  await expect(findings.tab).toContainText(`${errors} errors`)
  await expect(status.getByRole('button', { name: /errors?$/ })).toBeVisible()
  await expect(canvas.root.getByLabel(/findings?, /).first()).toBeVisible()
  await findings.filter.fill('overlap')
  await expect(findings.notes).not.toHaveCount(count)
  await findings.filter.fill('no such words anywhere')
  await expect(findings.notes).toHaveCount(0)
})

test('a long finding fits into the panel', async ({ app }) => {
  const { findings } = app
  await app.start.openFile(FILE)
  await findings.open()
  await expect(findings.notes.first()).toBeVisible()
  const beyond = await findings.panel.getByRole('tabpanel').evaluate((panel) => panel.scrollWidth - panel.clientWidth)
  expect(beyond).toBeLessThanOrEqual(0)
})
