import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { runChecks } from '../checks/index.ts'
import { lintWith } from '../export/testing/lintWith.ts'
import { needTool } from '../export/testing/needTool.ts'
import { withFiles } from '../export/testing/withFiles.ts'
import type { Design } from '../model/index.ts'
import { compileTopology } from '../topology/index.ts'
import { reviseTemplate } from './reviseTemplate.ts'
import { editLikePeople, TURNS } from './testing/editLikePeople.ts'
import { designOf, templateSources } from './testing/sources.ts'

const catalogue = await loadCatalogue()

/** What nothing uses any more: it stays, since files of parameters and other stacks name it. */
const UNUSED: ReadonlySet<string> = new Set(['W2001', 'W7001', 'W8001'])

const errorsOf = (design: Design): number =>
  runChecks({ design, catalogue, topology: compileTopology(design, catalogue) }).filter(
    ({ severity }) => severity === 'error',
  ).length

/** Codes of what cfn-lint finds, by file, with how often. */
function findingsOf(files: readonly { readonly path: string; readonly text: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  withFiles(files, (folder) => {
    const found = lintWith('cfn-lint', [
      '-c',
      'I',
      '--format',
      'parseable',
      '-t',
      ...files.map(({ path }) => join(folder, path)),
    ])
    for (const line of found.split('\n').filter((one) => one !== '')) {
      const key = line.slice(folder.length + 1).replace(/^([^:]+)(?::\d+){4}:([A-Z]\d+):.*$/, '$1: $2')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  })
  return counts
}

test('cfn-lint finds no more in a changed template than in what was there', { timeout: 600_000 }, (context) => {
  needTool(context, 'cfn-lint', ['cfn-lint', '--version'])
  const before: { path: string; text: string }[] = []
  const after: { path: string; text: string }[] = []
  for (const [index, [name, given]] of templateSources(catalogue).entries()) {
    const design = designOf(given, catalogue)
    for (const [at, what] of TURNS.entries()) {
      const drawn = editLikePeople(design, { what, a: index * 7 + at * 31, b: index * 13 + at * 17 })
      if ((index + at) % 3 !== 0) continue
      // a design that is at fault makes a template that is
      if (drawn === design || errorsOf(drawn) > errorsOf(design)) continue
      const revision = reviseTemplate(drawn, catalogue)
      if (typeof revision === 'string') throw new Error(revision)
      for (const file of revision.files) {
        if (file.before === file.after) continue
        const path = `${name.replaceAll(/[^\w.-]/g, '-')}-${what}/${file.path.split('/').at(-1)}`
        before.push({ path, text: file.before })
        after.push({ path, text: file.after })
      }
    }
  }
  expect(after.length).toBeGreaterThan(60)
  const [old, now] = [findingsOf(before), findingsOf(after)]
  expect(
    [...now]
      .filter(([key, count]) => count > (old.get(key) ?? 0) && !UNUSED.has(key.split(': ')[1]!))
      .map(([key]) => key),
  ).toEqual([])
})
