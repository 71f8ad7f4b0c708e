import type { Page } from '@playwright/test'
import { readDownload } from './readDownload.ts'

/** What belongs to the design as a whole: title, history, file, theme. */
export function topBar(page: Page) {
  const bar = page.getByRole('banner')
  const button = (name: string | RegExp) => bar.getByRole('button', { name })
  return {
    title: bar.getByLabel('Title of the design'),
    undo: button(/^Undo/),
    redo: button(/^Redo/),
    help: button('Help and shortcuts'),
    rail: button(/palette and outline/),
    /** The text of the file that the person gets. */
    async saveFile(): Promise<string> {
      const download = page.waitForEvent('download')
      await button('Download the design as a file').click()
      // Chromium drops what is beyond ten downloads in a second
      await page.waitForTimeout(150)
      return (await readDownload(await download)).toString('utf8')
    },
    async chooseTheme(theme: 'As the system' | 'Light' | 'Dark') {
      await button('Theme').click()
      await page.getByRole('menuitemradio', { name: theme }).click()
    },
  }
}
