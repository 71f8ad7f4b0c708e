import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { flawedDesign } from './designs/flawedDesign.ts'
import { guardedDesign } from './designs/guardedDesign.ts'
import type { AppPage } from './pages/appPage.ts'
import { policyEditor } from './pages/policyEditor.ts'
import { storyTest as test } from './storyTest.ts'

/** No serious or critical barrier on the page as it stands. */
async function expectNoBarriers(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`))
  expect(found).toEqual([])
}

const STATES: Readonly<Record<string, (app: AppPage) => Promise<void>>> = {
  'the start dialog': async ({ start }) => {
    await expect(start.dialog).toBeVisible()
    await expect(start.dialog.locator('svg rect').first()).toBeVisible()
  },
  'the empty canvas': async ({ start }) => start.chooseBlank(),
  'a template with its trace': async ({ start, trace }) => {
    await start.openTemplateAndAsk('Kinesis and private DNS')
    await expect(trace.decidingStep).toBeVisible()
    await trace.decidingStep.click()
  },
  'a call that is denied': async ({ start, request, requests, trace }) => {
    await start.openTemplate('A bucket that only one endpoint may use')
    await requests.open()
    await requests.panel
      .getByRole('button', { name: 'The same report by the same role, from the internet', exact: true })
      .click()
    await request.section.getByRole('button', { name: 'Condition keys and session policies' }).click()
    await expect(request.callPart('Condition key 1')).toBeVisible()
    await expect(trace.keys).toBeVisible()
  },
  'a partly verdict': async ({ start, trace }) => {
    await start.openTemplateAndAsk('An endpoint in two zones, one of them broken')
    await expect(trace.ways.first()).toBeVisible()
  },
  'the inspector with an error': async ({ start, canvas, inspector }) => {
    await start.openTemplate('Kinesis and private DNS')
    await canvas.select('subnet-2')
    await inspector.open()
    await inspector.field('IPv4 block').fill('10.0.0.5/24')
    await inspector.field('IPv4 block').press('Enter')
    await expect(inspector.errors.first()).toBeVisible()
    await expect(inspector.derivedRows('Routes').first()).toBeVisible()
  },
  'rules in the inspector': async ({ start, canvas, inspector }) => {
    await start.openTemplate('Kinesis and private DNS')
    await canvas.select('sg-endpoint')
    await inspector.open()
    await inspector.list('Inbound rules (1)').getByRole('button').first().click()
    await expect(inspector.field('Ports')).toBeVisible()
  },
  'the findings': async ({ start, findings }) => {
    await start.openFile({ name: 'flawed.json', text: flawedDesign() })
    await findings.open()
    await expect(findings.notes.first()).toBeVisible()
  },
  'the requests': async ({ start, requests }) => {
    await start.openTemplate('Three tiers, two zones')
    await requests.open()
    await expect(requests.panel.getByText('As expected').first()).toBeVisible()
  },
  'what was seen in reality': async ({ start, requests, page }) => {
    await start.openTemplate('Three tiers, two zones')
    await requests.open()
    await requests.compareButton.click()
    await requests.observed.field.fill('nothing')
    await requests.observed.field.press('Control+Enter')
    await expect(requests.observed.error).toBeVisible()
    await expectNoBarriers(page)
    await requests.observed.field.fill('{"id":"web-to-app","outcome":"connection-refused"}')
    await requests.observed.field.press('Control+Enter')
    await expect(requests.panel.getByText(/^Differs from reality/).first()).toBeVisible()
  },
  'the export dialog': async ({ start, exports }) => {
    await start.openTemplate('Kinesis and private DNS')
    await exports.open()
    await expect(exports.preview).toContainText('AWSTemplateFormatVersion')
  },
  'a policy that is being written': async ({ start, outline, inspector, page }) => {
    await start.openFile({ name: 'guarded.json', text: guardedDesign() })
    await outline.line('S3 gateway').click()
    await inspector.open()
    const policy = policyEditor(page, 'Policy of S3 gateway')
    await policy.open.click()
    await policy.replace('{"Statement": [{"Effect": "Allow"}]}')
    await expect(policy.remarks.first()).toBeVisible()
    await expectNoBarriers(page)
    await policy.replace('{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}')
    await policy.enlarge.click()
    await expect(policy.strip).toContainText('would change')
    await expect(policy.dialog.getByRole('group', { name: 'Only these resources' })).toBeVisible()
  },
  'the help': async ({ start, bar, page }) => {
    await start.chooseBlank()
    await bar.help.click()
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
  },
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nobody is shut out, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    for (const [state, reach] of Object.entries(STATES))
      test(state, async ({ app }) => {
        await reach(app)
        await app.isSettled()
        await expectNoBarriers(app.page)
      })
  })

test('with the keyboard alone: start, ask, walk the trace, mend, look at the export', async ({ app }) => {
  const { page, start, request, trace, outline, inspector, exports } = app
  await page.keyboard.press('Escape')
  await expect(start.dialog).toBeHidden()

  await tabTo(page, page.getByRole('button', { name: 'Start: new, open or template' }))
  await page.keyboard.press('Enter')
  await tabTo(page, start.dialog.getByRole('button', { name: 'Open: Kinesis and private DNS', exact: true }))
  await page.keyboard.press('Enter')
  await expect(start.dialog).toBeHidden()

  await tabTo(page, request.from)
  await page.keyboard.type('Instance 2')
  await tabTo(page, request.to)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('kinesis.us-east-1.amazonaws.com')
  await page.keyboard.press('Enter')
  await expect(request.headline).toHaveText('Connection times out')

  await tabTo(page, trace.next)
  await page.keyboard.press('Enter')
  await expect(trace.currentStep).toHaveCount(1)
  await tabTo(page, trace.decidingStep)
  await page.keyboard.press('Enter')
  await expect(trace.currentStep).toContainText('Decided here')

  await tabTo(page, outline.tree.getByRole('treeitem').and(page.locator('[tabindex="0"]')))
  await page.keyboard.press('Home')
  for (let press = 0; press < 40 && !(await outline.line('Kinesis endpoint').evaluate(isFocused)); press++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(inspector.heading).toHaveText('Interface endpoint')
  await tabTo(page, inspector.switch('Private DNS'))
  await page.keyboard.press('Space')
  await expect(request.headline).toHaveText(/^Succeeds through the interface endpoint/)

  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }))
  await page.keyboard.press('Enter')
  await expect(exports.preview).toContainText('PrivateDnsEnabled: true')
  await page.keyboard.press('Escape')
  await expect(exports.dialog).toBeHidden()
  // The focus comes back to what opened the dialog.
  await expect(page.getByRole('banner').getByRole('button', { name: 'Export', exact: true })).toBeFocused()
})

test('every dialog and menu closes with Escape', async ({ app }) => {
  const { page, bar, start, exports } = app
  await start.openTemplate('Kinesis and private DNS')
  await bar.help.click()
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await exports.open()
  await expect(exports.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(exports.dialog).toBeHidden()
  await page.getByRole('button', { name: 'Theme' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the theme is chosen, and chosen still after a reload', async ({ app }) => {
  const { page, bar, start } = app
  await start.chooseBlank()
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await bar.chooseTheme('Light')
  const light = await background()
  await bar.chooseTheme('Dark')
  await expect.poll(background).not.toBe(light)
  const dark = await background()
  await page.reload()
  await expect.poll(background).toBe(dark)
})

test.describe('for those whom motion disturbs', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves by itself', async ({ app }) => {
    const { page, start, trace } = app
    await start.openTemplateAndAsk('S3 through a gateway endpoint')
    await expect(trace.headline).toHaveText(/^Succeeds/)
    await app.isSettled()
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 50)
          .map((one) => (one.effect as KeyframeEffect).target?.className.toString()),
      )
    await expect.poll(moving).toEqual([])
  })
})

for (const [device, viewport] of Object.entries({
  'a phone': { width: 390, height: 844 },
  'a small window': { width: 900, height: 700 },
}))
  test.describe(`on ${device}`, () => {
    test.use({ viewport, hasTouch: viewport.width < 500 })

    test('one can ask, read why, and mend it', async ({ app }) => {
      const { page, start, request, trace, canvas, inspector } = app
      await expect(start.dialog).toBeInViewport({ ratio: 1 })
      await start.openTemplateAndAsk('Kinesis and private DNS')
      await expect(request.headline).toHaveText('Connection times out')
      await expect(request.askButton).toBeInViewport({ ratio: 1 })
      await trace.decidingStep.scrollIntoViewIfNeeded()
      await expect(trace.decidingStep).toBeInViewport()
      await expect(canvas.root).toBeInViewport()
      const box = (await canvas.root.boundingBox())!
      expect(box.height, 'the canvas keeps a part of the page').toBeGreaterThan(150)

      // asking came close to the way, from who asks to what decided; the endpoint does not lie on it
      for (const id of ['instance-2', 'rtb-2']) await expect(canvas.node(id)).toBeInViewport({ ratio: 0.9 })
      await canvas.fitAll()
      await canvas.node('endpoint-1').click()
      await inspector.open()
      await inspector.switch('Private DNS').click()
      await expect(request.headline).toHaveText(/^Succeeds through the interface endpoint/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await app.exports.open()
      await expect(app.exports.preview).toContainText('PrivateDnsEnabled: true')
      await expect(app.exports.dialog).toBeInViewport({ ratio: 1 })
      await app.exports.file('verify.sh').click()
      await expect(app.exports.copy).toBeInViewport()
    })
  })

const isFocused = (element: Element) => element === document.activeElement

/** Presses Tab until the focus is there, as one does who has no pointer. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>) {
  await expect(target).toHaveCount(1)
  for (let press = 0; press < 150; press++) {
    if (await target.evaluate(isFocused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}
