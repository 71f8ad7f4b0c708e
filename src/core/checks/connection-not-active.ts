import { spellOut } from '../base/words.ts'
import { listOfKind } from '../model/containment.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

const WORKING = {
  'peering-connection': 'active',
  'transit-gateway-attachment': 'available',
  'transit-gateway-peering': 'available',
  'vpn-connection': 'available',
  'direct-connect': 'available',
} as const satisfies { readonly [kind in ConstructKind]?: string }

const WAITING: ReadonlySet<string> = new Set(['pending-acceptance', 'pendingAcceptance'])
const GONE: ReadonlySet<string> = new Set(['rejected', 'expired', 'failed', 'deleted'])

/** Sources: VPC peering guide, life cycle (an unanswered request expires after seven days); transit gateway, VPN and Direct Connect guides, states. */
export const connectionNotActive: Check = {
  id: 'connection-not-active',
  severity: 'warning',
  title: 'Connection that carries nothing',
  why: 'Peering connections, attachments, VPN connections and Direct Connect links carry traffic only while they are active. A peering request that nobody accepts expires after a week.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *find({ design }) {
    for (const kind of Object.keys(WORKING) as (keyof typeof WORKING)[])
      for (const one of listOfKind(design, kind)) {
        const { id, state } = one
        const working = WORKING[kind]
        if (state !== working) {
          const accept = {
            title: 'Take it as accepted',
            safety: 'review',
            edits: [change(kind, id, { state: working })],
          } as const
          yield {
            at: [place(id, 'state')],
            message: `The ${called(design, id)} is ${spellOut(state)} and carries nothing.`,
            fixes: WAITING.has(state) ? [accept] : GONE.has(state) ? removal(design, id) : [],
          }
        } else if (one.kind === 'vpn-connection' && one.tunnelsUp === false)
          yield {
            at: [place(id, 'tunnelsUp')],
            message: `The ${called(design, id)} has both tunnels down and carries nothing.`,
          }
      }
  },
  examples: { bad: () => example('pending-acceptance'), good: () => example('active') },
}

const example = (state: 'pending-acceptance' | 'active') =>
  buildDesign((b) => {
    const [first, second] = [b.vpc({ id: 'vpc-a' }), b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })]
    b.peering(first, second, { state })
  })
