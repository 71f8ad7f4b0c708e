import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { compileTopology } from '../topology/index.ts'
import { designOfCase, readCases } from './cases/testing/readCases.ts'
import { CODES, simulate, type Verdict } from './index.ts'
import { drawDesign } from './oracle/drawDesign.ts'

const catalogue = await loadCatalogue()

/** A blocker without its step, or with one that says something else, would lead a person astray. */
function checkBlockers(verdict: Verdict): void {
  for (const blocker of verdict.blockers) {
    const { branch, leg, hop, step } = blocker.step!
    const found = verdict.branches[branch]?.legs[leg]?.hops[hop]?.steps[step]
    // the DNS server's own trouble is told by the steps of the question; the blocker stands at its end
    expect([JSON.stringify(verdict.request), found?.code]).toEqual([JSON.stringify(verdict.request), blocker.code])
    expect(CODES[blocker.code].kind).toBe('blocker')
  }
  if (verdict.kind === 'fails' || verdict.kind === 'partly') {
    expect(verdict.code).toBe(verdict.blockers[0]?.code)
    expect(verdict.decidedBy).toEqual(verdict.blockers[0]?.decidedBy)
  } else expect(verdict.symptom).toBeNull()
  if (verdict.kind === 'succeeds') expect(verdict.blockers).toEqual([])
  if (verdict.kind !== 'cannot-tell')
    expect(verdict.branches.some((branch) => branch.kind === verdict.kind || verdict.kind === 'partly')).toBe(true)
}

it('leads from every blocker of the golden cases to the step that says so', () => {
  const cases = readCases()
  for (const [file, one] of cases) {
    const topology = compileTopology(designOfCase(cases, file), catalogue)
    for (const { request } of one.requests) checkBlockers(simulate(topology, request))
  }
})

it('does so on random designs too, with several interfaces, addresses and families', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const design = drawDesign(seed)
    const topology = compileTopology(design, catalogue)
    for (const from of Object.keys(design.constructs).filter((id) => id.startsWith('client-a')))
      for (const to of [
        's3.us-east-1.amazonaws.com',
        's3.dualstack.us-east-1.amazonaws.com',
        'host.example.com',
        'client-a1',
      ])
        checkBlockers(simulate(topology, { from, to, protocol: 'tcp', port: 443 }))
  }
})
