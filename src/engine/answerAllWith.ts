import type { AccessRequest } from '../core/model/index.ts'
import type { Verdict } from '../core/sim/index.ts'
import type { Topology } from '../core/topology/index.ts'
import type { Pauses, Subject } from './question.ts'

/** Answers many requests one after the other, and pauses whenever it is time to. */
export const answerAllWith =
  (decide: (topology: Topology, request: AccessRequest) => Verdict) =>
  async (
    { topology }: Subject,
    { requests }: { readonly requests: readonly { readonly id: string; readonly request: AccessRequest }[] },
    pauses: Pauses,
  ): Promise<Readonly<Record<string, Verdict>>> => {
    const verdicts: Record<string, Verdict> = {}
    for (const [index, { id, request }] of requests.entries()) {
      if (pauses.isDue()) await pauses.pause(index, requests.length)
      verdicts[id] = decide(topology(), request)
    }
    return verdicts
  }
