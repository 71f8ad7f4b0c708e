import type { Page } from '@playwright/test'
import { readDownload } from './readDownload.ts'

/** The design as templates, modules and scripts. */
export function exportDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const download = async (button: string) => {
    const started = page.waitForEvent('download')
    await dialog.getByRole('button', { name: button, exact: true }).click()
    const file = await started
    return { name: file.suggestedFilename(), bytes: await readDownload(file) }
  }
  return {
    dialog,
    open: () => page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click(),
    close: () => dialog.getByRole('button', { name: 'Close', exact: true }).click(),
    format: (name: 'CloudFormation' | 'Terraform' | 'AWS CLI') => dialog.getByRole('tab', { name }),
    file: (path: string) =>
      dialog.getByRole('navigation', { name: 'Files' }).getByRole('button', { name: path, exact: true }),
    files: dialog.getByRole('navigation', { name: 'Files' }).getByRole('button'),
    preview: dialog.getByRole('region', { name: 'Preview' }).locator('pre'),
    copy: dialog.getByRole('button', { name: /^Copy/ }),
    downloadShown: () => download('Download'),
    downloadZip: () => download('Download all as zip'),
  }
}
