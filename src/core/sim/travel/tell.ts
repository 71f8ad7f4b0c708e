import { append } from '../../base/append.ts'
import type { PathName, Symptom } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Origin } from '../../topology/origin.ts'
import type { LinkNet, TopologyGap } from '../../topology/topology.ts'
import { CODES, type Code } from '../codes.ts'
import { isSliver } from '../isSliver.ts'
import type { Blocker, Note } from '../verdict.ts'
import type { Walk } from './walk.ts'

/**
 * Notes a refusal that is certain; the walk goes on where it can, so that every blocker is found. Call after recording the step that refused.
 * `share`: the part of the connections that gets through all the same. `ways`: how the two directions went, where that is the matter.
 */
export function addBlocker(walk: Walk, code: Code, decidedBy: Origin | null, share = 0, ways?: Blocker['ways']): void {
  const { told } = walk
  if (walk.carried.astray) return
  const partly = !isSliver(share) || told.mixed
  if (partly) told.partly = true
  else told.blocked = true
  const blocker = { code, symptom: symptomOf(walk, code), decidedBy, step: told.recorder?.lastStep() ?? null }
  const { enteredBy } = told
  // the usual one, without the cost of putting together what it may say besides
  if (!partly && share === 0 && !ways) {
    told.blockers = append(told.blockers, blocker)
    return
  }
  const more = {
    ...(partly ? { partly } : {}),
    ...(share > 0 ? { share } : {}),
    ...(partly && enteredBy !== null ? { enteredBy } : {}),
    ...(ways ? { ways } : {}),
  }
  told.blockers = append(told.blockers, { ...blocker, ...more })
}

/**
 * An Application Load Balancer takes the client's connection itself. What stands between it and its targets shows as HTTP errors of its own.
 * Source: Application Load Balancer guide, troubleshooting: HTTP 502, 503 and 504.
 */
function symptomOf({ carried: { sessions } }: Walk, code: Code): Symptom {
  const { symptom } = CODES[code]
  // what the service itself answers is handed on
  if (symptom === 'access-denied') return symptom
  const behind = sessions.some((one) => one.kind === 'balancer' && one.eni.balancer?.kind === 'application')
  return behind ? 'http-error' : (symptom ?? 'connection-times-out')
}

/** Something that would have to be known here. */
export function addGap({ told }: Walk, code: Code, at: Origin | null, values: Note['values'] = {}): void {
  told.gaps = append(told.gaps, { code, at, values })
}

/** Something that could not be read would have to be known here. */
export const addTopologyGap = (walk: Walk, gap: TopologyGap): void =>
  addGap(walk, GAP_CODES[gap.code], gap.at, { message: gap.message })

/** Something that the design does not say is taken for granted. */
export function assume({ told }: Walk, code: Code, at: Origin | null, values: Note['values'] = {}): void {
  told.assumptions = append(told.assumptions, { code, at, values })
}

/** A list of AWS's whose entries are not published is taken to hold an address of its own service. */
export const assumeListed = (
  walk: Walk,
  { origin, label }: { readonly origin: Origin | null; readonly label: string },
): void => assume(walk, 'ASSUMED_IN_PREFIX_LIST', origin, { list: label })

export const GAP_CODES = {
  'not-modelled': 'NOT_MODELLED',
  'invalid-value': 'INVALID_VALUE',
  'dangling-reference': 'UNKNOWN_RESOURCE',
} as const satisfies Record<TopologyGap['code'], Code>

/** A link is passed. An answer that comes over one of another kind than its request is all right for AWS; whether firewalls at the site bear it is not known. */
export function passLinkOf(walk: Walk, link: LinkNet): void {
  const { carried } = walk
  if (carried.leg === 'request') {
    carried.links = append(carried.links, link)
    return
  }
  const there = carried.links.at(-1)
  if (!there) return
  carried.links = carried.links.slice(0, -1)
  const nameOf = ({ id }: LinkNet) => walk.topology.design.constructs[id]?.name ?? id
  if (there.kind !== link.kind)
    assume(walk, 'ASSUMED_SPLIT_PATH', { construct: link.id, path: [] }, { there: nameOf(there), back: nameOf(link) })
}

/** Two routes are as good as each other: which one is taken is a guess. */
export function addAmbiguity(walk: Walk, at: Origin | null, other: string): void {
  addGap(walk, 'AMBIGUOUS_ROUTE', at, { other })
  walk.carried.astray = true
}

/** The request passes a gateway or an endpoint; its answer names nothing. */
export function passThrough({ told, carried }: Walk, id: ConstructId): void {
  if (carried.leg === 'request' && told.via.at(-1) !== id) told.via = append(told.via, id)
}

/** How the request gets where it goes; what comes later on the way names it anew. */
export function namePath({ told, carried }: Walk, path: PathName): void {
  if (carried.leg === 'request') told.path = path
}

/** The same where nothing before has named it. */
export function namePathFirst(walk: Walk, path: PathName): void {
  if (walk.told.path === null) namePath(walk, path)
}
