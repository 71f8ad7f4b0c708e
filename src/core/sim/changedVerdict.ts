import type { SavedRequest } from '../model/design.ts'
import type { Topology } from '../topology/topology.ts'
import { decide } from './simulate.ts'
import type { Verdict } from './verdict.ts'

/** A saved request that is answered otherwise. */
export interface ChangedVerdict {
  readonly id: string
  readonly before: Verdict
  readonly after: Verdict
}

/** The request, where two designs answer it in different ways; null where they agree in what the caller sees, why, and by which way. */
export function changedVerdict(
  { id, request }: SavedRequest,
  before: Topology,
  after: Topology,
): ChangedVerdict | null {
  const [then, now] = [decide(before, request), decide(after, request)]
  return seenIn(then) === seenIn(now) ? null : { id, before: then, after: now }
}

const seenIn = ({ kind, symptom, code, branches }: Verdict): string =>
  JSON.stringify([kind, symptom, code, branches.map((one) => [one.kind, one.path, one.via])])
