import type { Page } from '@playwright/test'

/** The design as a tree of lines. */
export function outlinePart(page: Page) {
  const tree = page.getByRole('tree', { name: 'Outline of the design' })
  return {
    tree,
    line: (name: string) => tree.getByRole('treeitem', { name }),
  }
}
