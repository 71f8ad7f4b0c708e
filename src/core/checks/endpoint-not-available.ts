import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

const KINDS = ['interface-endpoint', 'gateway-endpoint', 'gateway-load-balancer-endpoint'] as const
type Kind = (typeof KINDS)[number]

const WORDS: Readonly<Record<string, string>> = {
  pendingAcceptance: 'waits for the owner of the service to accept it',
  pending: 'is being made',
  deleting: 'is being deleted',
  deleted: 'is deleted',
  rejected: 'was rejected by the owner of the service, and cannot be used again',
  failed: 'could not be made',
  expired: 'waited too long for its acceptance',
  partial: 'is available in a part of its zones only',
}

/** Source: AWS PrivateLink guide, endpoint connections: only an endpoint that is available carries traffic. */
export const endpointNotAvailable: Check = {
  id: 'endpoint-not-available',
  severity: 'warning',
  title: 'Endpoint that carries no traffic',
  why: 'Only an endpoint in the state available carries traffic. One that waits for acceptance has its names and addresses already, and connections to it time out; one that was rejected is replaced by a new one.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  *find({ design }) {
    for (const kind of KINDS)
      for (const { id, state, ...rest } of listOfKind(design, kind)) {
        const words = WORDS[state]
        if (words === undefined) continue
        const provider = 'endpointService' in rest ? rest.endpointService : null
        yield {
          at: [place(id, 'state')],
          message: `The ${called(design, id)} ${words}.`,
          fixes: fixesFor(design, kind, id, state, provider),
        }
      }
  },
  examples: { bad: () => example('pendingAcceptance'), good: () => example('available') },
}

function fixesFor(design: Design, kind: Kind, id: string, state: string, provider: string | null): readonly Fix[] {
  if (state === 'pendingAcceptance') {
    const accepting = provider === null ? null : constructOfKind(design, provider, 'endpoint-service')
    const accept: Fix = {
      title: accepting ? `Accept it in the ${called(design, accepting.id)}` : 'Take it as accepted',
      safety: 'review',
      edits: [change(kind, id, { state: 'available' })],
    }
    return [accept]
  }
  return state === 'pending' || state === 'partial' ? [] : removal(design, id)
}

const example = (state: 'pendingAcceptance' | 'available') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    const service = b.endpointService([b.nlb(vpc, { subnets })], { acceptanceRequired: true })
    b.interfaceEndpoint(vpc, service, { subnets, state })
  })
