import { listWords, upperFirst } from '../base/words.ts'
import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import type { Step, Verdict } from '../sim/verdict.ts'
import { sayPrincipal } from './callWords.ts'
import { describePlace } from './describePlace.ts'

type CallStep = Extract<Step, { kind: 'call' }>
type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

/** Who is denied what, by which statement of which policy; null where the verdict is about something else, or has no trace. */
export function explainDenial(verdict: Verdict, design: Design): string | null {
  const blocker = verdict.blockers.find(({ symptom }) => symptom === 'access-denied')
  if (!blocker?.step) return null
  const { step: at, decidedBy } = blocker
  const hop = verdict.branches[at.branch]!.legs[at.leg]!.hops[at.hop]!
  const step = hop.steps[at.step]
  const call = hop.steps.slice(0, at.step).findLast((one): one is CallStep => one.kind === 'call')
  if (step?.kind !== 'ask-policies' || !call) return null
  const { principal, action, resource } = call.detail
  const drawn = hop.at === null ? null : constructAt(design, hop.at)
  const what = drawn ? nameIn(design, drawn.id) : resource
  const who = sayPrincipal(principal)
  const place = decidedBy && describePlace(design, decidedBy)
  const owner = decidedBy ? nameIn(design, decidedBy.construct) : what
  const why = step.outcome === 'denied' ? explicit(step, place) : implicit(step, ownerOf(step, who, owner))
  return `${upperFirst(who)} may not call ${action}${resource === '*' ? '' : ` on ${what}`}: ${why}`
}

/** A Deny stands against it. */
function explicit({ detail: { statements } }: PolicyStep, place: string | null): string {
  const [first] = statements
  const by = place ?? `statement ${first?.statement} of ${first?.policy}`
  const because =
    first && first.conditions.length > 0 ? `, since its condition ${listWords(first.conditions)} is met` : ''
  return `${by} denies it${because}. An explicit Deny: no Allow outweighs it.`
}

/** An Allow is missing. */
function implicit({ detail: { policies, statements } }: PolicyStep, owner: string): string {
  if (policies.length === 0) return `${owner} would have to allow it, and there is none. An implicit denial.`
  const [near] = statements.toSorted((a, b) => a.misses.length - b.misses.length)
  const nearest = near
    ? ` The nearest, statement ${near.statement} of ${near.policy}, does not fit by its ${listWords(near.misses)}.`
    : ''
  return `no statement of ${owner} allows it. An implicit denial: an Allow is missing.${nearest}`
}

/** Whose policies would have to allow. */
function ownerOf({ detail: { layer, target } }: PolicyStep, who: string, owner: string): string {
  switch (layer) {
    case 'scp':
      return `the service control policies of ${target}`
    case 'rcp':
      return `the resource control policies of ${target}`
    case 'endpoint':
    case 'resource':
      return `the policy of ${owner}`
    case 'identity':
      return `the policies of ${who}`
    case 'boundary':
      return `the permissions boundary of ${who}`
    case 'session':
      return 'the session policies'
  }
}
