import { groupBy } from '../base/groupBy.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { type Block, formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createFreeBlockFinder } from './parts/createFreeBlockFinder.ts'
import { findOverlaps, type Held } from './parts/findOverlaps.ts'
import { place } from './parts/place.ts'

interface Place {
  readonly id: string
  readonly key: 'cidr' | 'ipv6Cidr'
  readonly block: Block
}

/** Source: VPC guide, subnet sizing. */
export const subnetOverlap: Check = {
  id: 'subnet-overlap',
  severity: 'error',
  title: 'Overlapping subnets',
  why: 'The subnets of one VPC must not share addresses.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *find({ design, topology }) {
    const findFreeBlock = createFreeBlockFinder(design)
    for (const subnets of groupBy(topology.subnets.values(), (subnet) => subnet.vpc.id).values()) {
      const blocks = subnets.flatMap<Held<Place>>(({ id, block, block6 }) => [
        ...(block ? [{ block, item: { id, key: 'cidr' as const, block } }] : []),
        ...(block6 ? [{ block: block6, item: { id, key: 'ipv6Cidr' as const, block: block6 } }] : []),
      ])
      for (const { outer, inner } of findOverlaps(blocks)) {
        const text = formatBlock(inner.block)
        const free = isIp4(inner.block.base) ? findFreeBlock(subnets[0]!.vpc.id, inner.block.length) : null
        yield {
          at: [place(inner.id, inner.key), place(outer.id, outer.key)],
          message: `The block ${text} of the ${called(design, inner.id)} overlaps ${formatBlock(outer.block)} of the ${called(design, outer.id)}.`,
          awsError: `InvalidSubnet.Conflict: The CIDR '${text}' conflicts with another subnet`,
          fixes:
            free === null
              ? []
              : [
                  {
                    title: `Give the ${called(design, inner.id)} the free block ${free}`,
                    safety: 'review',
                    edits: [change('subnet', inner.id, { cidr: free })],
                  },
                ],
        }
      }
    }
  },
  examples: { bad: () => example('10.0.1.128/25'), good: () => example('10.0.2.0/24') },
}

const example = (cidr: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { id: 'private-a', cidr: '10.0.1.0/24' })
    b.subnet(vpc, { id: 'private-b', zone: 'us-east-1b', cidr })
  })
