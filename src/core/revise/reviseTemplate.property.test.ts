import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { readTemplate } from '../import/cloudformation/template/readTemplate.ts'
import { importSource } from '../import/index.ts'
import { parseFile } from '../import/parseFile.ts'
import type { Design } from '../model/index.ts'
import { decide } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { diffLines } from './lines/diffLines.ts'
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
    { numRuns: 60 },
  )
})

/** Every line that goes is of a resource, a parameter or a mapping that is said to change, waits for one, or tells of one. */
function linesStay({ files, changes }: Revision): void {
  for (const { path, before, after } of files) {
    const changed = new Set(changes.filter(({ file }) => file === path).map(({ logicalId }) => logicalId))
    const owners = ownersOf(path, before)
    for (const { oldStart, lines } of diffLines(before, after)) {
      let at = oldStart - 1
      for (const { kind, text } of lines) {
        if (kind === 'gone') {
          const { section, name } = owners[at]!
          const isTold =
            section === 'Outputs' ||
            /DependsOn/.test(text) ||
            // what was waited for
            changed.has(text.replace(/[\s"',-]/g, '')) ||
            /^[\s{}[\],]*$/.test(text) ||
            changed.has(name) ||
            isLastOf(owners, at)
          expect(isTold ? '' : `${path}:${at + 1} ${section}/${name}: ${text}`).toBe('')
        }
        if (kind !== 'new') at++
      }
    }
  }
}

type Owner = { readonly section: string; readonly name: string }
/** A comma or a bracket more behind what was the last: JSON has it on that line. */
const isLastOf = (owners: readonly Owner[], at: number): boolean =>
  owners[at + 1]?.name !== owners[at]?.name || owners[at]!.name === ''

/** Whose each line is. */
function ownersOf(path: string, text: string): readonly Owner[] {
  const { lines } = readTemplate(parseFile({ path, text: text.replace(/^\ufeff/, '') }))
  const starts = new Map([...lines].map(([key, line]) => [line, key]))
  let owner: Owner = { section: '', name: '' }
  return text.split('\n').map((line, at) => {
    const key = starts.get(at + 1)
    if (key !== undefined) owner = { section: key.split('/')[0]!, name: key.slice(key.indexOf('/') + 1) }
    else if (/^\S/.test(line) && !/^[#}\]]/.test(line)) owner = { section: line.split(':')[0]!, name: '' }
    return owner
  })
}
