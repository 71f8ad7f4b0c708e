import { expect, type Page } from '@playwright/test'

/** A file as it is handed to the page. */
export interface GivenFile {
  readonly name: string
  readonly text: string
}

/** The dialog in which every design begins. */
export function startDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Start a design' })
  const opener = page.getByRole('button', { name: 'Start: new, open or template' })
  const show = async () => {
    // The first visit shows it by itself, and may do so in the very moment of a click on the button.
    await expect(async () => {
      if (!(await dialog.isVisible())) await opener.click({ timeout: 1000 })
      await expect(dialog).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 30_000 })
  }
  const chooseAnd = async (name: string) => {
    await show()
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  const give = async ({ name, text }: GivenFile) => {
    await show()
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
    await dialog.locator('input[type=file]').setInputFiles(file)
  }
  return {
    dialog,
    show,
    chooseBlank: () => chooseAnd('New blank design'),
    openTemplate: (title: string) => chooseAnd(`Open: ${title}`),
    openTemplateAndAsk: (title: string) => chooseAnd(`Open and ask: ${title}`),
    templateTitles: () => dialog.getByRole('listitem').getByRole('heading', { level: 4 }).allTextContents(),
    /** Chooses a file that is a design, and waits until it is open. */
    async openFile(file: GivenFile) {
      await give(file)
      await expect(dialog).toBeHidden({ timeout: 30_000 })
    },
    /** Chooses a file that is no text. */
    giveBytes: (name: string, bytes: Uint8Array) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) }),
    /** Chooses a file that is none: the dialog stays. */
    giveFile: give,
    /** The copies that the browser kept of earlier work. */
    keptCopy: (title: string) =>
      dialog
        .getByRole('listitem')
        .filter({ hasText: title })
        .filter({ has: page.getByRole('button', { name: `Download ${title} as it is` }) }),
    removeCopy: (title: string) => dialog.getByRole('button', { name: `Remove ${title}`, exact: true }),
    /** What is asked before a copy is removed. */
    removal: (answer: 'Download, then remove' | 'Remove' | 'Keep') =>
      dialog.getByRole('button', { name: answer, exact: true }),
    close: () => dialog.getByRole('button', { name: 'Close', exact: true }).click(),
  }
}
