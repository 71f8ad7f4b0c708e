import { loadCatalogue } from '../../src/core/aws/index.ts'
import type { AccessRequest, Design } from '../../src/core/model/index.ts'
import { decide, simulate, type Verdict } from '../../src/core/sim/index.ts'
import { compileTopology } from '../../src/core/topology/index.ts'
import { compareVerdict, conclude, type Outcome } from './judge/compare.ts'
import { type End, tryRequests } from './judge/tryRequests.ts'
import type { Helper } from './lab/helper.ts'
import { raiseLab } from './lab/raiseLab.ts'
import { planLab } from './plan/planLab.ts'
import { isSix } from './plan/readDesign.ts'

/** A request with what both sides say of it. */
export interface Tried {
  readonly request: AccessRequest
  readonly verdict: Verdict
  readonly outcome: Outcome
  readonly ends: readonly End[]
  /** In what they differ; empty also where the simulator does not tell. */
  readonly differences: readonly string[]
}

let labs = 0
const catalogue = await loadCatalogue()

/** What kind of answer the simulator gives to each: by that requests are chosen, so that there are some of every kind. */
export function kindsOf(
  design: Design,
  requests: readonly AccessRequest[],
): readonly { readonly request: AccessRequest; readonly passes: boolean; readonly kind: string }[] {
  const topology = compileTopology(design, catalogue)
  return requests.map((request) => {
    const { kind, code, path, via, decidedBy } = decide(topology, request)
    const passes = kind === 'succeeds' || kind === 'partly'
    // ids begin with what they are: which of two endpoints it was makes no other kind
    const sort = (id: string) => id.replace(/-.*/, '')
    const family = isSix(request.to) ? 'IPv6' : 'IPv4'
    return {
      request,
      passes,
      kind: [family, kind, code, sort(decidedBy?.construct ?? ''), path, ...via.map(sort)].join(' '),
    }
  })
}

/** Asks both sides about the requests on one design. `patience` in seconds: what has not answered by then was dropped. */
export async function tryDesign(
  helper: Helper,
  design: Design,
  requests: readonly AccessRequest[],
  patience: number,
): Promise<readonly Tried[]> {
  const topology = compileTopology(design, catalogue)
  const asked = [...new Set(requests.flatMap(({ port }) => port ?? []))]
  const raised = await raiseLab(planLab(design, asked), helper, `t${labs++}`)
  try {
    const ends = await tryRequests(raised, helper, requests, patience)
    return requests.map((request, i) => {
      const verdict = simulate(topology, request)
      const outcome = conclude(ends[i]!)
      const same = JSON.stringify(decide(topology, request).blockers.map(({ code }) => code))
      const untraced =
        same === JSON.stringify(verdict.blockers.map(({ code }) => code)) ? [] : ['with and without a trace differ']
      const told = verdict.kind !== 'cannot-tell'
      return {
        ...{ request, verdict, outcome, ends: ends[i]! },
        differences: told ? [...compareVerdict(verdict, outcome), ...untraced] : [],
      }
    })
  } finally {
    await raised.raze()
  }
}
