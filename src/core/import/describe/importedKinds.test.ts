import { expect, test } from 'vitest'
import { constructKinds, definitions } from '../../model/index.ts'
import { READERS } from './readers.ts'
import { exampleFolder } from './testing/exampleFolder.ts'
import { importTexts } from './testing/importTexts.ts'

const importedAs = (kind: (typeof constructKinds)[number]) => definitions[kind].imported

test('what a kind is said to be imported from has a reader', () => {
  const keys = READERS.filter(({ read }) => read).map(({ key }) => key)
  for (const kind of constructKinds) {
    const key = importedAs(kind)
    if (key !== null && key !== 'along') expect(keys, kind).toContain(key)
  }
})

test('an import makes no kind that is said to be imported from nothing', () => {
  const made = new Set(Object.values(importTexts(exampleFolder()).design.constructs).map(({ kind }) => kind))
  expect(made.size).toBeGreaterThan(30)
  for (const kind of made) expect(importedAs(kind), kind).not.toBeNull()
})
