import type { Page } from '@playwright/test'
import { openTab, sidePanel, tabOf } from './sidePanel.ts'

/** The pinned requests, each with its answer as the design stands. */
export function requestsPanel(page: Page) {
  const panel = sidePanel(page)
  const items = panel.getByRole('tabpanel').locator('li')
  return {
    panel,
    items,
    tab: tabOf(page, 'Requests'),
    open: () => openTab(page, 'Requests'),
    item: (name: string) => items.filter({ has: page.getByRole('button', { name, exact: true }) }),
    async chooseAction(name: string, action: string) {
      await panel.getByRole('button', { name: `Actions for ${name}` }).click()
      await page.getByRole('menuitem', { name: action }).click()
    },
  }
}
