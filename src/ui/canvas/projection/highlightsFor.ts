import type { ConstructId } from '../../../core/model/index.ts'
import type { Branch, Leg, Step, StepRef, Verdict } from '../../../core/sim/index.ts'
import { chipKey } from './chipKey.ts'

/** How a construct stands in the light of a verdict. */
export interface Light {
  /** `passed` = the request went through it, `consulted` = a table or filter that was asked, the others = it decided. */
  readonly state: 'passed' | 'consulted' | 'delivered' | 'refused' | 'unknown'
  /** Whether the step that is looked at happens here. */
  readonly current: boolean
  /** What it was delivered to, where that is not drawn: beyond the last construct that is. */
  readonly beyond?: string
}
/** A stretch of the way that is drawn as a line. `chip` = it ends at the interface of that construct in subnet `to`. */
export interface PathLink {
  readonly from: ConstructId
  readonly to: ConstructId
  readonly fromChip: ConstructId | null
  readonly toChip: ConstructId | null
  /** `ahead` = beyond the step that is looked at, `cut` = the first stretch that the request does not get along, `lost` = what lies behind that. */
  readonly state: 'carried' | 'ahead' | 'cut' | 'lost'
}
export interface Highlights {
  readonly lights: ReadonlyMap<ConstructId, Light>
  readonly links: readonly PathLink[]
  /** `subnet owner` of interfaces on the way. */
  readonly chips: ReadonlySet<string>
  readonly outcome: Verdict['kind']
}

/** What the path needs to know of the drawing. */
export interface Ground {
  /** Whether packets are about in it: a subnet, a network. */
  isPlace(id: ConstructId): boolean
  /** The container it is drawn in. */
  parentOf(id: ConstructId): ConstructId | null
  /** Whether an interface of `owner` is drawn in that subnet. */
  hasChip(subnet: ConstructId, owner: ConstructId): boolean
  /** The drawn service behind an endpoint. */
  serviceOf(endpoint: ConstructId): ConstructId | null
  /** What a packet goes through from one stop of the trace to the next that the trace does not name: attachments and lines between networks. */
  between(from: ConstructId, to: ConstructId): readonly ConstructId[]
}

/** What lights up on the canvas for a verdict, with the step that is looked at; null = nothing to show. */
export function highlightsFor(verdict: Verdict | null, cursor: StepRef | null, ground: Ground): Highlights | null {
  const branch = verdict?.branches[cursor?.branch ?? verdict.blockers[0]?.step?.branch ?? 0]
  if (!branch) return null
  const lights = new Map<ConstructId, Light>()
  for (const leg of branch.legs) lightLeg(leg, lights, ground)
  const stops = [...stopsOf(shownLeg(branch, cursor), ground)]
  for (const { at } of stops) if (!lights.has(at)) lights.set(at, { state: 'passed', current: false })
  const called = calledIn(branch, cursor)
  const end = stops.at(-1)
  // a call is about something only once its packet has come through
  for (const at of called) if (at !== end?.at) stops.push({ at, chip: null, hop: (end?.hop ?? 0) + 1 })
  const service = called.length > 0 ? null : serviceBehind(branch, cursor, ground)
  if (service !== null) {
    stops.push({ at: service, chip: null, hop: end?.hop ?? 0 })
    lights.set(service, { state: 'passed', current: false })
  }
  lightEnd(branch, lights)
  lightCursor(branch, cursor, lights)
  const chips = new Set(stops.flatMap((stop) => (stop.chip === null ? [] : [chipKey(stop.at, stop.chip)])))
  return { lights, links: linksBetween(stops, branch, cursor), chips, outcome: branch.kind }
}

function linksBetween(stops: readonly Stop[], branch: Branch, cursor: StepRef | null): readonly PathLink[] {
  const leg = shownLeg(branch, cursor)
  const isHere = (step: StepRef | null): step is StepRef => step !== null && branch.legs[step.leg] === leg
  const reached = isHere(cursor) ? cursor.hop : Number.POSITIVE_INFINITY
  const stopped = branch.kind === 'partly' ? undefined : branch.blockers.map(({ step }) => step).find(isHere)?.hop
  // an endpoint whose policy denies a call lets nothing of it through
  const denying = branch.blockers
    .filter(({ symptom }) => symptom === 'access-denied')
    .map(({ decidedBy }) => stops.slice(0, -1).find(({ at }) => at === decidedBy?.construct))
    .find((stop) => stop !== undefined)?.hop
  let isCut = false
  return stops.slice(1).map((stop, i): PathLink => {
    const before = stops[i]!
    const lost = [stopped, denying].some((end) => end !== undefined && stop.hop > end)
    const state = lost ? (isCut ? 'lost' : 'cut') : stop.hop > reached ? 'ahead' : 'carried'
    isCut ||= lost
    return { from: before.at, to: stop.at, fromChip: before.chip, toChip: stop.chip, state }
  })
}

