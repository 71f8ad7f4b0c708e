import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import { HOSTILE_NAMES } from '../testing/exampleDesigns.ts'
import { needTool } from '../testing/needTool.ts'
import { withFiles } from '../testing/withFiles.ts'
import { quoteHcl, writtenAs } from './quoteHcl.ts'

const catalogue = await loadCatalogue()
const terraform = (args: readonly string[], cwd: string, input = '') =>
  spawnSync('terraform', args, { cwd, input, encoding: 'utf8', maxBuffer: 1 << 26 })

describe.each(allExamples)('%s', (_, make) => {
  test('terraform would format nothing otherwise', (context) => {
    needTool(context, 'terraform', ['terraform', 'version'])
    withFiles(exportDesign(make(), catalogue, 'terraform').files, (folder) => {
      const { status, stdout } = terraform(['fmt', '-check', '-diff', '-recursive', '-no-color'], folder)
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    })
  }, 60_000)
})

test('terraform reads back every text, whatever is in it', (context) => {
  needTool(context, 'terraform', ['terraform', 'version'])
  const made = fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), 300)
  const marked = fc.sample(fc.stringMatching(/^([$%{}"\\~nu0-9]|\$\{|%\{){1,12}$/), 300)
  const texts = [
    ...HOSTILE_NAMES,
    ...['$', '$$', '$$$', '%%'].map((marks) => `${marks}{x}`),
    '%%{if}',
    ['%$', '{'].join('$'),
    '\ud800',
    'e\u0301',
    '\u202e',
    ...made,
    ...marked,
  ]
  withFiles([{ path: 'main.tf', text: '' }], (folder) => {
    const { stdout, stderr } = terraform(
      ['console'],
      folder,
      `base64encode(jsonencode([${texts.map(quoteHcl).join(', ')}]))\n`,
    )
    expect(stderr).not.toContain('Error')
    expect(JSON.parse(Buffer.from(JSON.parse(stdout), 'base64').toString())).toEqual(texts.map(writtenAs))
  })
}, 60_000)
