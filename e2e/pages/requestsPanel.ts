import type { Page } from '@playwright/test'
import { openTab, sidePanel, tabOf } from './sidePanel.ts'

/** The pinned requests, each with its answer as the design stands. */
export function requestsPanel(page: Page) {
  const panel = sidePanel(page)
  const items = panel.getByRole('tabpanel').locator('li')
  const observed = page.getByRole('dialog', { name: 'Compare with reality' })
  return {
    panel,
    items,
    tab: tabOf(page, 'Requests'),
    open: () => openTab(page, 'Requests'),
    item: (name: string) => items.filter({ has: page.getByRole('button', { name, exact: true }) }),
    compareButton: panel.getByRole('button', { name: 'Compare with reality…' }),
    clearButton: panel.getByRole('button', { name: 'Clear', exact: true }),
    /** What takes the output of verify.sh. */
    observed: {
      dialog: observed,
      field: observed.getByLabel('What verify.sh printed'),
      error: observed.getByRole('alert'),
      file: observed.locator('input[type=file]'),
    },
    async chooseAction(name: string, action: string) {
      await panel.getByRole('button', { name: `Actions for ${name}` }).click()
      await page.getByRole('menuitem', { name: action }).click()
    },
  }
}
