import { expect, type Page } from '@playwright/test'

/** The panel beside the canvas; four tabs share it. */
export const sidePanel = (page: Page) => page.getByRole('complementary', { name: 'Panel' })

/** Brings a tab of the panel to the front. */
export async function openTab(page: Page, name: 'Inspector' | 'Trace' | 'Findings' | 'Requests') {
  const tab = tabOf(page, name)
  await tab.click()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
}

/** The tab itself, with its mark. */
export const tabOf = (page: Page, name: string) => sidePanel(page).getByRole('tab', { name: new RegExp(`^${name}`) })
