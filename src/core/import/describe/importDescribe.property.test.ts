import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { parseDesign, serialiseDesign } from '../../model/index.ts'
import { decide } from '../../sim/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { STUMBLED } from '../assemble.ts'
import { reportLines } from '../report.ts'
import type { SourceFile } from '../unpack.ts'
import { exampleFolder } from './testing/exampleFolder.ts'
import { importTexts } from './testing/importTexts.ts'

const FOLDER = exampleFolder()
const catalogue = await loadCatalogue()
/** Many imports each: a busy machine needs longer than the usual time. */
const patience = { timeout: 300_000 }

/** What a broken tool, a careless edit or a cut-off transfer puts where something else should be. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    4.5,
    1e300,
    '',
    ' ',
    '65536',
    '-1',
    'constructor',
    '__proto__',
    'blackhole',
    [],
    {},
    [null],
    [[]],
  ),
  fc.constantFrom<unknown>('x'.repeat(300), '\u0000\u202e', '10.0.0.0/99', 'vpc-a', 'eni-web', 'tgw-1', 'arn:aws:ec2', {
    Value: {},
  }),
  fc.jsonValue({ maxDepth: 2 }),
)
type Wound = {
  readonly file: number
  readonly steps: readonly number[]
  readonly junk: unknown
  readonly how: 'put' | 'delete' | 'repeat' | 'cut'
}
const wound: fc.Arbitrary<Wound> = fc.record({
  file: fc.nat(FOLDER.length - 1),
  steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  junk,
  how: fc.constantFrom('put', 'put', 'delete', 'repeat', 'cut'),
})

function mutilate(files: readonly SourceFile[], { file, steps, junk: given, how }: Wound): readonly SourceFile[] {
  const { path, text } = files[file]!
  if (how === 'cut')
    return files.with(file, {
      path,
      text: text.slice(0, steps.reduce((sum, step) => sum * 41 + step, 0) % (text.length + 1)),
    })
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return files
  }
  let at = root as Record<string, unknown> | unknown[]
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(at)
    if (keys.length === 0) break
    const key = keys[step % keys.length]!
    const inner = (at as Record<string, unknown>)[key]
    const isContainer = typeof inner === 'object' && inner !== null
    if (depth < steps.length - 1 && isContainer) {
      at = inner as Record<string, unknown>
      continue
    }
    if (how === 'delete' && !Array.isArray(at)) delete at[key]
    else if (how === 'repeat' && Array.isArray(at)) at.push(inner)
    else (at as Record<string, unknown>)[key] = given
    break
  }
  return files.with(file, { path, text: JSON.stringify(root) })
}

function expectWhole(files: readonly SourceFile[]) {
  const { design, report } = importTexts(files)
  const read = parseDesign(serialiseDesign(design))
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  expect(reportLines(report).length).toBeGreaterThan(0)
  expect(report.files).toBe(files.length)
  expect(report.notes.filter(({ message }) => message.startsWith(STUMBLED))).toEqual([])
  return design
}

test('a folder that is damaged anywhere gives a design and a report, never an error', patience, () => {
  fc.assert(
    fc.property(fc.array(wound, { minLength: 1, maxLength: 6 }), (wounds) => {
      expectWhole(wounds.reduce(mutilate, FOLDER))
    }),
    { numRuns: 60 },
  )
})
test('what comes of a damaged folder can be asked', patience, () => {
  fc.assert(
    fc.property(fc.array(wound, { minLength: 1, maxLength: 4 }), (wounds) => {
      const topology = compileTopology(expectWhole(wounds.reduce(mutilate, FOLDER)), catalogue)
      for (const [from, to] of [
        ['i-web', '10.0.2.20'],
        ['eni-guest', '8.8.8.8'],
        ['internet', '198.51.100.7'],
        ['i-web', '10.0.2.31'],
      ] as const)
        expect(['succeeds', 'partly', 'fails', 'cannot-tell']).toContain(
          decide(topology, { from, to, protocol: 'tcp', port: 443 }).kind,
        )
    }),
    { numRuns: 15 },
  )
})
test('any JSON at all gives a design and a report', patience, () => {
  const files = fc.array(
    fc.record({ path: fc.string({ maxLength: 40 }), text: fc.oneof(fc.json({ maxDepth: 4 }), fc.string()) }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(files, (given) => void expectWhole(given)),
    { numRuns: 60 },
  )
})
test('the order of the files does not matter', patience, () => {
  const plain = serialiseDesign(importTexts(FOLDER).design)
  fc.assert(
    fc.property(fc.shuffledSubarray([...FOLDER], { minLength: FOLDER.length }), (files) => {
      expect(serialiseDesign(importTexts(files).design)).toBe(plain)
    }),
    { numRuns: 8 },
  )
})
