import type { Page } from '@playwright/test'
import { openTab, sidePanel } from './sidePanel.ts'

/** The fields of what is selected, and what follows from them. */
export function inspectorPanel(page: Page) {
  const panel = sidePanel(page)
  const derived = (section: string) =>
    panel.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${section}.*derived`) }) })
  return {
    panel,
    open: () => openTab(page, 'Inspector'),
    heading: panel.getByRole('heading', { level: 2 }),
    field: (label: string) => panel.getByLabel(label, { exact: true }),
    list: (label: string) => panel.getByRole('group', { name: label }),
    switch: (label: string) => panel.getByRole('switch', { name: label }),
    choice: (label: string) => panel.getByRole('combobox', { name: label, exact: true }),
    /** The sentences beside fields that say what is wrong with them. */
    errors: panel.getByRole('alert'),
    /** Rows of a section that nobody typed; its rows say where they come from. */
    derivedRows: (section: string) => derived(section).locator('dl > div'),
    async chooseAction(name: string) {
      await panel.getByRole('button', { name: 'Actions', exact: true }).click()
      await page.getByRole('menuitem', { name }).click()
    },
  }
}
