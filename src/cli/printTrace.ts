import { listWords } from '../core/base/index.ts'
import {
  ABSENT_WORDS,
  describePlace,
  explainStep,
  explainVerdict,
  headlineOf,
  LAYER_WORDS,
  tellKeyRows,
} from '../core/explain/index.ts'
import { constructAt, type Design, nameIn } from '../core/model/index.ts'
import type { Step, Verdict } from '../core/sim/index.ts'

type CallStep = Extract<Step, { kind: 'call' }>

const LEGS = { lookup: 'Lookup', request: 'Request', reply: 'Reply', authorization: 'Authorization' } as const

/** The condition keys of a call, and the layers that have no say in it. */
function* printKeys(step: CallStep): Generator<string> {
  for (const { key, value, setBy, readBy } of tellKeyRows(step)) {
    const who = [setBy && `set by ${setBy}`, readBy.length > 0 && `read by ${listWords(readBy)}`].filter(Boolean)
    yield `        ${key} = ${value}${who.length > 0 ? ` (${who.join('; ')})` : ''}`
  }
  for (const { layer, why } of step.detail.absent)
    yield `        ${LAYER_WORDS[layer]}: ${ABSENT_WORDS[why].toLowerCase()}`
}

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
          if (step.kind === 'call') yield* printKeys(step)
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
