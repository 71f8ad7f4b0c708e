import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

const PARTNER = 'Partner’s API, from the private subnet'
const row = (word: string, name: string, expected: string, outcome: string, detail: string) =>
  `${word.padEnd(10)} ${name.padEnd(40)} ${expected.padEnd(24)} ${outcome.padEnd(24)} ${detail}`
/** As a terminal shows it. */
const TABLE = [
  row('', 'Request', 'Expected', 'Seen', 'Detail'),
  row('DIFFERS', PARTNER, 'succeeds', 'connection-times-out', '203.0.113.10 port 443'),
  row('ok', 'Partner’s API on a port that is closed', 'connection-refused', 'connection-refused', 'port 8443'),
  row('not tried', 'From the internet to the application', 'connection-times-out', 'not-tried', 'it starts outside'),
  '',
  '1 as expected, 1 different, 1 not tried.',
].join('\n')
const line = (id: string, outcome: string) =>
  JSON.stringify({ id, at: '2026-01-01T00:00:00Z', outcome, detail: 'tried' })

test('what verify.sh printed marks where model and reality differ, by the keyboard alone, until the design changes', async ({
  app,
}) => {
  const { requests, canvas, page } = app
  await app.start.openTemplate('Out through a NAT gateway')
  await requests.open()
  await expect(requests.item(PARTNER)).toContainText('As expected')
  await requests.compareButton.press('Enter')
  await expect(requests.observed.field).toBeFocused()

  // what is none is said beside the field, which keeps it
  await page.keyboard.type('hello')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(requests.observed.error).toContainText('This is nothing that verify.sh printed. Line 1')
  await expect(requests.observed.field).toBeFocused()
  await expect(requests.observed.field).toHaveAccessibleDescription(/nothing that verify.sh printed/)

  await requests.observed.field.fill(TABLE)
  await requests.observed.field.press('Control+Enter')
  await expect(requests.observed.dialog).toBeHidden()
  await expect(requests.compareButton).toBeFocused()
  await expect(app.said('1 of 3 requests differs from the model.')).toHaveCount(1)
  await expect(requests.item(PARTNER)).toContainText(
    'Differs from reality: the model says succeeds; seen was connection times out (203.0.113.10 port 443)',
  )
  await expect(requests.item('Partner’s API on a port that is closed')).toContainText('Seen: connection refused')
  await expect(requests.item('From the internet to the application')).toContainText('Not tried: it starts outside')
  await expect(
    requests.panel.getByText('1 of 3 differs from what was seen · 1 not tried · 1 without a result'),
  ).toBeVisible()
  await expect(requests.tab).toHaveAccessibleName('Requests 1 missed or seen otherwise')

  await canvas.select('nat-1')
  await page.keyboard.press('Delete')
  await expect(requests.panel.getByText(/^Differs from reality/)).toHaveCount(0)
  await expect(app.said('what verify.sh saw is no longer shown')).toHaveCount(1)
})

test('its lines of JSON are recognised when they are dropped or pasted anywhere, and the marks can be cleared', async ({
  app,
}) => {
  const { requests, exports } = app
  await app.start.openTemplate('Out through a NAT gateway')
  await app.isSettled()
  await app.drop([{ name: 'seen.jsonl', text: `${line('partner', 'succeeds')}\n${line('queue', 'name-not-found')}` }])
  await expect(requests.item('Amazon SQS, from the private subnet')).toContainText('seen was name not found (tried)')
  await requests.clearButton.click()
  await expect(requests.panel.getByText(/^(Differs|Seen)/)).toHaveCount(0)
  await app.pasteText(line('queue', 'access-denied'))
  await expect(requests.item('Amazon SQS, from the private subnet')).toContainText('seen was access denied')

  // from where the script came
  await exports.open()
  await exports.dialog.getByRole('button', { name: 'Compare with reality…' }).click()
  await expect(exports.dialog).toBeHidden()
  await requests.observed.file.setInputFiles({
    name: 'seen.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(TABLE),
  })
  await expect(requests.observed.dialog).toBeHidden()
  await expect(requests.item(PARTNER)).toContainText('Differs from reality')
})
