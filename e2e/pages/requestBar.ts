import { expect, type Page } from '@playwright/test'

/** The question over the canvas, and its answer in a line. */
export function requestBar(page: Page) {
  const section = page.getByRole('region', { name: 'Request' })
  const from = section.getByRole('combobox', { name: 'From' })
  const to = section.getByRole('combobox', { name: /^Destination/ })
  const port = section.getByLabel('Port')
  return {
    section,
    from,
    to,
    port,
    protocol: section.getByLabel('Protocol'),
    options: page.getByRole('option'),
    /** A part of the call: `Action`, `Resource`, `Principal`. */
    callPart: (name: string) => section.getByRole('combobox', { name, exact: true }),
    addCall: section.getByRole('button', { name: 'and call …' }),
    askButton: section.getByRole('button', { name: 'Ask', exact: true }),
    pin: section.getByRole('button', { name: /^Pin this request/ }),
    problem: section.getByRole('alert'),
    /** Verdict in a few words; shown again with every answer. */
    headline: section.locator('button[data-tip^="From "]'),
    /** The entry that decided, as a link to it. */
    decidedBy: section
      .getByText(/^decided by/)
      .locator('..')
      .getByRole('button'),
    async ask(who: string, destination: string) {
      await from.fill(who)
      await from.press('Enter')
      await expect(from).toHaveValue(who)
      await to.fill(destination)
      await to.press('Enter')
      await expect(to).not.toHaveValue('')
    },
  }
}
