import type { Design } from '../../../model/index.ts'
import type { Origin } from '../../../topology/index.ts'
import type { Verdict } from '../../verdict.ts'

/** Everything by which a verdict would lead a person astray: a blocker without its step, evidence that is nowhere in the design, a hop named otherwise than what it is at. */
export function findStrayEvidence(design: Design, verdict: Verdict): readonly string[] {
  const problems: string[] = []
  const check = (what: string, origin: Origin | null) => {
    if (origin && !isInDesign(design, origin)) problems.push(`${what}: ${JSON.stringify(origin)} is not in the design`)
  }
  for (const { code, decidedBy, step } of verdict.blockers) {
    const found = step && verdict.branches[step.branch]?.legs[step.leg]?.hops[step.hop]?.steps[step.step]
    if (found?.code !== code) problems.push(`${code}: its step says ${found?.code}`)
    // the answer of a wrong family is nobody's; the step names the record, or the host, that gave it
    if (found && decidedBy && JSON.stringify(found.evidence.decidedBy) !== JSON.stringify(decidedBy))
      problems.push(`${code}: its step names ${JSON.stringify(found.evidence.decidedBy)}`)
    check(code, decidedBy)
  }
  for (const { code, at } of [...verdict.gaps, ...verdict.assumptions]) check(code, at)
  for (const { hops } of verdict.branches.flatMap(({ legs }) => legs))
    hops.forEach(({ at, label, steps }, index) => {
      const before = hops[index - 1]
      if (before && before.at === at && before.label === label) problems.push(`“${label}” is entered twice in a row`)
      if (at !== null && design.constructs[at] && design.constructs[at].name !== label)
        problems.push(`“${label}” is not the name of ${at}`)
      for (const { kind, evidence } of steps)
        for (const origin of [evidence.decidedBy, ...evidence.considered]) check(kind, origin)
    })
  return problems
}

function isInDesign(design: Design, { construct, path }: Origin): boolean {
  let value: unknown = design.constructs[construct]
  for (const key of path) {
    // a statement stands in the text of its policy
    if (typeof value === 'string' && key === 'Statement') value = JSON.parse(value)
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = Object.entries(value).find(([name]) => name === String(key))?.[1]
  }
  return value !== undefined
}
