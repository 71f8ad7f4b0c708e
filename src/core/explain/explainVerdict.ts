import { constructAt } from '../model/containment.ts'
import type { Design, VerdictKind } from '../model/design.ts'
import type { Branch, Verdict } from '../sim/verdict.ts'
import { describePlace } from './describePlace.ts'
import { explainCode } from './explainCode.ts'
import { DEFAULT_GROUP } from './explainFilter.ts'
import { explainPassedOver } from './explainLookup.ts'
import { explainNote } from './explainNote.ts'
import { sayShare } from './sayShare.ts'
import { SOMETIMES, SYMPTOM_WORDS } from './verdictWords.ts'

type NameOf = (id: string) => string

/** What a person should know beside the headline, in order, as sentences. */
export function* explainVerdict(verdict: Verdict, design: Design): Generator<string> {
  const { kind, code, decidedBy, branches, blockers, gaps, assumptions } = verdict
  if (kind === 'cannot-tell') {
    for (const gap of gaps) yield `${explainNote(gap, design)}.`
    return
  }
  if (code !== null) {
    const { title, meaning, remedy } = explainCode(code)
    yield `${title}: ${meaning}`
    const advice = decidedBy?.path[0] === 'defaultSecurityGroup' ? DEFAULT_GROUP : remedy
    const where = decidedBy ? `Decided by ${describePlace(design, decidedBy)}.` : ''
    yield [where, advice].filter(Boolean).join(' ')
    if (blockers[0]?.share) yield `${sayShare(blockers[0].share)}.`
  }
  if (kind === 'fails') yield* passedOver(verdict, (id) => constructAt(design, id)?.name || id)
  if (kind === 'partly') for (const branch of branches) yield branchInWords(branch)
  const others = blockers.length - 1
  if (others > 0) yield `${others} more ${others === 1 ? 'thing stands' : 'things stand'} in the way.`
  for (const note of assumptions) yield `${explainNote(note)}.`
}

/** The endpoints that might have answered: often the true reason for what stops the request later. */
function passedOver({ branches }: Verdict, nameOf: NameOf): readonly string[] {
  const steps = branches[0]?.legs[0]?.hops.flatMap((hop) => hop.steps) ?? []
  return steps.flatMap((step) => (step.kind === 'resolve-name' ? explainPassedOver(step.detail, nameOf) : []))
}

function branchInWords({ zone, from, to, kind, blockers }: Branch): string {
  const way = zone ? `Through ${zone}` : to ? `From ${from} to ${to}` : `From ${from}`
  const symptom = blockers[0]?.symptom
  const sometimes = symptom ? `, ${SOMETIMES[symptom]}` : ''
  const words: Readonly<Record<VerdictKind, string>> = {
    succeeds: 'succeeds',
    partly: `works in part${sometimes}`,
    fails: symptom ? SYMPTOM_WORDS[symptom].toLowerCase().replace('tls', 'TLS').replace('http', 'HTTP') : 'fails',
    'cannot-tell': 'cannot be told',
  }
  return `${way}: ${words[kind]}.`
}
