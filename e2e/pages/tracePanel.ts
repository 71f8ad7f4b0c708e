import type { Page } from '@playwright/test'
import { openTab, sidePanel, tabOf } from './sidePanel.ts'

/** The answer hop by hop. */
export function tracePanel(page: Page) {
  const panel = sidePanel(page)
  const section = (title: string) =>
    panel.locator('section').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(`^${title}`) }) })
  return {
    panel,
    tab: tabOf(page, 'Trace'),
    open: () => openTab(page, 'Trace'),
    headline: panel.getByRole('heading', { level: 2 }),
    /** The legs: `Lookup`, `Request`, `Reply`, `Authorization`. */
    leg: (title: string) => section(title).last(),
    blockers: section('What stands in the way').last(),
    assumptions: section('Assumed').last(),
    step: (words: string | RegExp) => panel.getByRole('listitem').getByRole('button').filter({ hasText: words }),
    /** Of a call: a layer of policies as a row, the condition keys that statements read. */
    layer: (name: string | RegExp) =>
      panel.getByRole('table', { name: 'Layers of policies' }).getByRole('row', { name }),
    keys: panel.getByRole('table', { name: 'Condition keys that statements read' }),
    /** The step in the light. */
    currentStep: panel.locator('[aria-current=step]'),
    /** The step that decided. */
    decidingStep: panel.getByRole('button').filter({ hasText: 'Decided here' }),
    /** Where several ways are walked, one tab each. */
    ways: panel.getByRole('tablist', { name: 'Ways' }).getByRole('tab'),
    next: panel.getByRole('button', { name: 'Next step' }),
    previous: panel.getByRole('button', { name: 'Previous step' }),
  }
}
