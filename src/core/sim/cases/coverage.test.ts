import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { SYMPTOMS, VERDICT_KINDS } from '../../model/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { CODES, type Code, type Step, simulate, type Verdict } from '../index.ts'
import { designOfCase, readCases } from './testing/readCases.ts'

/** Every outcome that a kind of step can have. The compiler keeps this list whole. */
const OUTCOMES = {
  'resolve-name': {
    answered: true,
    'another-name': true,
    forwarded: true,
    'no-such-name': true,
    'no-answer': true,
    unknown: true,
  },
  filter: { permitted: true, denied: true, partly: true, remembered: true, unknown: true },
  'look-up-route': { matched: true, 'no-route': true, blackhole: true, ambiguous: true, 'not-routed': true },
  'hand-over': { delivered: true, forwarded: true, translated: true, refused: true, dropped: true, unknown: true },
  call: { made: true },
  'ask-policies': { allowed: true, denied: true, 'not-allowed': true, silent: true, unknown: true },
} as const satisfies { [K in Step['kind']]: Record<Extract<Step, { kind: K }>['outcome'], true> }

/** Codes that no case reaches, each with the reason: none. */
const NOT_REACHED: Partial<Record<Code, string>> = {}

const catalogue = await loadCatalogue()
const cases = readCases()
const verdicts: Verdict[] = []
for (const [file, one] of cases) {
  const topology = compileTopology(designOfCase(cases, file), catalogue)
  verdicts.push(...one.requests.map((asked) => simulate(topology, asked.request)))
}

it('reaches every outcome of every kind of step', () => {
  const steps = verdicts.flatMap((verdict) =>
    verdict.branches.flatMap((branch) => branch.legs.flatMap((leg) => leg.hops.flatMap((hop) => hop.steps))),
  )
  const reached = new Set(steps.map((step) => `${step.kind}: ${step.outcome}`))
  const wanted = Object.entries(OUTCOMES).flatMap(([kind, outcomes]) =>
    Object.keys(outcomes).map((outcome) => `${kind}: ${outcome}`),
  )
  expect(wanted.filter((one) => !reached.has(one))).toEqual([])
})

it('reaches every kind of verdict and every symptom', () => {
  expect(VERDICT_KINDS.filter((kind) => !verdicts.some((verdict) => verdict.kind === kind))).toEqual([])
  expect(SYMPTOMS.filter((symptom) => !verdicts.some((verdict) => verdict.symptom === symptom))).toEqual([])
})

it('reaches every code, but for those that are listed with their reason', () => {
  const reached = new Set<Code>()
  for (const { code, blockers, assumptions, gaps } of verdicts)
    for (const one of [{ code }, ...blockers, ...assumptions, ...gaps]) if (one.code) reached.add(one.code)
  const missing = (Object.keys(CODES) as Code[]).filter((code) => !reached.has(code))
  expect(missing.sort()).toEqual(Object.keys(NOT_REACHED).sort())
})
