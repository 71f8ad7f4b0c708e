import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits, type Construct, type Design, isEditRefused, parseDesignValue } from '../model/index.ts'
import { isField } from '../model/testing/isField.ts'
import { compileTopology } from '../topology/index.ts'
import { checks } from './checks.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const run = (design: Design) => runChecks({ design, topology: compileTopology(design, catalogue), catalogue })

/** Everything that the bad examples draw, in one list, to be mixed and spoilt. */
const drawn: readonly Construct[] = checks.flatMap((check) => Object.values(check.examples.bad().constructs))
const ids = [...new Set(drawn.map((construct) => construct.id))]
const junk = [
  '10.0.0.5/24',
  '/08',
  '300.1.1.1',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::1',
  '<b>x</b>',
  'blackhole',
  'x',
  'com.amazonaws.us-east-1.nothing',
]

/** The construct with some of its texts replaced by others: ids of anything, or what no field should hold. */
function spoil(value: unknown, pick: () => string | null): unknown {
  if (typeof value === 'string') return pick() ?? value
  if (Array.isArray(value)) return value.map((item) => spoil(item, pick))
  if (typeof value !== 'object' || value === null) return value
  const kept = new Set(['kind', 'id', 'protocol', 'action', 'runtime', 'operatingSystem', 'zones'])
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, kept.has(key) ? item : spoil(item, pick)]))
}

const texts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    fc.constantFrom(...junk),
  ),
  {
    minLength: 40,
    maxLength: 80,
  },
)
const designs = fc.tuple(fc.shuffledSubarray([...drawn], { maxLength: 60 }), texts).map(([chosen, replacements]) => {
  let next = 0
  const pick = () => replacements[next++ % replacements.length]!
  const constructs = new Map(chosen.map((one) => [one.id, spoil(one, pick)]))
  const result = parseDesignValue({
    format: 'hopwise-design',
    version: 1,
    title: 'Spoilt',
    constructs: [...constructs.values()],
  })
  return result.ok ? result.design : null
})

describe('runChecks', () => {
  it('gets through whatever is drawn: no check fails, every place is there, every fix can be applied', () => {
    let judged = 0
    fc.assert(
      fc.property(designs, (design) => {
        if (!design) return // a spoilt text that the schema itself refuses
        judged++
        for (const finding of run(design)) {
          expect(finding.message).not.toMatch(/failed on this design|undefined|\[object/)
          expect(new Set(finding.at.map((place) => JSON.stringify(place))).size, finding.check).toBe(finding.at.length)
          for (const { construct, path } of finding.at)
            if (construct !== '') {
              expect(design.constructs[construct], `${finding.check}: ${finding.message}`).toBeDefined()
              expect(isField(design.constructs[construct]!.kind, path), `${finding.check}: ${path.join('.')}`).toBe(
                true,
              )
            }
          for (const fix of finding.fixes)
            try {
              applyEdits(design, fix.edits)
            } catch (error) {
              throw new Error(
                `${finding.check}, ${fix.title}: ${isEditRefused(error) ? 'refused, ' : ''}${error instanceof Error ? error.message : error}`,
              )
            }
        }
      }),
      { numRuns: 200 },
    )
    expect(judged).toBeGreaterThan(20)
  })
})
