import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCycles } from './findCycles.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cycles-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test('files that import each other are found, types and lazy imports included', () => {
  plant('a.ts', "import type { B } from './parts/b.ts'\nexport type A = B\n")
  plant('parts/b.ts', "export type B = string\nexport const c = () => import('../c.ts')\n")
  plant('c.ts', "export type { A } from './a.ts'\n")
  plant('d.ts', "import './a.ts'\n")
  expect(findCycles(root)).toEqual([['a.ts', 'parts/b.ts', 'c.ts']])
})
test('a file that imports itself is a cycle of one', () => {
  plant('a.ts', "export * from './a.ts'\n")
  expect(findCycles(root)).toEqual([['a.ts']])
})
test('of several circles through one file the shortest is told', () => {
  plant('a.ts', "import './b.ts'\nimport './c.ts'\n")
  plant('b.ts', "import './c.ts'\n")
  plant('c.ts', "import './a.ts'\n")
  expect(findCycles(root)[0]).toEqual(['a.ts', 'c.ts'])
})
test('two ways to one file are no cycle', () => {
  plant('a.ts', "import './b.ts'\nimport './c.ts'\n")
  plant('b.ts', "import './c.ts'\n")
  plant('c.ts', 'export const c = 1\n')
  expect(findCycles(root)).toEqual([])
})
