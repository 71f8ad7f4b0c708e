import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

test('a request that works is told leg by leg, and lights up its way', async ({ app }) => {
  const { trace, canvas } = app
  await app.start.openTemplateAndAsk('S3 through a gateway endpoint')
  await expect(trace.headline).toHaveText(/^Succeeds through the gateway endpoint/)
  for (const leg of ['Lookup', 'Request', 'Reply']) await expect(trace.leg(leg)).toBeVisible()
  await expect(trace.leg('Lookup')).toContainText('orders-111122223333.s3.us-east-1.amazonaws.com')
  await expect(trace.leg('Request')).toContainText('sends')
  await expect(trace.leg('Reply')).toContainText('lets the reply pass')
  await expect(trace.decidingStep).toHaveCount(0)
  await expect(canvas.node('worker-1').locator('.is-lit')).toBeVisible()
  await expect(canvas.named('S3 gateway endpoint').locator('.is-lit')).toBeVisible()
  await expect(canvas.lit.first()).toBeVisible()
})

test('a step leads to the entry that it rests on', async ({ app }) => {
  const { trace, canvas, inspector } = app
  await app.start.openTemplateAndAsk('Kinesis and private DNS')
  await trace.step('Security group Instances allows').click()
  await expect(trace.currentStep).toContainText('Security group Instances allows')
  await expect(canvas.node('sg-instances')).toHaveClass(/selected/)
  await expect(canvas.node('sg-instances').locator('.is-current')).toBeVisible()
  await inspector.open()
  await expect(inspector.heading).toHaveText('Security group')
  await expect(inspector.list('Outbound rules (1)').getByRole('listitem')).toBeInViewport()

  await trace.open()
  await trace.decidingStep.click()
  await expect(canvas.node('rtb-2')).toHaveClass(/selected/)
})

test('the keys walk along the steps, forward and back', async ({ app }) => {
  const { trace, canvas, page } = app
  await app.start.openTemplateAndAsk('Kinesis and private DNS')
  await expect(trace.decidingStep).toBeVisible()
  await canvas.root.press('.')
  const first = await trace.currentStep.textContent()
  await canvas.root.press('.')
  await expect(trace.currentStep).not.toHaveText(first!)
  await canvas.root.press(',')
  await expect(trace.currentStep).toHaveText(first!)
  await expect(trace.currentStep).toHaveCount(1)

  await trace.next.click()
  await expect(trace.currentStep).not.toHaveText(first!)
  await trace.previous.click()
  await expect(trace.currentStep).toHaveText(first!)
  await expect(canvas.current.first()).toBeVisible()

  // Going on and on ends at the step that decided.
  for (let press = 0; press < 12; press++) await page.keyboard.press('.')
  await expect(trace.currentStep).toContainText('Decided here')
  await expect(canvas.node('rtb-2').locator('.is-current')).toBeVisible()
})

test('a name with several answers is walked way by way', async ({ app }) => {
  const { trace, canvas } = app
  await app.start.openTemplateAndAsk('An endpoint in two zones, one of them broken')
  await expect(trace.headline).toHaveText(/^Works in part/)
  await expect(trace.ways).toHaveText([/us-east-1a/, /us-east-1b/])

  await trace.ways.filter({ hasText: 'us-east-1b' }).click()
  await expect(trace.decidingStep).toContainText('ACL of subnet B drops')
  await expect(canvas.node('acl-b')).toContainText('Refuses')

  await trace.ways.filter({ hasText: 'us-east-1a' }).click()
  await expect(trace.decidingStep).toHaveCount(0)
  await expect(trace.leg('Reply')).toBeVisible()
  await expect(canvas.node('acl-b')).not.toContainText('Refuses')
})

test('what is no request is answered with a sentence, not with a verdict', async ({ app }) => {
  const { request } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await request.ask('Instance 1', 'kinesis.us-east-1.amazonaws.com')
  await expect(request.headline).toHaveText(/^Succeeds/)
  await request.port.fill('99999')
  await request.askButton.click()
  await expect(request.problem).toContainText(/port/i)
  await request.port.fill('443')
  await request.to.fill('')
  await request.askButton.click()
  await expect(request.problem).toBeVisible()
})

test('an address that nobody owns and a name that does not exist are answered', async ({ app }) => {
  const { request, trace } = app
  await app.start.openTemplate('Kinesis and private DNS')
  await request.ask('Instance 1', '10.0.1.77')
  await expect(request.headline).toHaveText('Connection times out')
  await expect(trace.blockers).toContainText('NO_POSSIBLE_DESTINATION')
  await request.ask('Instance 1', 'ip-10-0-9-9.nowhere.internal')
  await expect(request.headline).toHaveText(/Name not found|Cannot tell/)
})
