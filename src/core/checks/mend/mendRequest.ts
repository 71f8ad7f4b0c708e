import { applyEdits, isEditRefused } from '../../model/applyEdit.ts'
import type { AccessRequest, Design } from '../../model/design.ts'
import type { ChangedText } from '../../propose/proposal.ts'
import { simulate } from '../../sim/simulate.ts'
import type { Blocker, Step, StepRef, Verdict } from '../../sim/verdict.ts'
import { compileTopology } from '../../topology/compileTopology.ts'
import type { CheckContext, Fix } from '../check.ts'
import { runChecks } from '../runChecks.ts'
import { admitTraffic } from './admitTraffic.ts'
import { allowCall } from './allowCall.ts'
import { answerByEndpoint } from './answerByEndpoint.ts'
import { leadThere } from './leadThere.ts'

/** A way to help a blocked request, and what the request came to when it was tried: `further` = past what decided, and stopped by something else. */
export interface Mend extends Fix {
  readonly leadsTo: 'succeeds' | 'partly' | 'further'
  /** The policies that it writes, before and after. */
  readonly texts?: readonly ChangedText[]
}

/** Each is tried on a design of its own. */
const MOST_TRIED = 24
const MOST_OFFERED = 3

/**
 * What would let a blocked request through, or past what decided: private DNS of an endpoint, rules, routes, and fixes of the checks for places on its way.
 * Every one is tried, and only those that help are told, what makes the request succeed first. `pause` is awaited before each.
 */
export async function mendRequest(
  context: CheckContext,
  request: AccessRequest,
  pause: (done: number, total: number) => Promise<void>,
): Promise<readonly Mend[]> {
  const before = simulate(context.topology, request)
  const [decisive] = before.blockers
  if (!decisive) return []
  const allowing = await allowCall(context, request, before, () => pause(0, MOST_TRIED))
  const tried = [...allowing, ...candidatesFor(context, before, decisive)].slice(0, MOST_TRIED)
  const helping: Mend[] = []
  for (const [at, fix] of tried.entries()) {
    await pause(at, tried.length)
    const design = attempt(context.design, fix)
    if (!design) continue
    const after = simulate(compileTopology(design, context.catalogue), request)
    const leadsTo = effectOf(after, before, decisive)
    if (leadsTo !== null) helping.push({ ...fix, leadsTo })
  }
  return helping.sort((a, b) => EFFECTS.indexOf(a.leadsTo) - EFFECTS.indexOf(b.leadsTo)).slice(0, MOST_OFFERED)
}

/** What helps most first. */
const EFFECTS: readonly Mend['leadsTo'][] = ['succeeds', 'partly', 'further']

function candidatesFor(context: CheckContext, verdict: Verdict, decisive: Blocker): readonly Fix[] {
  const step = decisive.step && stepAt(verdict, decisive.step)
  const own = step?.kind === 'filter' ? admitTraffic(context, step, decisive) : []
  const routes = step?.kind === 'look-up-route' ? leadThere(context, step, decisive) : []
  const onTheWay = new Set(placesOf(verdict))
  const found = runChecks(context).flatMap(({ at, fixes }) =>
    at.some(({ construct }) => onTheWay.has(construct)) ? fixes : [],
  )
  const all = [...answerByEndpoint(context, verdict), ...own, ...routes, ...found]
  const edits = all.map((fix) => JSON.stringify(fix.edits))
  return all.filter((_, at) => edits.indexOf(edits[at]!) === at)
}

/** Every construct that the request meets, and what was asked there. */
function* placesOf({ branches, blockers }: Verdict): Generator<string> {
  for (const { decidedBy } of blockers) if (decidedBy) yield decidedBy.construct
  for (const { legs } of branches)
    for (const { hops } of legs)
      for (const { at, steps } of hops) {
        if (at !== null) yield at
        for (const step of steps) {
          if (step.evidence.decidedBy) yield step.evidence.decidedBy.construct
          if (step.kind === 'resolve-name') yield* step.detail.passedOver.map(({ endpoint }) => endpoint)
        }
      }
}

/** The design with the fix; null where it does not fit. */
function attempt(design: Design, fix: Fix): Design | null {
  try {
    return applyEdits(design, fix.edits).design
  } catch (error) {
    if (!isEditRefused(error)) throw error
    return null
  }
}

/** What a fix leads to; null where what decided still does, or the request is stopped sooner or at once. */
function effectOf(after: Verdict, before: Verdict, decisive: Blocker): Mend['leadsTo'] | null {
  if (after.kind === 'succeeds') return 'succeeds'
  if (after.kind === 'partly' && before.kind !== 'partly') return 'partly'
  const [next] = after.blockers
  if (!next?.step || !decisive.step || after.kind === 'cannot-tell') return null
  if (after.blockers.some((one) => isSame(one, decisive))) return null
  // a new way counts only where it leads on: what drops the packet at its first station is no way
  const isRoute = stepAt(before, decisive.step)?.kind === 'look-up-route'
  return progressOf(next.step) > progressOf(decisive.step) + (isRoute ? 1 : 0) || sameStop(next, before)
    ? 'further'
    : null
}

const isSame = (a: Blocker, b: Blocker): boolean =>
  a.code === b.code && JSON.stringify(a.decidedBy) === JSON.stringify(b.decidedBy)

/** What stood in the way before, behind what decided. */
const sameStop = (next: Blocker, before: Verdict): boolean => before.blockers.slice(1).some((one) => isSame(one, next))

const progressOf = ({ leg, hop }: StepRef): number => leg * 1000 + hop

const stepAt = (verdict: Verdict, { branch, leg, hop, step }: StepRef): Step | null =>
  verdict.branches[branch]?.legs[leg]?.hops[hop]?.steps[step] ?? null
