import { constructAt } from '../model/containment.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { LayerName } from '../policy/layers/policies.ts'
import type { ProposedCall } from '../policy/propose/proposedCall.ts'
import type { Verdict } from '../sim/verdict.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Origin } from '../topology/origin.ts'
import type { Topology } from '../topology/topology.ts'

/** What a layer says of a call, and by which statement. */
export interface LayerSaid {
  readonly layer: LayerName
  readonly says: 'denied' | 'not-allowed' | 'allowed'
  readonly at: Origin | null
}

/** A question that a request comes to, as its trace tells it, with where its policies stand. */
export interface JudgedCall {
  readonly call: ProposedCall
  /** What it is about; null = it is not drawn. */
  readonly resource: ConstructId | null
  /** The endpoint that it comes by. */
  readonly endpoint: ConstructId | null
  /** The role or the user that makes it; null = none of the design. */
  readonly identity: ConstructId | null
  readonly said: readonly LayerSaid[]
}

/** The calls of a verdict with its trace. */
export function judgedCalls(topology: Topology, { branches }: Verdict): readonly JudgedCall[] {
  const { identities } = accessOf(topology)
  const found: JudgedCall[] = []
  for (const { legs, via } of branches) {
    const endpoint = via.filter((id) => isEndpoint(topology, id)).at(-1) ?? null
    for (const { direction, hops } of legs) {
      if (direction !== 'authorization') continue
      for (const { at, steps } of hops) {
        let said: LayerSaid[] = []
        for (const step of steps) {
          if (step.kind === 'call') {
            const { principal, by, action, resource, keys } = step.detail
            said = []
            const values = new Map(
              keys.flatMap((one) => (one.by === null ? [] : [[one.key.toLowerCase(), one.values]])),
            )
            const arn = values.get('aws:principalarn')?.[0] ?? principal
            found.push({
              call: { action, resource, principal: arn, keys: values },
              resource: at,
              endpoint: by === null ? endpoint : null,
              identity: identities.find((one) => one.arn === arn)?.id ?? null,
              said,
            })
          } else if (step.kind === 'ask-policies') {
            const { outcome } = step
            if (outcome === 'denied' || outcome === 'not-allowed' || outcome === 'allowed')
              said.push({ layer: step.detail.layer, says: outcome, at: step.evidence.decidedBy })
          }
        }
      }
    }
  }
  return found
}

function isEndpoint({ design }: Topology, id: ConstructId): boolean {
  const kind = constructAt(design, id)?.kind
  return kind === 'interface-endpoint' || kind === 'gateway-endpoint'
}
