import type { Page } from '@playwright/test'

/** Everything that can be placed. */
export function palettePart(page: Page) {
  const palette = page.getByRole('navigation', { name: 'Constructs' })
  return {
    filter: palette.getByRole('searchbox'),
    item: (title: string) => palette.getByRole('button', { name: title, exact: true }),
  }
}
