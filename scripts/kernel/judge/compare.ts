import type { Verdict } from '../../../src/core/sim/index.ts'
import type { End } from './tryRequests.ts'

/** What the kernel says of a request: the sum of its tries. Members that differ from try to try are null. */
export interface Outcome {
  readonly kind: 'succeeds' | 'partly' | 'fails'
  readonly symptom: 'name-not-found' | 'connection-times-out' | 'connection-refused' | null
  readonly via: readonly string[] | null
  readonly lostAt: readonly string[] | null
  readonly leg: End['leg']
}

const SYMPTOMS = {
  answered: null,
  refused: 'connection-refused',
  lost: 'connection-times-out',
  nameless: 'name-not-found',
} as const

export function conclude(ends: readonly End[]): Outcome {
  const good = ends.filter(({ how }) => how === 'answered')
  const bad = ends.filter(({ how }) => how !== 'answered')
  const how = common(bad.map((end) => end.how))
  return {
    kind: bad.length === 0 ? 'succeeds' : good.length === 0 ? 'fails' : 'partly',
    symptom: how && SYMPTOMS[how],
    via: common(good.map((end) => end.via)),
    lostAt: common(bad.map((end) => end.lostAt)),
    leg: common(bad.map((end) => end.leg)),
  }
}

const common = <T>(list: readonly T[]): T | null =>
  new Set(list.map((one) => JSON.stringify(one))).size === 1 ? list[0]! : null

/** Places that the kernel knows by no construct of the design, or does not tell from others: `stray` is a NAT gateway that gets the answer to something it never sent. */
const NAMELESS = new Set(['route', 'service', 'anybody', 'stray'])
/** Codes of which the kernel cannot say where: the packet went on, and came to somebody who does not wait for it. */
const WANDERING = new Set(['REPLY_LEAVES_ELSEWHERE', 'FORWARDING_LOOP', 'ADDRESS_OF_ANOTHER'])

/** In what the simulator and the kernel differ; nothing where they agree. */
export function compareVerdict(verdict: Verdict, outcome: Outcome): readonly string[] {
  const differs = (what: string, simulator: unknown, kernel: unknown) =>
    JSON.stringify(simulator) === JSON.stringify(kernel)
      ? []
      : [`${what}: the simulator says ${JSON.stringify(simulator)}, the kernel ${JSON.stringify(kernel)}`]
  const kind = differs('verdict', verdict.kind, outcome.kind)
  if (kind.length > 0) return kind
  const found: string[] = []
  if (outcome.kind === 'succeeds' && outcome.via !== null)
    found.push(...differs('way', [...new Set(verdict.via)].sort(), outcome.via))
  if (outcome.kind !== 'fails' || outcome.symptom === null) return found
  found.push(...differs('symptom', verdict.symptom, outcome.symptom))
  if (found.length > 0 || outcome.symptom !== 'connection-times-out') return found
  const first = verdict.blockers[0]
  if (!first || first.partly || WANDERING.has(first.code)) return found
  const leg = first.step && verdict.branches[first.step.branch]?.legs[first.step.leg]?.direction
  if (outcome.leg !== null && leg) found.push(...differs('lost on', leg, outcome.leg))
  const { lostAt } = outcome
  if (lostAt !== null && !lostAt.some((one) => NAMELESS.has(one)) && !lostAt.includes(first.decidedBy?.construct ?? ''))
    found.push(
      `lost at: the simulator says ${first.decidedBy?.construct ?? 'nothing drawn'} (${first.code}), the kernel ${lostAt.join(' or ')}`,
    )
  return found
}
