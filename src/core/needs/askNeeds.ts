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

/** What the absence of a way comes to; all other refusals are of something that is on the way, or at its end. */
const NO_WAY: ReadonlySet<Code> = new Set<Code>([
  'NO_ROUTE_TO_DESTINATION',
  'BAD_STATE_ROUTE',
  'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
  'IGW_REQUIRES_SOURCE_IN_VPC',
  'NGW_REQUIRES_SOURCE_IN_VPC',
  'NAT64_NEEDS_NAT_GATEWAY',
  'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
  'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
  'VPCE_GATEWAY_FROM_ELSEWHERE',
  'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
  'BAD_STATE',
  'BAD_STATE_ATTACHMENT',
  'BAD_STATE_VPN',
  'TGW_BAD_STATE_VPN',
  'TGW_ROUTE_AZ_RESTRICTION',
  'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
  'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
  'TGW_RTB_BAD_STATE_ROUTE',
  'LINK_HAS_NO_ROUTE',
  'APPLIANCE_DOES_NOT_FORWARD',
])

function stateOf(topology: Topology, { kind, branches, blockers }: Verdict): NeedState {
  if (kind === 'succeeds') return 'reached'
  if (kind === 'cannot-tell') return 'unclear'
  // without DNS support no endpoint answers to its names either
  if (blockers[0]?.code === 'DNS_SUPPORT_DISABLED') return 'missing'
  const isLost = branches.some(
    ({ zone, via, blockers: own }) =>
      zone === null && !via.some((id) => topology.endpoints.has(id)) && own.some(({ code }) => NO_WAY.has(code)),
  )
  return isLost ? 'missing' : 'blocked'
}
