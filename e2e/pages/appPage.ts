import { expect, type Page } from '@playwright/test'
import { canvasPart } from './canvasPart.ts'
import { exportDialog } from './exportDialog.ts'
import { findingsPanel } from './findingsPanel.ts'
import { importDialog } from './importDialog.ts'
import { inspectorPanel } from './inspectorPanel.ts'
import { outlinePart } from './outlinePart.ts'
import { palettePart } from './palettePart.ts'
import { requestBar } from './requestBar.ts'
import { requestsPanel } from './requestsPanel.ts'
import { type GivenFile, startDialog } from './startDialog.ts'
import { topBar } from './topBar.ts'
import { tracePanel } from './tracePanel.ts'

export type AppPage = ReturnType<typeof appPage>

/** The whole page, part by part. Only the files in this folder know how its parts are found. */
export function appPage(page: Page) {
  const status = page.getByRole('contentinfo')
  return {
    page,
    start: startDialog(page),
    bar: topBar(page),
    palette: palettePart(page),
    outline: outlinePart(page),
    canvas: canvasPart(page),
    request: requestBar(page),
    inspector: inspectorPanel(page),
    trace: tracePanel(page),
    findings: findingsPanel(page),
    requests: requestsPanel(page),
    exports: exportDialog(page),
    imported: importDialog(page),
    /** The line at the foot of the page. */
    status,
    /** What was said last, as screen readers hear it. */
    said: (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }),
    async load() {
      await page.goto('/')
      await expect(page.getByLabel('Title of the design')).toBeVisible()
    },
    /** Lets files fall on the page, as from a folder. */
    async drop(files: readonly GivenFile[]) {
      const dataTransfer = await page.evaluateHandle((given) => {
        const transfer = new DataTransfer()
        for (const { name, text } of given) transfer.items.add(new File([text], name))
        return transfer
      }, files)
      await page.getByRole('main').dispatchEvent('drop', { dataTransfer })
    },
    /** Pastes a text where no field has the focus. */
    async pasteText(text: string) {
      await page.evaluate((pasted) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
    },
    /** Waits until the engine has answered what there was to answer. */
    async isSettled() {
      await expect(status).toContainText('Engine ready')
      await expect(status.locator('.animate-spin')).toHaveCount(0)
    },
    /** Waits until the browser has stored the work as it stands. */
    async isKept() {
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    },
  }
}
