import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { messyDesign } from '../model/testing/messyDesign.ts'
import { wildDesign } from '../model/testing/wildDesign.ts'
import { exportDesign } from './index.ts'
import { allExamples } from './testing/allExamples.ts'
import { danglingNames, unsetVariables } from './testing/danglingNames.ts'

const catalogue = await loadCatalogue()

/** Both formats write files that refer to nothing that they do not make or ask for. */
function isExported(design: Design): void {
  const templates = exportDesign(design, catalogue, 'cloudformation').files
  const scripts = exportDesign(design, catalogue, 'cli').files
  expect([templates[0]!.path, scripts[0]!.path]).toEqual(['README.md', 'README.md'])
  for (const { path, text } of templates) if (path.endsWith('.json')) expect(danglingNames(text)).toEqual([])
  for (const { path, text } of scripts) if (path.startsWith('create')) expect(unsetVariables(text)).toEqual([])
}

test('no construct of any kind makes an export throw or refer to nothing', () => {
  fc.assert(fc.property(wildDesign, isExported), { numRuns: 300 })
}, 300_000)

test.each(allExamples)(
  'nor do references that lead anywhere, in %s',
  (_, make) => {
    fc.assert(fc.property(messyDesign(make()), isExported), { numRuns: 40 })
  },
  120_000,
)
