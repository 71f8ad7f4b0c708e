import type { Page } from '@playwright/test'
import { openTab, sidePanel, tabOf } from './sidePanel.ts'

/** What the checks object to. */
export function findingsPanel(page: Page) {
  const panel = sidePanel(page)
  const notes = panel.getByRole('article')
  return {
    panel,
    notes,
    tab: tabOf(page, 'Findings'),
    open: () => openTab(page, 'Findings'),
    note: (words: string | RegExp) => notes.filter({ hasText: words }),
    nothing: panel.getByText('Nothing to object to'),
    filter: panel.getByLabel('Filter the findings'),
  }
}
