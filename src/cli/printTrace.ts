import { describePlace, explainStep, explainVerdict, headlineOf } from '../core/explain/index.ts'
import { constructAt, type Design, nameIn } from '../core/model/index.ts'
import type { Verdict } from '../core/sim/index.ts'

const LEGS = { lookup: 'Lookup', request: 'Request', reply: 'Reply' } as const

/** A verdict with its whole trace, as lines for a terminal. */
export function* printTrace(verdict: Verdict, design: Design): Generator<string> {
  const nameOf = (id: string) => nameIn(design, id)
  yield headlineOf(verdict, nameOf)
  for (const sentence of explainVerdict(verdict, design)) yield `  ${sentence}`
  for (const [index, branch] of verdict.branches.entries()) {
    yield ''
    const zone = branch.zone ? ` (${branch.zone})` : ''
    yield `${verdict.branches.length > 1 ? `Branch ${index + 1}: ` : ''}${branch.from || 'client'} → ${branch.to || 'no address'}${zone}: ${branch.kind}`
    for (const leg of branch.legs) {
      yield `  ${LEGS[leg.direction]}`
      for (const hop of leg.hops) {
        yield `    ${hop.at !== null && constructAt(design, hop.at) ? nameOf(hop.at) : hop.label}`
        for (const step of hop.steps) {
          const words = explainStep(step, nameOf)
          yield `      ${step.code === null ? '·' : step.outcome === 'unknown' || step.outcome === 'ambiguous' ? '?' : '✗'} ${words.headline}`
          if (words.detail) yield `        ${words.detail}`
        }
      }
    }
  }
  for (const [index, blocker] of verdict.blockers.entries()) {
    if (index === 0) yield ''
    const place = blocker.decidedBy ? describePlace(design, blocker.decidedBy) : 'nothing drawn'
    yield `${index === 0 ? 'Decided by' : 'Also in the way'}: ${blocker.code} at ${place}`
  }
}
