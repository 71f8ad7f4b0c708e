import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createNeedsPage, needsPath } from './writeNeeds.ts'

test('the page about workloads is that of the table; `npm run needs` writes it', async () => {
  expect(readFileSync(needsPath, 'utf8')).toBe(await createNeedsPage())
})
