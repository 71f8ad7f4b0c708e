import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

const TITLE = 'A bucket that only one endpoint may use'

test('a bucket that only one endpoint may use is asked from three places', async ({ app }) => {
  const { trace, requests, request, canvas, inspector, start } = app
  await start.openTemplateAndAsk(TITLE)
  await expect(trace.headline).toHaveText('Succeeds through the gateway endpoint (S3 gateway endpoint)')
  await expect(canvas.named('Reports bucket').getByText('Arrives')).toBeVisible()
  await expect(canvas.node('worker-1').getByText('Report reader')).toBeVisible()

  await requests.open()
  await expect(requests.panel.getByText('5 of 5 as expected')).toBeVisible()
  await requests.panel
    .getByRole('button', { name: 'The same report by the same role, from another VPC', exact: true })
    .click()
  await expect(trace.headline).toHaveText('Access denied')
  await expect(request.decidedBy).toHaveText(/^statement OnlyThroughTheEndpoint of the bucket policy/)
  await expect(trace.panel.getByText(/may not call s3:GetObject on Reports bucket: statement Only/)).toBeVisible()
  await expect(canvas.named('Reports bucket').getByText('Refuses')).toBeVisible()
  await expect(trace.layer(/^Resource’s policy/)).toContainText('DenyDecided here')
  await expect(trace.layer(/^Caller’s own policies/)).toContainText('Allow')
  await expect(trace.layer(/^Endpoint’s policy/)).toContainText('None: full access')
  await expect(trace.keys).toContainText('vpce-0b1c2d3e4f5a60718')

  // the policy that a fix would write stands under the fix
  await trace.panel.getByText('Policy of Reports bucket as it would be').click()
  await expect(trace.panel.locator('pre')).toContainText(/"aws:SourceVpce": \[\s+"[^"]+",\s+"vpce-0b1c2d3e4f5a60718"/)

  await requests.open()
  await requests.panel
    .getByRole('button', { name: 'The same report by the same role, from the internet', exact: true })
    .click()
  await expect(trace.layer(/^Endpoint’s policy/)).toContainText('No endpoint on the way')
  await expect(trace.keys).toContainText('not carried')

  await trace
    .layer(/^Resource’s policy/)
    .getByRole('button')
    .click()
  await expect(inspector.heading).toHaveText('S3 bucket')
  await expect(canvas.named('Reports bucket')).toHaveClass(/selected/)
})

test('a call is written without a pointer: what is likely is offered, and asked at once', async ({ app, page }) => {
  const { trace, request, start } = app
  await start.openTemplate(TITLE)
  await request.section.getByRole('button', { name: /^Without the call/ }).click()
  await request.addCall.press('Enter')
  await expect(request.callPart('Action')).toBeFocused()
  await request.callPart('Action').fill('PutObject reports')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('s3:PutObject on Reports bucket')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(request.callPart('Resource')).toHaveValue('arn:aws:s3:::reports-111122223333/example')
  await expect(trace.headline).toHaveText('Access denied')
  await expect(trace.layer(/^Caller’s own policies/)).toContainText('No Allow')

  await request.callPart('Principal').fill('root')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(request.callPart('Principal')).toHaveValue('arn:aws:iam::111122223333:root')
  await page.keyboard.press('Enter')
  await expect(trace.headline).toHaveText(/^Succeeds/)
})
