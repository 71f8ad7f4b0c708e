import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { readTemplate } from '../import/cloudformation/template/readTemplate.ts'
import { importSource } from '../import/index.ts'
import { parseFile } from '../import/parseFile.ts'
import type { Design } from '../model/index.ts'
import { decide } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { reviseTemplate } from './reviseTemplate.ts'
import { editLikePeople, TURNS, type Turn } from './testing/editLikePeople.ts'
import { designOf, templateSources } from './testing/sources.ts'
import type { Revision } from './types.ts'

const catalogue = await loadCatalogue()
const sources = templateSources(catalogue).map(([name, files]) => ({ name, files, design: designOf(files, catalogue) }))

function revised(design: Design): Revision {
  const revision = reviseTemplate(design, catalogue)
  if (typeof revision === 'string') throw new Error(revision)
  return revision
}

describe('a design that was not changed gives its template back, byte for byte', () => {
  test.each(sources)('$name', ({ files, design }) => {
    const { files: after, changes, leftOver, questions } = revised(design)
    for (const file of after) expect(file.after).toBe(file.before)
    expect(after.map(({ path }) => path).every((path) => files.some((file) => file.path === path))).toBe(true)
    expect([changes, leftOver, questions]).toEqual([[], [], []])
  })
})

const turn: fc.Arbitrary<Turn> = fc.record({ what: fc.constantFrom(...TURNS), a: fc.nat(999), b: fc.nat(999) })
const edited = fc
  .record({ source: fc.constantFrom(...sources), turns: fc.array(turn, { minLength: 1, maxLength: 3 }) })
  .map(({ source, turns }) => ({ ...source, turns, drawn: turns.reduce(editLikePeople, source.design) }))

/** What tells a verdict, without the ids that a template gives anew. */
const verdictOf = (design: Design, from: string, to: string) => {
  const { kind, symptom, path } = decide(compileTopology(design, catalogue), { from, to, protocol: 'tcp', port: 443 })
  return { kind, symptom, path }
}

test('a design that was changed is in its template, or what is not is told', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(edited, ({ design, drawn }) => {
      const revision = revised(drawn)
      const again = importSource(revision.source, catalogue)
      if (typeof again === 'string') throw new Error(again)
      // what is written reads as well as what was there
      for (const { path, after } of revision.files)
        expect(parseFile({ path, text: after.replace(/^\ufeff/, '') }).problem).toBeNull()
      linesStay(revision)
      if (revision.leftOver.length > 0) return
      const clients = Object.values(design.constructs).filter(
        ({ kind, id }) => kind === 'client' && drawn.constructs[id],
      )
      for (const { id } of clients.slice(0, 3))
        for (const to of [...clients.slice(0, 3).map((one) => one.id), 's3.us-east-1.amazonaws.com', '198.51.100.7'])
          expect(verdictOf(again, id, to)).toEqual(verdictOf(drawn, id, to))
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  )
})

/** What is not said to change stands there as it did, letter by letter: resources with their comments, parameters, all that is before them. */
function linesStay({ files, changes }: Revision): void {
  for (const { path, before, after } of files) {
    const changed = new Set(changes.filter(({ file }) => file === path).map(({ logicalId }) => logicalId))
    for (const { section, name, text } of blocksOf(path, before)) {
      // a resource waits no more for one that went, and an output goes with it
      const isTold = section === 'Outputs' || changed.has(name) || [...changed].some((one) => isWaitingFor(text, one))
      const kept = text.replace(/[\s,{}[\]]*$/, '')
      if (!isTold) expect(after.includes(kept) ? '' : `${path} ${section}/${name}: ${kept}`).toBe('')
    }
  }
}
const isWaitingFor = (text: string, name: string): boolean => text.includes('DependsOn') && text.includes(name)

/** The lines of each thing that a section names; of what stands outside of them too. */
function blocksOf(path: string, text: string): readonly { section: string; name: string; text: string }[] {
  const { lines } = readTemplate(parseFile({ path, text: text.replace(/^\ufeff/, '') }))
  const starts = new Map([...lines].map(([key, line]) => [line, key]))
  const blocks = [{ section: '', name: '', text: '' }]
  for (const [at, line] of text.split('\n').entries()) {
    const key = starts.get(at + 1)
    const isHead = /^(?: {2})?"?[A-Z]\w*"?:/.test(line) && !starts.has(at + 1) && /^(?: {2}")?[A-Z]/.test(line)
    if (key !== undefined) blocks.push({ section: key.split('/')[0]!, name: key.slice(key.indexOf('/') + 1), text: '' })
    else if (isHead) blocks.push({ section: line.replace(/[^A-Za-z]/g, ''), name: '', text: '' })
    blocks.at(-1)!.text += `${line}\n`
  }
  return blocks
}
