import { expect, type Page } from '@playwright/test'
import { sidePanel } from './sidePanel.ts'

/** The field of a policy, and the editor that it opens: `Policy of S3 gateway`. */
export function policyEditor(page: Page, title: string) {
  const panel = sidePanel(page)
  const dialog = page.getByRole('dialog', { name: title })
  const text = page.getByRole('textbox', { name: title })
  const strip = page.getByRole('region', { name: 'What the draft would change' })
  const suggestions = page.getByRole('listbox').getByRole('option')
  const open = panel.getByRole('button', { name: new RegExp(`^(?:Edit|Write|Close) ${title}$`) })
  return {
    dialog,
    /** The text that is being written. */
    text,
    strip,
    open,
    enlarge: page.getByRole('button', { name: `${title} in a large editor` }),
    draftMark: panel.getByText('Draft', { exact: true }),
    begin: page.getByRole('button', { name: 'Begin with a statement' }),
    format: page.getByRole('button', { name: 'Format', exact: true }),
    apply: page.getByRole('button', { name: 'Apply', exact: true }),
    discard: page.getByRole('button', { name: 'Discard the draft' }),
    remarks: page.getByRole('list', { name: 'Remarks' }).getByRole('listitem'),
    /** Lines with a mark for something that is wrong with them. */
    markedLines: page.locator('.cm-lint-marker'),
    suggestions,
    /** Takes the first word that is offered. */
    async take(word: string) {
      await expect(suggestions.first()).toContainText(word)
      // the list takes no key in its first moment: it may have come under the hands of somebody who types
      await page.waitForTimeout(120)
      await page.keyboard.press('Enter')
    },
    /** Waits until the draft has been tried. */
    async isTried() {
      await expect(strip).toBeVisible()
      await expect(strip).not.toContainText('Trying')
    },
    /** Puts a text in place of what stands there, as somebody pastes it. */
    async replace(next: string) {
      await text.focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(next)
    },
  }
}
