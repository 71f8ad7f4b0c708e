import { expect } from '@playwright/test'
import { guardedDesign } from './designs/guardedDesign.ts'
import type { AppPage } from './pages/appPage.ts'
import { policyEditor } from './pages/policyEditor.ts'
import { storyTest as test } from './storyTest.ts'

const FILE = { name: 'guarded.json', text: guardedDesign() }
const TITLE = 'Policy of S3 gateway'

/** The endpoint is selected; its policy is AWS’s own. */
async function openEndpoint({ start, outline, inspector, ...app }: AppPage) {
  await start.openFile(FILE)
  await app.isSettled()
  await outline.line('S3 gateway').click()
  await inspector.open()
  return policyEditor(app.page, TITLE)
}

test('a policy is written with the keyboard: its fault at its line, what it would change, and what it changes', async ({
  app,
}) => {
  const { page, request, bar, inspector } = app
  const policy = await openEndpoint(app)
  await request.askButton.click()
  await expect(request.headline).toContainText('Succeeds')
  await inspector.open()
  await policy.open.focus()
  await page.keyboard.press('Enter')
  await expect(policy.text).toBeFocused()

  // Principal is missing, and the effect is no word of the language
  await page.keyboard.insertText(
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Alow",\n      "Action": "s3:GetObject",\n      "Resource": "*"\n    }\n  ]\n}',
  )
  await expect(policy.remarks).toHaveText([/Line 4:.*Principal is missing/, /Line 5:.*“Alow”/])
  await expect(policy.markedLines).toHaveCount(2)
  await expect(policy.strip).toContainText('Once the draft can be read')
  await expect(policy.apply).toBeDisabled()

  // the remark leads to its place, where the fault is mended
  await policy.remarks.nth(1).getByRole('button').press('Enter')
  await expect(policy.text).toBeFocused()
  await page.keyboard.insertText('"Allow",\n      "Principal": "*"')
  await expect(policy.remarks.filter({ hasText: /Principal|Alow/ })).toHaveCount(0)

  await policy.isTried()
  await expect(policy.strip).toContainText('1 of 3 saved requests would change')
  const change = policy.strip.getByRole('listitem')
  await expect(change).toContainText('app-1 writes orders')
  await expect(change).toContainText(/Succeeds.*Access denied/)
  await expect(request.headline, 'nothing is applied yet').toContainText('Succeeds')
  await expect(bar.undo).toBeDisabled()

  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(policy.draftMark).toHaveCount(0)
  await expect(policy.strip).toHaveCount(0)
  await app.requests.open()
  await expect(app.requests.panel.getByText('Access denied').first()).toBeVisible()
  await bar.undo.click()
  await expect(bar.undo).toBeDisabled()
  await expect(app.requests.panel.getByText('Access denied')).toHaveCount(0)
})

test('words are offered where they fit; Escape and Tab lead out', async ({ app }) => {
  const { page } = app
  const policy = await openEndpoint(app)
  await policy.enlarge.click()
  await expect(policy.dialog).toBeVisible()
  await expect(policy.text).toBeFocused()
  await page.keyboard.type('{"Statement": [{"Eff')
  await policy.take('Effect')
  await expect(policy.text).toContainText('"Effect": ')
  await expect(policy.suggestions).toHaveText(['Allow', 'Deny'])
  await policy.take('Allow')
  await page.keyboard.type(', "Action": "s3:GetObj')
  await expect(policy.suggestions.first()).toContainText('s3:GetObject')
  await page.keyboard.press('Escape')
  await expect(policy.suggestions).toHaveCount(0)
  await expect(policy.dialog, 'Escape took the list, and not the editor').toBeVisible()
  await page.keyboard.type('ect", "Principal": "*", "Condition": {"StringEquals": {"aws:SourceVpce": "')
  await policy.take('vpce-1a2b3c4d')
  await expect(policy.text).toContainText('"aws:SourceVpce": "vpce-1a2b3c4d"')
  await page.keyboard.press('Tab')
  await expect(policy.text).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(policy.text).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(policy.dialog).toHaveCount(0)
  await expect(policy.draftMark).toBeVisible()
})

test('a draft waits while something else is done, and while the page is away', async ({ app }) => {
  const { page, outline, bar, inspector } = app
  const policy = await openEndpoint(app)
  const before = await bar.saveFile()
  await policy.open.click()
  await policy.begin.click()
  await expect(policy.text).toContainText('"s3:*"')
  await outline.line('orders').click()
  await expect(inspector.heading).toHaveText('S3 bucket')
  await outline.line('S3 gateway').click()
  await expect(policy.draftMark).toBeVisible()
  await policy.open.click()
  await expect(policy.text).toContainText('"s3:*"')
  // what was typed before can still be taken back
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(policy.draftMark).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(policy.draftMark).toBeVisible()
  expect(await bar.saveFile(), 'none of it is part of the design').toBe(before)

  await app.isKept()
  await page.reload()
  await inspector.open()
  await expect(policy.draftMark).toBeVisible()
  await policy.open.click()
  await expect(policy.text).toContainText('"s3:*"')
  await policy.discard.click()
  await expect(policy.draftMark).toHaveCount(0)
  expect(await bar.saveFile()).toBe(before)
})

test('a bucket that one endpoint alone may use, by a choice', async ({ app }) => {
  const { page, outline, inspector, bar } = app
  await app.start.openFile(FILE)
  await app.isSettled()
  await outline.line('orders').click()
  await inspector.open()
  const policy = policyEditor(page, 'Bucket policy of orders')
  await policy.enlarge.click()
  const choices = policy.dialog.getByRole('group', { name: 'Only through these endpoints' })
  await choices.getByLabel(/S3 gateway/).check()
  await expect(policy.text).toContainText('OnlyTheseEndpoints')
  await policy.isTried()
  await expect(policy.strip).toContainText('Nothing changes: all 3 saved requests are answered as before.')
  await choices.getByLabel(/S3 gateway/).uncheck()
  await choices.getByRole('textbox').fill('vpce-0fedcba9876543210')
  await choices.getByRole('textbox').press('Enter')
  await policy.isTried()
  await expect(policy.strip).toContainText('2 of 3 saved requests would change')
  await policy.apply.click()
  await page.keyboard.press('Escape')
  await expect(policy.dialog).toHaveCount(0)
  await expect(inspector.panel.getByText(/^Denies everyone s3:\* on orders-of-the-shop/)).toBeVisible()
  const saved = JSON.parse(await bar.saveFile()) as { constructs: { id: string; policy?: string }[] }
  const written = JSON.parse(saved.constructs.find(({ id }) => id === 'bucket-1')!.policy!)
  expect(written.Statement).toHaveLength(1)
  expect(written.Statement[0].Condition.StringNotEquals).toEqual({ 'aws:SourceVpce': 'vpce-0fedcba9876543210' })
})

test('the keys of the page are letters while a policy is written', async ({ app }) => {
  const { page, canvas } = app
  const policy = await openEndpoint(app)
  await policy.open.click()
  await expect(policy.text).toBeFocused()
  await page.keyboard.type('ar?.')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(policy.text).toContainText('ar?')
  await expect(canvas.node('endpoint-1')).toBeVisible()
})

test('what is typed quickly stands there, letter by letter', async ({ app }) => {
  const { page } = app
  const policy = await openEndpoint(app)
  await policy.enlarge.click()
  await policy.replace('{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}')
  await policy.isTried()
  await page.keyboard.press('ControlOrMeta+End')
  const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)
  await page.keyboard.type(letters)
  await expect(policy.text).toHaveText(new RegExp(`\\]\\}${letters}$`))
})
