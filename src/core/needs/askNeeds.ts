import type { Code } from '../sim/codes.ts'
import { decide } from '../sim/simulate.ts'
import type { Verdict } from '../sim/verdict.ts'
import type { Topology } from '../topology/topology.ts'
import type { ClientNeed } from './needsOf.ts'

/**
 * What becomes of a need. `missing`: the name is answered by public DNS, or by none at all, and no way leads to it. `blocked`: something drawn
 * stands in the way: a filter, a zone of one’s own, the endpoint’s own group. `unclear`: the design does not say enough.
 */
export type NeedState = 'reached' | 'missing' | 'blocked' | 'unclear'

export interface AskedNeed {
  readonly need: ClientNeed
  readonly state: NeedState
  /** Without its trace. */
  readonly verdict: Verdict
}

/** Asks for each of the names. */
export const askNeeds = (topology: Topology, needs: readonly ClientNeed[]): readonly AskedNeed[] =>
  needs.map((need) => {
    const verdict = decide(topology, need.request)
    return { need, state: stateOf(topology, verdict), verdict }
  })

/** Refusals of what is on the way already, which no further endpoint takes away by itself. */
const FILTERS: ReadonlySet<Code> = new Set<Code>([
  'ENI_SG_RULES_MISMATCH',
  'SG_HAS_NO_RULES',
  'SUBNET_ACL_RESTRICTION',
  'VPCE_PACKET_TOO_LARGE',
])

function stateOf(topology: Topology, { kind, branches, blockers }: Verdict): NeedState {
  if (kind === 'succeeds') return 'reached'
  if (kind === 'cannot-tell') return 'unclear'
  // without DNS support no endpoint answers to its names either
  if (blockers[0]?.code === 'DNS_SUPPORT_DISABLED') return 'missing'
  const failed = branches.filter((branch) => branch.kind === 'fails')
  const isLost = failed.some(
    ({ zone, via, blockers: own }) =>
      zone === null && !via.some((id) => topology.endpoints.has(id)) && own.some(({ code }) => !FILTERS.has(code)),
  )
  return isLost && blockers.every(({ symptom }) => symptom === 'connection-times-out') ? 'missing' : 'blocked'
}
