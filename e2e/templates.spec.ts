import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

/** What each template answers at one click. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  'Kinesis and private DNS': /^Connection times out$/,
  'S3 through a gateway endpoint': /^Succeeds through the gateway endpoint/,
  'A bucket that only one endpoint may use': /^Succeeds through the gateway endpoint/,
  'Central endpoints and a data perimeter': /^Access denied$/,
  'An endpoint in two zones, one of them broken': /^Works in part/,
  'A function without a way out': /^Connection times out$/,
  'Fargate tasks without the internet': /^Succeeds through the gateway endpoint/,
  'A route that beats the endpoint': /^Connection times out$/,
  'Out through a NAT gateway': /^Succeeds over the internet, through the NAT gateway/,
  'Three tiers, two zones': /^Succeeds over the internet, through the internet gateway/,
  'Offer a service of one’s own': /^Succeeds through the endpoint service/,
  'Inspection on the way in and out': /^Succeeds over the internet, through the internet gateway/,
  'Only names on a list get out': /^Connection opens, then hangs$/,
}

test('the start page offers exactly these templates', async ({ app }) => {
  expect(await app.start.templateTitles()).toEqual(Object.keys(ANSWERS))
})

for (const [title, answer] of Object.entries(ANSWERS))
  test(`“${title}” answers its first request at one click`, async ({ app }) => {
    const { request, requests, trace, findings } = app
    await app.start.openTemplateAndAsk(title)
    await expect(app.bar.title).toHaveValue(title)
    await expect(request.headline).toHaveText(answer)
    await expect(trace.headline).toHaveText(answer)
    await expect(trace.leg('Request').or(trace.leg('Lookup')).first()).toBeVisible()

    await requests.open()
    await expect(requests.items.first()).toBeVisible()
    await expect(requests.panel.getByText('Not answered yet')).toHaveCount(0)
    await expect(requests.panel.getByText('Missed')).toHaveCount(0)
    await expect(requests.panel.getByText('As expected:').first()).toBeVisible()

    await findings.open()
    await expect(findings.notes.or(findings.nothing).first()).toBeVisible()
    await expect(findings.panel.getByRole('heading', { level: 3, name: /^Errors/ })).toHaveCount(0)
  })
