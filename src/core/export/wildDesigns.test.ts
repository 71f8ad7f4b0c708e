import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { messyDesign } from '../model/testing/messyDesign.ts'
import { wildDesign } from '../model/testing/wildDesign.ts'
import { exportDesign } from './index.ts'
import { allExamples } from './testing/allExamples.ts'
import { danglingNames, unsetIds, unsetVariables } from './testing/danglingNames.ts'
import { judgeModule } from './testing/judgeModule.ts'
import { problemsInPowerShell } from './testing/parsePowerShell.ts'
import { readModules } from './testing/readModule.ts'

const catalogue = await loadCatalogue()

/** Templates and scripts refer to nothing that they do not make or ask for. */
function isExported(design: Design): void {
  const templates = exportDesign(design, catalogue, 'cloudformation').files
  const scripts = exportDesign(design, catalogue, 'cli').files
  const cmdlets = exportDesign(design, catalogue, 'powershell').files
  expect([templates, scripts, cmdlets].map(([first]) => first!.path)).toEqual(['README.md', 'README.md', 'README.md'])
  for (const { path, text } of templates) if (/^template.*json$/.test(path)) expect(danglingNames(text)).toEqual([])
  for (const { path, text } of scripts) if (path.startsWith('create')) expect(unsetVariables(text)).toEqual([])
  for (const { path, text } of cmdlets)
    if (path.startsWith('create')) {
      expect([unsetIds(text), problemsInPowerShell(text)]).toEqual([[], []])
      expect(text).not.toContain('cannot be said in PowerShell yet')
    }
}

/** Modules are read by a parser that is not ours, which takes its time: fewer of them. */
async function isModule(design: Design): Promise<void> {
  const { files } = exportDesign(design, catalogue, 'terraform')
  expect(files[0]!.path).toBe('README.md')
  expect((await readModules(files)).flatMap(judgeModule)).toEqual([])
}

test('no construct of any kind makes an export throw or refer to nothing', () => {
  fc.assert(fc.property(wildDesign, isExported), { numRuns: 150 })
}, 300_000)

test('nor one of Terraform', () => fc.assert(fc.asyncProperty(wildDesign, isModule), { numRuns: 30 }), 120_000)

test.each(allExamples)(
  'nor do references that lead anywhere, in %s',
  (_, make) => {
    fc.assert(fc.property(messyDesign(make()), isExported), { numRuns: 20 })
  },
  120_000,
)

test.each(allExamples)(
  'nor such ones in modules, in %s',
  (_, make) => fc.assert(fc.asyncProperty(messyDesign(make()), isModule), { numRuns: 5 }),
  120_000,
)
