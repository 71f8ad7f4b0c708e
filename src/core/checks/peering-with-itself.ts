import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

/** Source: VPC peering guide: a connection between two VPCs, one at most between the same two; transit gateway guide, peering attachments. */
export const peeringWithItself: Check = {
  id: 'peering-with-itself',
  severity: 'error',
  title: 'Peering of something with itself, or twice',
  why: 'A peering joins two different VPCs, or two different transit gateways, and no two are joined twice.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *find({ design }) {
    const joined = new Map<string, string>()
    for (const { id, state, requester, accepter } of listOfKind(design, 'peering-connection')) {
      if (requester === accepter)
        yield {
          at: [place(id, 'accepter')],
          message: `The ${called(design, id)} joins the ${called(design, requester)} with itself.`,
          fixes: removal(design, id),
        }
      else if (state === 'active' || state === 'pending-acceptance') {
        const key = [requester, accepter].toSorted().join(' ')
        const first = joined.get(key)
        if (first === undefined) joined.set(key, id)
        else
          yield {
            at: [place(id, 'accepter'), place(first, 'accepter')],
            message: `The ${called(design, first)} already joins the ${called(design, requester)} and the ${called(design, accepter)}; the ${called(design, id)} is one too many.`,
            fixes: removal(design, id),
          }
      }
    }
    for (const { id, transitGateway, peer } of listOfKind(design, 'transit-gateway-peering'))
      if (transitGateway === peer)
        yield {
          at: [place(id, 'peer')],
          message: `The ${called(design, id)} joins the ${called(design, transitGateway)} with itself.`,
          fixes: removal(design, id),
        }
  },
  examples: { bad: () => example('vpc-a'), good: () => example('vpc-b') },
}

const example = (accepter: string) =>
  buildDesign((b) => {
    b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.peering('vpc-a', accepter)
  })