/** What a call is about, as far as it is drawn, and what it needs beside that: the bucket behind an access point, a key. The way of the call ends there. */
function calledIn(branch: Branch, cursor: StepRef | null): readonly ConstructId[] {
  if (shownLeg(branch, cursor)?.direction !== 'request') return []
  const hops = branch.legs.find(({ direction }) => direction === 'authorization')?.hops ?? []
  return hops.flatMap(({ at }) => (at === null ? [] : [at]))
}

/** The service that an interface endpoint hands a request to, which is beyond what the branch walks. */
function serviceBehind(branch: Branch, cursor: StepRef | null, ground: Ground): ConstructId | null {
  const leg = shownLeg(branch, cursor)
  if (branch.kind !== 'succeeds' || branch.path !== 'interface-endpoint' || leg?.direction !== 'request') return null
  const end = leg.hops.at(-1)?.at
  return end ? ground.serviceOf(end) : null
}

/** The way there, or the way back while a step of it is looked at. */
function shownLeg(branch: Branch, cursor: StepRef | null): Leg | undefined {
  const chosen = cursor ? branch.legs[cursor.leg] : undefined
  return chosen?.direction === 'reply' ? chosen : branch.legs.find(({ direction }) => direction === 'request')
}

function lightLeg(leg: Leg, lights: Map<ConstructId, Light>, ground: Ground): void {
  const pass = (id: ConstructId) => lights.set(id, { state: 'passed', current: false })
  for (const { at, steps } of leg.hops) {
    if (at !== null) pass(at)
    // with a subnet its zone lights up
    const zone = at !== null && leg.direction !== 'lookup' && ground.isPlace(at) ? ground.parentOf(at) : null
    if (zone !== null) pass(zone)
    for (const step of steps) {
      const asked =
        step.kind === 'filter' ? step.detail.filters : step.kind === 'look-up-route' ? [step.detail.table] : []
      for (const id of [...asked, ...policyOf(step)])
        if (id !== null && !lights.has(id)) lights.set(id, { state: 'consulted', current: false })
    }
  }
}

/** Whose policy was asked. */
const policyOf = ({ kind, evidence: { decidedBy } }: Step): readonly ConstructId[] =>
  kind === 'ask-policies' && decidedBy ? [decidedBy.construct] : []

/** Marks what decided: each blocker, else the place where the request was delivered. */
function lightEnd(branch: Branch, lights: Map<ConstructId, Light>): void {
  for (const { decidedBy } of branch.blockers)
    if (decidedBy) lights.set(decidedBy.construct, { state: 'refused', current: false })
  for (const { at } of branch.gaps) if (at) lights.set(at.construct, { state: 'unknown', current: false })
  if (branch.kind !== 'succeeds') return
  const [called] = calledIn(branch, null)
  if (called !== undefined) {
    lights.set(called, { state: 'delivered', current: false })
    return
  }
  const hops = branch.legs.find(({ direction }) => direction === 'request')?.hops ?? []
  const drawn = hops.findLast(({ at }) => at !== null)?.at
  const last = hops.at(-1)
  if (drawn && last)
    lights.set(drawn, { state: 'delivered', current: false, ...(last.at === null && { beyond: last.label }) })
}

function lightCursor(branch: Branch, cursor: StepRef | null, lights: Map<ConstructId, Light>): void {
  const hop = cursor ? branch.legs[cursor.leg]?.hops[cursor.hop] : undefined
  const step = hop?.steps[cursor!.step]
  for (const id of [hop?.at, step?.evidence.decidedBy?.construct])
    if (id != null) lights.set(id, { state: 'consulted', ...lights.get(id), current: true })
}

interface Stop {
  readonly at: ConstructId
  readonly chip: ConstructId | null
  readonly hop: number
}

/** The places that the line goes through: things that stand somewhere and their interfaces. A subnet is one only where the way ends in it. */
function* stopsOf(leg: Leg | undefined, ground: Ground): Generator<Stop> {
  const hops = leg?.hops ?? []
  for (const [hop, { at }] of hops.entries()) {
    if (at === null) continue
    const before = hops[hop - 1]?.at ?? null
    const after = hops[hop + 1]?.at ?? null
    for (const joint of before === null ? [] : ground.between(before, at)) yield { at: joint, chip: null, hop }
    if (ground.isPlace(at)) {
      if (after === null && hop === hops.length - 1 && before !== null && ground.parentOf(before) !== at)
        yield { at, chip: null, hop }
      continue
    }
    if (before !== null && ground.hasChip(before, at)) yield { at: before, chip: at, hop }
    yield { at, chip: null, hop }
    if (after !== null && ground.hasChip(after, at)) yield { at: after, chip: at, hop }
  }
}
