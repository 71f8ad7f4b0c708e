import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { formatBlock, overlaps } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

const GONE: ReadonlySet<string> = new Set(['rejected', 'expired', 'failed', 'deleting', 'deleted'])

/** Source: VPC peering guide, limitations: any IPv4 block of one VPC that overlaps one of the other. */
export const peeringBlocksOverlap: Check = {
  id: 'peering-blocks-overlap',
  severity: 'error',
  title: 'Peering of VPCs whose blocks overlap',
  why: 'A peering connection needs to know on which side an address is. AWS refuses it where any IPv4 block of one VPC overlaps one of the other, even if only other blocks were to be used.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *find({ design, topology }) {
    for (const { id, state, requester, accepter } of listOfKind(design, 'peering-connection')) {
      const [own, other] = [topology.vpcs.get(requester), topology.vpcs.get(accepter)]
      if (!own || !other || own === other || GONE.has(state)) continue
      const blocks = other.blocks.filter(({ base }) => isIp4(base))
      const pair = own.blocks.flatMap((block) => {
        const shared = isIp4(block.base) ? blocks.find((one) => overlaps(one, block)) : undefined
        return shared ? [{ block, shared }] : []
      })[0]
      if (!pair) continue
      yield {
        at: [place(id, 'accepter'), place(requester, 'cidrs'), place(accepter, 'cidrs')],
        message: `The ${called(design, id)} cannot join the ${called(design, requester)} and the ${called(design, accepter)}: ${formatBlock(pair.block)} and ${formatBlock(pair.shared)} overlap.`,
        fixes: removal(design, id),
      }
    }
  },
  examples: { bad: () => example('10.0.128.0/20'), good: () => example('10.1.0.0/16') },
}

const example = (cidr: string) =>
  buildDesign((b) => {
    b.peering(b.vpc({ id: 'vpc-a' }), b.vpc({ id: 'vpc-b', cidrs: [cidr] }))
  })
