import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLayerBreaks } from './findLayerBreaks.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test('an upward import is found and named', () => {
  plant('core/net/a.ts', "import { b } from '../sim/b.ts'\nexport const a = b\n")
  plant('core/sim/b.ts', 'export const b = 1\n')
  const report = findLayerBreaks(root)
  expect(report.seen).toBe(2)
  expect(report.breaks).toEqual(['src/core/net/a.ts: imports core/sim/b.ts, which is above it'])
})
test('type imports, re-exports and lazy imports count', () => {
  plant(
    'core/net/a.ts',
    "import type { B } from '../sim/b.ts'\nexport { b } from '../sim/b.ts'\nexport const c = (): Promise<B> => import('../sim/b.ts')\n",
  )
  plant('core/sim/b.ts', 'export const b = 1\nexport type B = unknown\n')
  expect(findLayerBreaks(root).breaks).toHaveLength(3)
})
test('panels do not import each other', () => {
  plant('ui/trace/A.tsx', "import { B } from '../inspector/B.tsx'\nexport const A = B\n")
  plant('ui/inspector/B.tsx', 'export const B = 1\n')
  expect(findLayerBreaks(root).breaks[0]).toContain('which is beside it')
})
test('no export format imports another', () => {
  plant('core/export/cli/a.ts', "import { b } from '../cloudformation/b.ts'\nexport const a = b\n")
  plant('core/export/cloudformation/b.ts', 'export const b = 1\n')
  plant('core/export/index.ts', "import { a } from './cli/a.ts'\nexport const c = a\n")
  expect(findLayerBreaks(root).breaks).toEqual([
    'src/core/export/cli/a.ts: imports core/export/cloudformation/b.ts, which is beside it',
  ])
})
test('inside of the export nothing reaches up to a format', () => {
  plant('core/export/plan/a.ts', "import { b } from '../aws/b.ts'\nexport const a = b\n")
  plant('core/export/aws/b.ts', "import { c } from '../index.ts'\nexport const b = c\n")
  plant('core/export/index.ts', 'export const c = 1\n')
  expect([...findLayerBreaks(root).breaks].sort()).toEqual([
    'src/core/export/aws/b.ts: imports core/export/index.ts, which is above it',
    'src/core/export/plan/a.ts: imports core/export/aws/b.ts, which is above it',
  ])
})
test('a package belongs to its owner', () => {
  plant('ui/trace/A.tsx', "import { ReactFlow } from '@xyflow/react'\nexport const A = ReactFlow\n")
  expect(findLayerBreaks(root).breaks[0]).toContain('ui/canvas own')
})
test('the page computes no verdict', () => {
  plant('ui/trace/A.tsx', "import { simulate } from '../../core/sim/index.ts'\nexport const A = simulate\n")
  plant('core/sim/index.ts', 'export const simulate = 1\n')
  expect(findLayerBreaks(root).breaks[0]).toContain('the page computes no verdict')
})
test('from outside the core is entered by its doors', () => {
  plant(
    'state/a.ts',
    "import { b } from '../core/model/b.ts'\nexport { c } from '../core/model/index.ts'\nexport const a = b\n",
  )
  plant('core/model/b.ts', 'export const b = 1\n')
  plant('core/model/index.ts', "export { b as c } from './b.ts'\n")
  expect(findLayerBreaks(root).breaks).toEqual([
    'src/state/a.ts: imports core/model/b.ts past the door of its folder, index.ts',
  ])
})
test('inside of the core a file is imported, not a door', () => {
  plant('core/model/a.ts', "import { b } from '../net/index.ts'\nexport const a = b\n")
  plant('core/net/index.ts', "export { b } from './b.ts'\n")
  plant('core/net/b.ts', 'export const b = 1\n')
  expect(findLayerBreaks(root).breaks).toEqual([
    'src/core/model/a.ts: imports the door core/net/index.ts: inside of the core files are imported',
  ])
})
test('where things are drawn means nothing to topology and simulator', () => {
  plant('core/topology/a.ts', "import { b } from '../layout/b.ts'\nexport const a = b\n")
  plant('core/layout/b.ts', 'export const b = 1\n')
  expect(findLayerBreaks(root).breaks).toEqual([
    'src/core/topology/a.ts: imports core/layout/b.ts; core/topology never imports core/layout',
  ])
})
test('the core knows neither the clock nor chance', () => {
  plant('core/net/a.ts', 'export const a = () => Math.random()\n')
  plant('core/net/b.ts', 'export const b = () => new Date()\n')
  expect(findLayerBreaks(root).breaks).toHaveLength(2)
})
test('a downward import is fine', () => {
  plant('core/sim/b.ts', "import { a } from '../net/a.ts'\nexport const b = a\n")
  plant('core/net/a.ts', 'export const a = 1\n')
  expect(findLayerBreaks(root)).toEqual({ seen: 2, imports: 1, breaks: [] })
})
