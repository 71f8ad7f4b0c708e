import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { runChecks } from '../../checks/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide, simulate } from '../index.ts'
import { compareVerdict } from './testing/compareVerdict.ts'
import { findStrayEvidence } from './testing/findStrayEvidence.ts'
import { designOfCase, readCases } from './testing/readCases.ts'

const catalogue = await loadCatalogue()
const cases = readCases()

it('finds the golden cases', () => {
  expect(cases.size).toBeGreaterThanOrEqual(600)
  expect([...cases.values()].reduce((sum, one) => sum + one.requests.length, 0)).toBeGreaterThanOrEqual(1050)
})

it('gives every case a name of its own', () => {
  const names = [...cases.values()].map((one) => one.name)
  expect(new Set(names).size).toBe(names.length)
})

for (const [file, one] of cases) {
  describe(`${one.name} (${file})`, () => {
    const design = designOfCase(cases, file)
    for (const asked of one.requests) {
      it(asked.id, () => {
        const topology = compileTopology(design, catalogue)
        const verdict = simulate(topology, asked.request)
        expect(compareVerdict(verdict, asked.expect)).toEqual([])
        expect(findStrayEvidence(design, verdict)).toEqual([])
        const fast = decide(topology, asked.request)
        expect(compareVerdict(fast, asked.expect)).toEqual([])
        expect([fast.kind, fast.code, fast.path, fast.via, fast.answers]).toEqual([
          verdict.kind,
          verdict.code,
          verdict.path,
          verdict.via,
          verdict.answers,
        ])
      })
    }
    const { has = [], hasNot = [] } = one.findings ?? {}
    it(`is reported by ${has.join(', ') || 'no error'}`, () => {
      const findings = runChecks({ design, topology: compileTopology(design, catalogue), catalogue })
      const found = new Set(findings.map((finding) => finding.check))
      expect(has.filter((id) => !found.has(id))).toEqual([])
      expect(hasNot.filter((id) => found.has(id))).toEqual([])
      // what AWS would refuse is refused on purpose, or the case stands on sand
      const errors = findings.filter((finding) => finding.severity === 'error' && !has.includes(finding.check))
      expect(errors.map((finding) => `${finding.check}: ${finding.message}`)).toEqual([])
    })
  })
}
