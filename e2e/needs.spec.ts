import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

const LAYERS = /^prod-us-east-1-starport-layer-bucket/

test('what a task needs is asked for by the keyboard alone, and what is taken away is found missing and put back', async ({
  app,
  page,
}) => {
  const { start, outline, inspector, trace, bar } = app
  await start.openTemplate('Fargate tasks without the internet')
  await outline.line('Task A').click()
  await inspector.open()
  const panel = inspector.panel
  await expect(panel.getByText('All 3 names are reached.')).toBeVisible()

  // the endpoint for S3 goes
  await outline.line('S3 gateway endpoint').click()
  await inspector.chooseAction('Delete')
  await outline.line('Task A').click()
  await expect(panel.getByText('2 of 3 names are reached: 1 missing.')).toBeVisible()
  await expect(panel.getByRole('article').filter({ hasText: 'nothing leads there' })).toBeVisible()

  // each name is a button that asks for it
  const name = panel.getByRole('button', { name: LAYERS })
  await name.focus()
  await page.keyboard.press('Enter')
  await expect(trace.headline).toHaveText('Connection times out')

  // the fix puts an endpoint back, in one step
  await inspector.open()
  await panel.getByRole('button', { name: /^Add what is missing for s3/ }).click()
  await expect(panel.getByText('All 3 names are reached.')).toBeVisible()
  await bar.undo.click()
  await expect(panel.getByText('2 of 3 names are reached: 1 missing.')).toBeVisible()
})

test('the list of what a client needs has no barriers in either theme', async ({ app, page }) => {
  const { start, outline, inspector } = app
  await start.openTemplate('Fargate tasks without the internet')
  await outline.line('Task A').click()
  await inspector.open()
  await inspector.panel.getByRole('button', { name: /^What it may need/ }).click()
  await expect(inspector.panel.getByText('Only with ECS Exec.')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).include('[role=tabpanel]').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
})
