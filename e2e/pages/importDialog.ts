import type { Page } from '@playwright/test'

/** What became of imported files. */
export function importDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Imported', exact: true })
  return {
    dialog,
    section: (name: string) => dialog.getByRole('button', { name }),
    close: () => dialog.getByRole('button', { name: 'Close', exact: true }).click(),
  }
}
